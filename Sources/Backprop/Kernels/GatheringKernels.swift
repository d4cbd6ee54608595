// Indices are tensors of whole numbers, so that a recorded computation can run on others.

/// A number as an index below `count`; stops the program if it is not one.
@inline(__always)
private func index<S: Scalar>(_ number: S, below count: Int) -> Int {
  require(
    number >= 0 && number < S(count) && number == number.rounded(.towardZero),
    "\(number) is not an index from 0 to \(count - 1).", file: #fileID, line: #line)
  return Int(number)
}

/// The parts of `table` along its first axis at the given indices.
@inline(__always)
func gathered<S: Scalar>(_ table: Tensor<S>, _ indices: Tensor<S>) -> Tensor<S> {
  let part = Array(table.shape[1...])
  let size = elementCount(part)
  var values: [S] = []
  values.reserveCapacity(indices.count * size)
  for number in indices.values {
    let start = index(number, below: table.shape[0]) * size
    values += table.values[start..<(start + size)]
  }
  return Tensor(unchecked: indices.shape + part, values)
}

/// Zeros of shape `[rows, …]`, to which the parts of `x` are added at the given indices, from the
/// first part to the last.
@inline(__always)
func scattered<S: Scalar>(_ x: Tensor<S>, _ indices: Tensor<S>, rows: Int) -> Tensor<S> {
  let part = Array(x.shape[indices.rank...])
  let size = elementCount(part)
  var values = [S](repeating: 0, count: rows * size)
  values.withUnsafeMutableBufferPointer { result in
    x.values.withUnsafeBufferPointer { x in
      for (place, number) in indices.values.enumerated() {
        let start = index(number, below: rows) * size
        for i in 0..<size { result[start + i] += x[place * size + i] }
      }
    }
  }
  return Tensor(unchecked: [rows] + part, values)
}

/// For each index a line of zeros, with one at the index.
@inline(__always)
func oneHotLines<S: Scalar>(_ indices: Tensor<S>, classes: Int) -> Tensor<S> {
  var values = [S](repeating: 0, count: indices.count * classes)
  for (place, number) in indices.values.enumerated() {
    values[place * classes + index(number, below: classes)] = 1
  }
  return Tensor(unchecked: indices.shape + [classes], values)
}
