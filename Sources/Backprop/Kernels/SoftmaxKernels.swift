// Exponentials of a line of numbers over their sum. The largest is subtracted first, which changes
// nothing in the quotient and keeps every exponential between 0 and 1.

/// `eˣ / Σ eˣ` along an axis.
@inline(__always)
func normalizedExponentials<S: Scalar>(_ x: Tensor<S>, along axis: Int) -> Tensor<S> {
  alongLines(of: x, axis: axis) { line, result, length, stride in
    let largest = largestOfLine(line, length, stride)
    var sum: S = 0
    for k in 0..<length {
      let power = S.exp(line[k * stride] - largest)
      result[k * stride] = power
      sum += power
    }
    for k in 0..<length { result[k * stride] /= sum }
  }
}

/// `x − ln Σ eˣ` along an axis.
@inline(__always)
func normalizedLogits<S: Scalar>(_ x: Tensor<S>, along axis: Int) -> Tensor<S> {
  alongLines(of: x, axis: axis) { line, result, length, stride in
    // The largest number's exponential, 1, is left out of the sum: `log1p` keeps a small rest.
    let place = placeOfLargest(line, length, stride)
    let largest = line[place * stride]
    var rest: S = 0
    for k in 0..<length where k != place { rest += S.exp(line[k * stride] - largest) }
    let logarithm = S.log1p(rest)
    for k in 0..<length { result[k * stride] = (line[k * stride] - largest) - logarithm }
  }
}

/// Calls a closure with the first number of each line along an axis, and where its result goes.
@inline(__always)
private func alongLines<S: Scalar>(
  of x: Tensor<S>, axis: Int,
  _ body: (
    _ line: UnsafePointer<S>, _ result: UnsafeMutablePointer<S>, _ length: Int, _ stride: Int
  ) -> Void
) -> Tensor<S> {
  let (outer, length, inner) = extents(x.shape, around: axis)
  var values = [S](repeating: 0, count: x.count)
  if values.isEmpty { return Tensor(unchecked: x.shape, values) }
  values.withUnsafeMutableBufferPointer { result in
    x.values.withUnsafeBufferPointer { x in
      for o in 0..<outer {
        for i in 0..<inner {
          let start = o * length * inner + i
          body(x.baseAddress! + start, result.baseAddress! + start, length, inner)
        }
      }
    }
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
