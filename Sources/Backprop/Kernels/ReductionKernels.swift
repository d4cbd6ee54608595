// Sums run from the first number to the last, whatever the processor could do at once, so that
// they have the same bits everywhere. Long ones are made of sums of blocks: a number added to a sum that is
// much larger loses its digits, and a `Float` beyond 2²⁴ would not grow by ones any more.

/// How many numbers, or sums, are added one after another.
private let blockLength = 1024

@inline(__always)
func total<S: Scalar>(_ x: [S]) -> S {
  x.withUnsafeBufferPointer { $0.baseAddress.map { [count = x.count] in total($0, count) } ?? 0 }
}

@inline(__always)
func total<S: Scalar>(_ x: UnsafePointer<S>, _ count: Int) -> S {
  if count <= blockLength { return blockTotal(x, count) }
  var (sum, part, parts): (S, S, Int) = (0, 0, 0)
  var start = 0
  while start < count {
    part += blockTotal(x + start, min(blockLength, count - start))
    start += blockLength
    parts += 1
    if parts == blockLength {
      sum += part
      (part, parts) = (0, 0)
    }
  }
  return sum + part
}

@inline(__always)
private func blockTotal<S: Scalar>(_ x: UnsafePointer<S>, _ count: Int) -> S {
  var sum: S = 0
  for i in 0..<count { sum += x[i] }
  return sum
}

/// Sums along an axis, given the lengths before, along and after it.
@inline(__always)
func sumAlong<S: Scalar>(
  _ x: UnsafePointer<S>, _ size: (outer: Int, length: Int, inner: Int),
  into result: UnsafeMutablePointer<S>
) {
  if size.length <= blockLength {
    reduce(x, size, from: 0, into: result) { $0 + $1 }
  } else {
    sumLongAlong(x, size, into: result)
  }
}

/// The same for an axis that is longer than a block.
@inline(never)
@_specialize(where S == Double)
@_specialize(where S == Float)
private func sumLongAlong<S: Scalar>(
  _ x: UnsafePointer<S>, _ size: (outer: Int, length: Int, inner: Int),
  into result: UnsafeMutablePointer<S>
) {
  let (outer, length, inner) = size
  withUnsafeTemporaryAllocation(of: S.self, capacity: 2 * inner) { scratch in
    guard let block = scratch.baseAddress else { return }
    let part = block + inner
    for o in 0..<outer {
      let sum = result + o * inner
      for i in 0..<inner { (sum[i], part[i]) = (0, 0) }
      var (start, parts) = (0, 0)
      while start < length {
        let count = min(blockLength, length - start)
        let rows = x + (o * length + start) * inner
        reduce(rows, (1, count, inner), from: 0, into: block) { $0 + $1 }
        for i in 0..<inner { part[i] += block[i] }
        start += blockLength
        parts += 1
        if parts == blockLength || start >= length {
          for i in 0..<inner {
            sum[i] += part[i]
            part[i] = 0
          }
          parts = 0
        }
      }
    }
  }
}

/// The lengths before, along and after an axis.
@inline(__always)
func extents(_ shape: [Int], around axis: Int) -> (outer: Int, length: Int, inner: Int) {
  (elementCount(Array(shape[..<axis])), shape[axis], elementCount(Array(shape[(axis + 1)...])))
}

/// Combines the numbers along an axis, given the lengths before, along and after it.
@inline(__always)
func reduce<S: Scalar>(
  _ x: UnsafePointer<S>, _ size: (outer: Int, length: Int, inner: Int), from start: S,
  into result: UnsafeMutablePointer<S>, _ combine: (S, S) -> S
) {
  let (outer, length, inner) = size
  for i in 0..<(outer * inner) { result[i] = start }
  for o in 0..<outer {
    let to = result + o * inner
    for k in 0..<length {
      let from = x + (o * length + k) * inner
      for i in 0..<inner { to[i] = combine(to[i], from[i]) }
    }
  }
}

