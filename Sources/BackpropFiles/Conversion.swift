import Backprop

// Numbers of a file as those of a tensor. The loops are over types that the compiler knows: a loop
// over whatever `S` is would call a function for each number, which takes fifty times as long. For the
// same reason what is generic over the integers is inlined where they are known.

/// Whole numbers, each rounded to the nearest.
@inline(__always)
func scalars<S: Scalar, I: FixedWidthInteger>(_ integers: [I]) -> [S] {
  if S.self == Float.self { return same(integers.map { Float($0) }) }
  return scalars(integers.map { Double($0) })
}

/// Whole numbers; nil if the type can't hold one of them exactly.
@inline(__always)
func exactScalars<S: Scalar, I: FixedWidthInteger>(_ integers: [I]) -> [S]? {
  if S.self == Float.self {
    let floats = integers.compactMap { Float(exactly: $0) }
    return floats.count == integers.count ? same(floats) : nil
  }
  let doubles = integers.compactMap { Double(exactly: $0) }
  return doubles.count == integers.count ? scalars(doubles) : nil
}

/// Numbers of double precision, each rounded to the nearest.
func scalars<S: Scalar>(_ doubles: [Double]) -> [S] {
  if S.self == Double.self { return same(doubles) }
  if S.self == Float.self { return same(doubles.map { Float($0) }) }
  return doubles.map { S($0) }
}

/// Numbers of single precision, which every type holds.
func scalars<S: Scalar>(_ floats: [Float]) -> [S] {
  if S.self == Float.self { return same(floats) }
  return scalars(floats.map { Double($0) })
}

/// An array as one of the same type, known by another name.
private func same<T, S>(_ numbers: [T]) -> [S] {
  if T.self != S.self { fatalError("\(T.self) is not \(S.self)") }
  // `as` would look at each number.
  return unsafeBitCast(numbers, to: [S].self)
}

/// The bytes of numbers as a file holds them: those of single precision for `Float`, else of double,
/// the smallest first.
func littleEndianBytes<S: Scalar>(_ numbers: [S]) -> [UInt8] {
  if S.self == Float.self {
    let floats: [Float] = same(numbers)
    return bytes(floats.map { $0.bitPattern.littleEndian })
  }
  let doubles: [Double] = S.self == Double.self ? same(numbers) : numbers.map { Double($0) }
  return bytes(doubles.map { $0.bitPattern.littleEndian })
}

private func bytes<W: FixedWidthInteger>(_ words: [W]) -> [UInt8] {
  words.withUnsafeBytes { Array($0) }
}

/// The words that lie at some bytes, the smallest byte first.
func littleEndianWords<W: FixedWidthInteger>(
  _ bytes: [UInt8], _ range: Range<Int>, _ type: W.Type = W.self
) -> [W] {
  let count = range.count / MemoryLayout<W>.size
  return [W](unsafeUninitializedCapacity: count) { words, initialized in
    bytes.withUnsafeBytes { bytes in
      UnsafeMutableRawBufferPointer(words).copyMemory(
        from: UnsafeRawBufferPointer(rebasing: bytes[range]))
    }
    for i in 0..<count { words[i] = W(littleEndian: words[i]) }
    initialized = count
  }
}
