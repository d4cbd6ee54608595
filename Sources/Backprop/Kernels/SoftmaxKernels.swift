// Exponentials of a line of numbers over their sum. The largest is subtracted first, which changes
// nothing in the quotient and keeps every exponential between 0 and 1.

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
  for o in 0..<size.outer {
    for i in 0..<size.inner {
      let (line, powers) = (x + (o * length * stride + i), result + (o * length * stride + i))
      let largest = largestOfLine(line, length, stride)
      var sum: S = 0
      for k in 0..<length {
        let power = S.exp(line[k * stride] - largest)
        powers[k * stride] = power
        sum += power
      }
      for k in 0..<length { powers[k * stride] /= sum }
    }
  }
}

/// `x − ln Σ eˣ` along the middle of three axes.
@inline(__always)
func normalizeLogits<S: Scalar>(
  _ x: UnsafePointer<S>, _ size: Extents, into result: UnsafeMutablePointer<S>
) {
  let (length, stride) = (size.length, size.inner)
  for o in 0..<size.outer {
    for i in 0..<size.inner {
      let (line, logits) = (x + (o * length * stride + i), result + (o * length * stride + i))
      // The largest number's exponential, 1, is left out of the sum: `log1p` keeps a small rest.
      let place = placeOfLargest(line, length, stride)
      let largest = line[place * stride]
      var rest: S = 0
      for k in 0..<length where k != place { rest += S.exp(line[k * stride] - largest) }
      let logarithm = S.log1p(rest)
      for k in 0..<length { logits[k * stride] = (line[k * stride] - largest) - logarithm }
    }
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
private func placeOfLargest<S: Scalar>(_ line: UnsafePointer<S>, _ length: Int, _ stride: Int)
  -> Int
{
  var place = 0
  for k in 1..<max(length, 1) where !(line[k * stride] <= line[place * stride]) {
    if line[place * stride].isNaN { break }
    place = k
  }
  return place
}

@inline(__always)
private func largestOfLine<S: Scalar>(_ line: UnsafePointer<S>, _ length: Int, _ stride: Int) -> S {
  line[placeOfLargest(line, length, stride) * stride]
}
