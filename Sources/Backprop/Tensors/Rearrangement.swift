extension Tensor {
  /// The same numbers, in row-major order, in another shape.
  ///
  /// Traps unless the shape holds as many numbers.
  public func reshaped(
    _ shape: [Int], file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    require(
      elementCount(shape) == count,
      "A tensor of shape \(self.shape) cannot take the shape \(shape): \(count) numbers, not "
        + "\(elementCount(shape)).", file: file, line: line)
    return apply(.reshape(shape: shape), self)
  }

  /// All numbers as a vector.
  public var flattened: Tensor { apply(.reshape(shape: [count]), self) }

  /// The tensor repeated to fill a larger shape by the rule of broadcasting.
  ///
  /// Traps unless the shape broadcasts to it.
  public func broadcast(
    to shape: [Int], file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    require(
      broadcastShape(self.shape, shape) == shape && shape.allSatisfy { $0 >= 0 },
      "A tensor of shape \(self.shape) does not broadcast to \(shape).", file: file, line: line)
    return apply(.broadcast(shape: shape), self)
  }
}

/// Tensors of one shape along a new first axis: `n` of `[3]` give `[n, 3]`, `n` scalars a vector.
///
/// Traps unless there is one, and all have one shape.
public func stack<S: Scalar>(
  _ parts: [Tensor<S>], file: StaticString = #fileID, line: UInt = #line
) -> Tensor<S> {
  require(!parts.isEmpty, "stack of no tensors.", file: file, line: line)
  for part in parts {
    require(
      part.shape == parts[0].shape,
      "stack of \(parts[0].shape) and \(part.shape): all must have one shape.",
      file: file, line: line)
  }
  return apply(.stack, parts)
}

/// The parts of a tensor along its first axis: `[n, 3]` gives `n` of `[3]`. The opposite of
/// ``stack(_:file:line:)``.
///
/// A tensor on a tape is halved until single parts remain, so that the derivative of all `n` costs
/// `n log n`, where that of `n` parts of the whole would cost `n²`. Traps for a scalar.
public func unstack<S: Scalar>(
  _ x: Tensor<S>, file: StaticString = #fileID, line: UInt = #line
) -> [Tensor<S>] {
  require(x.rank > 0, "unstack of a scalar.", file: file, line: line)
  let shape = Array(x.shape[1...])
  let size = elementCount(shape)
  var parts: [Tensor<S>] = []
  parts.reserveCapacity(x.shape[0])
  func split(_ part: Tensor<S>, _ count: Int) {
    if count > 2 && part.trace != nil {
      let half = count / 2
      let rest = count - half
      split(apply(.block(start: 0, shape: [half] + shape), part), half)
      split(apply(.block(start: half * size, shape: [rest] + shape), part), rest)
    } else {
      for i in 0..<count { parts.append(apply(.block(start: i * size, shape: shape), part)) }
    }
  }
  split(x, x.shape[0])
  return parts
}

/// Tensors one after another along an axis: `[2, 3]` and `[4, 3]` give `[6, 3]`.
///
/// Traps unless there is one, and their shapes agree except for that axis.
public func concatenated<S: Scalar>(
  _ parts: [Tensor<S>], axis: Int = 0, file: StaticString = #fileID, line: UInt = #line
) -> Tensor<S> {
  require(!parts.isEmpty, "concatenated of no tensors.", file: file, line: line)
  let axis = parts[0].resolved(axis, file: file, line: line)
  for part in parts {
    var shape = part.shape
    if shape.indices.contains(axis) { shape[axis] = parts[0].shape[axis] }
    require(
      shape == parts[0].shape,
      "concatenated of \(parts[0].shape) and \(part.shape): they must agree except for axis \(axis).",
      file: file, line: line)
  }
  return apply(.concatenate(axis: axis), parts)
}
