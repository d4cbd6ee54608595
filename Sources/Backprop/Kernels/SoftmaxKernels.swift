// Exponentials of a line of numbers over their sum. The largest is subtracted first, which changes
// nothing in the quotient and keeps every exponential between 0 and 1. If it is ∞, those that are have all
// of the sum.

/// `eˣ / Σ eˣ` along an axis.
@inline(__always)
func normalizedExponentials<S: Scalar>(_ x: Tensor<S>, along axis: Int) -> Tensor<S> {
  alongLines(of: x, axis: axis) { normalizeExponentials($0, $1, into: $2) }
}

/// `x − ln Σ eˣ` along an axis.
@inline(__always)
func normalizedLogits<S: Scalar>(_ x: Tensor<S>, along axis: Int) -> Tensor<S> {
  alongLines(of: x, axis: axis) { normalizeLogits($0, $1, into: $2) }
}

/// The lengths before, along and after an axis.
typealias Extents = (outer: Int, length: Int, inner: Int)

/// `eˣ / Σ eˣ` along the middle of three axes.
@inline(__always)
func normalizeExponentials<S: Scalar>(
  _ x: UnsafePointer<S>, _ size: Extents, into result: UnsafeMutablePointer<S>
) {
  let (length, stride) = (size.length, size.inner)
  eachLine(size) { start in
    let (line, powers) = (x + start, result + start)
    let largest = line[placeOfLargest(line, length, stride) * stride]
    subtract(largest, from: line, into: powers, length, stride)
  }
  // All at once, so that vectors are full also where lines are short.
  for i in 0..<(size.outer * length * stride) { result[i] = S.exp(result[i]) }
  eachLine(size) { start in
    let powers = result + start
    var sum: S = 0
    for k in 0..<length { sum += powers[k * stride] }
    for k in 0..<length { powers[k * stride] /= sum }
  }
}

/// `x − ln Σ eˣ` along the middle of three axes.
@inline(__always)
func normalizeLogits<S: Scalar>(
  _ x: UnsafePointer<S>, _ size: Extents, into result: UnsafeMutablePointer<S>
) {
  let (length, stride) = (size.length, size.inner)
  eachLine(size) { start in
    let (line, powers) = (x + start, result + start)
    let largest = line[placeOfLargest(line, length, stride) * stride]
    subtract(largest, from: line, into: powers, length, stride)
  }
  for i in 0..<(size.outer * length * stride) { result[i] = S.exp(result[i]) }
  eachLine(size) { start in
    let (line, logits) = (x + start, result + start)
    // The largest number's exponential, 1, is left out of the sum: `log1p` keeps a small rest.
    let place = placeOfLargest(line, length, stride)
    let largest = line[place * stride]
    var rest: S = 0
    for k in 0..<place { rest += logits[k * stride] }
    for k in (place + 1)..<max(length, place + 1) { rest += logits[k * stride] }
    let logarithm = S.log1p(rest)
    subtract(largest, from: line, into: logits, length, stride)
    for k in 0..<length { logits[k * stride] -= logarithm }
  }
}

/// The numbers of a line less the largest. Where that is infinite, it is alone with those equal to it.
@inline(__always)
private func subtract<S: Scalar>(
  _ largest: S, from line: UnsafePointer<S>, into result: UnsafeMutablePointer<S>, _ length: Int,
  _ stride: Int
) {
  if largest == .infinity {
    for k in 0..<length { result[k * stride] = line[k * stride] == largest ? 0 : -S.infinity }
  } else {
    for k in 0..<length { result[k * stride] = line[k * stride] - largest }
  }
}

/// Calls a closure with the place of the first number of each line along the middle of three axes.
@inline(__always)
private func eachLine(_ size: Extents, _ body: (_ start: Int) -> Void) {
  for o in 0..<size.outer {
    for i in 0..<size.inner { body(o * size.length * size.inner + i) }
  }
}

@inline(__always)
private func alongLines<S: Scalar>(
  of x: Tensor<S>, axis: Int,
  _ body: (UnsafePointer<S>, Extents, UnsafeMutablePointer<S>) -> Void
) -> Tensor<S> {
  let size = extents(x.shape, around: axis)
  let count = x.values.count
  let values = [S](unsafeUninitializedCapacity: count) { result, initialized in
    x.values.withUnsafeBufferPointer { x in
      if let x = x.baseAddress, count > 0 { body(x, size, result.baseAddress!) }
    }
    initialized = count
  }
  return Tensor(unchecked: x.shape, values)
}

/// The place of the largest number of a line, or of the first NaN.
@inline(__always)
func placeOfLargest<S: Scalar>(_ line: UnsafePointer<S>, _ length: Int, _ stride: Int)
  -> Int
{
  var place = 0
  for k in 1..<max(length, 1) where !(line[k * stride] <= line[place * stride]) {
    if line[place * stride].isNaN { break }
    place = k
  }
  return place
}