/// Combines a tensor's numbers along an axis, which goes away.
@inline(__always)
func reduced<S: Scalar>(
  _ x: Tensor<S>, along axis: Int, from start: S, _ combine: (S, S) -> S
) -> Tensor<S> {
  reduced(x, along: axis, by: { reduce($0, $1, from: start, into: $2, combine) })
}

/// The sums of a tensor's numbers along an axis, which goes away.
@inline(__always)
func summed<S: Scalar>(_ x: Tensor<S>, along axis: Int) -> Tensor<S> {
  reduced(x, along: axis, by: { sumAlong($0, $1, into: $2) })
}

@inline(__always)
private func reduced<S: Scalar>(
  _ x: Tensor<S>, along axis: Int,
  by kernel: (UnsafePointer<S>, Extents, UnsafeMutablePointer<S>) -> Void
) -> Tensor<S> {
  let size = extents(x.shape, around: axis)
  var shape = x.shape
  shape.remove(at: axis)
  var values = [S](repeating: 0, count: size.outer * size.inner)
  values.withUnsafeMutableBufferPointer { result in
    x.values.withUnsafeBufferPointer { x in
      if let x = x.baseAddress, let result = result.baseAddress { kernel(x, size, result) }
    }
  }
  return Tensor(unchecked: shape, values)
}

/// Sums a tensor over the axes along which one of `shape` would be repeated to give it.
@inline(__always)
func summed<S: Scalar>(_ x: Tensor<S>, to shape: [Int]) -> Tensor<S> {
  let size = elementCount(shape)
  if size == 1 { return Tensor(unchecked: shape, [total(x.values)]) }
  let (inputShape, inputCount) = (x.shape, x.count)
  var values = [S](repeating: 0, count: size)
  values.withUnsafeMutableBufferPointer { result in
    x.values.withUnsafeBufferPointer { x in
      if isSuffix(shape, of: inputShape) {
        if let x = x.baseAddress, let result = result.baseAddress {
          sumAlong(x, (1, inputCount / size, size), into: result)
        }
      } else if inputCount / size > blockLength {
        sumLong(x, into: result, BroadcastOffsets(shape, to: inputShape))
      } else {
        var target = BroadcastOffsets(shape, to: inputShape)
        for value in x {
          result[target.offset] += value
          target.advance()
        }
      }
    }
  }
  return Tensor(unchecked: shape, values)
}

/// The sums of those numbers that have the same offset, each in blocks.
private func sumLong<S: Scalar>(
  _ x: UnsafeBufferPointer<S>, into result: UnsafeMutableBufferPointer<S>,
  _ offsets: BroadcastOffsets
) {
  var target = offsets
  var blocks = [(sum: S, count: Int)](repeating: (0, 0), count: result.count)
  var parts = blocks
  for value in x {
    let place = target.offset
    blocks[place].sum += value
    blocks[place].count += 1
    if blocks[place].count == blockLength {
      parts[place].sum += blocks[place].sum
      parts[place].count += 1
      blocks[place] = (0, 0)
      if parts[place].count == blockLength {
        result[place] += parts[place].sum
        parts[place] = (0, 0)
      }
    }
    target.advance()
  }
  for place in result.indices { result[place] += parts[place].sum + blocks[place].sum }
}

/// Repeats a tensor to fill a larger shape.
@inline(__always)
func repeated<S: Scalar>(_ x: Tensor<S>, to shape: [Int]) -> Tensor<S> {
  let size = elementCount(shape)
  let numbers = x.values
  if numbers.count == 1 {
    return Tensor(unchecked: shape, Array(repeating: numbers[0], count: size))
  }
  var source = BroadcastOffsets(x.shape, to: shape)
  var values: [S] = []
  values.reserveCapacity(size)
  for _ in 0..<size {
    values.append(numbers[source.offset])
    source.advance()
  }
  return Tensor(unchecked: shape, values)
}

/// The larger of two numbers, or NaN if one is.
@inline(__always)
func larger<S: Scalar>(_ a: S, _ b: S) -> S {
  a > b || a.isNaN ? a : b
}
