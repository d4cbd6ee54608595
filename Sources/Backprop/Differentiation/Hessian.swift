/// The matrix of second derivatives of a function, `Hᵢⱼ = ∂²f / ∂xᵢ ∂xⱼ`, of shape `[n, n]`.
///
/// It is exact: the gradient is computed on the tape and differentiated again, once for each of the
/// `n` numbers of the point, so that it costs a small multiple of `n` gradients. The numbers of a
/// model with several parameters are taken in the order of ``Model/flattenedParameters``.
///
///     hessian(at: Tensor([1, 2])) { x in x[0] * x[0] * x[1] }   // [[4.0, 2.0], [2.0, 0.0]]
///
/// Traps unless the function's value is one number.
@_disfavoredOverload
public func hessian<M: Model>(
  at point: M, file: StaticString = #fileID, line: UInt = #line,
  of function: (M) -> Tensor<M.Number>
) -> Tensor<M.Number> {
  modelHessian(at: point, file: file, line: line, of: function)
}

private func modelHessian<M: Model>(
  at point: M, file: StaticString, line: UInt, of function: (M) -> Tensor<M.Number>
) -> Tensor<M.Number> {
  let start = point.flattenedParameters
  let size = start.count
  let derivative = Derivative(at: start) { vector in
    innerGradient(at: point, vector, function, file: file, line: line)
  }
  var rows: [Tensor<M.Number>] = []
  rows.reserveCapacity(size)
  for index in 0..<size {
    var direction = Tensor<M.Number>.zeros([size])
    direction.values[index] = 1
    rows.append(derivative.weightedDerivative(seed: direction))
  }
  derivative.end()
  return rows.isEmpty ? .zeros([0, 0]) : stack(rows)
}

/// The product of the Hessian of a function and a vector, without the Hessian.
///
/// It costs a small multiple of a gradient, however many parameters there are: `H v` is the
/// gradient of `∇f · v`. Traps unless the vector has as many numbers as the point, and the
/// function's value is one number.
///
/// Source: B. A. Pearlmutter, "Fast exact multiplication by the Hessian", Neural Computation 6
/// (1994).
@_disfavoredOverload
public func hessianVectorProduct<M: Model>(
  at point: M, _ vector: M, file: StaticString = #fileID, line: UInt = #line,
  of function: (M) -> Tensor<M.Number>
) -> M {
  modelHessianVectorProduct(at: point, vector, file: file, line: line, of: function)
}

private func modelHessianVectorProduct<M: Model>(
  at point: M, _ vector: M, file: StaticString, line: UInt,
  of function: (M) -> Tensor<M.Number>
) -> M {
  let direction = vector.flattenedParameters
  let start = point.flattenedParameters
  require(
    direction.shape == start.shape,
    "A Hessian of \(start.count) parameters cannot multiply \(direction.count) numbers.",
    file: file, line: line)
  let derivative = Derivative(at: start) { start in
    innerGradient(at: point, start, function, file: file, line: line)
  }
  let product = derivative.weightedDerivative(seed: direction)
  derivative.end()
  return point.withFlattenedParameters(product)
}

/// The gradient at a vector of parameters, recorded where the vector is.
func innerGradient<M: Model>(
  at point: M, _ vector: Tensor<M.Number>, _ function: (M) -> Tensor<M.Number>,
  file: StaticString, line: UInt
) -> Tensor<M.Number> {
  valueWithModelGradient(at: vector, file: file, line: line) { vector in
    function(point.withFlattenedParameters(vector))
  }.gradient
}

/// The matrix of second derivatives of a function of a tensor of `n` numbers, of shape `[n, n]`.
///
///     hessian(at: Tensor([1, 2])) { x in x[0] * x[0] * x[1] }   // [[4.0, 2.0], [2.0, 0.0]]
///
/// Traps unless the function's value is one number.
public func hessian(
  at point: Tensor<Double>, file: StaticString = #fileID, line: UInt = #line,
  of function: (Tensor<Double>) -> Tensor<Double>
) -> Tensor<Double> {
  modelHessian(at: point, file: file, line: line, of: function)
}

/// The product of the Hessian of a function of a tensor and a vector, without the Hessian.
///
/// Traps unless both have as many numbers, and the function's value is one number.
public func hessianVectorProduct(
  at point: Tensor<Double>, _ vector: Tensor<Double>, file: StaticString = #fileID,
  line: UInt = #line,
  of function: (Tensor<Double>) -> Tensor<Double>
) -> Tensor<Double> {
  modelHessianVectorProduct(at: point, vector, file: file, line: line, of: function)
}

/// The matrix of second derivatives of a function of a tensor of `n` numbers, of shape `[n, n]`.
///
///     hessian(at: Tensor([1, 2])) { x in x[0] * x[0] * x[1] }   // [[4.0, 2.0], [2.0, 0.0]]
///
/// Traps unless the function's value is one number.
public func hessian(
  at point: Tensor<Float>, file: StaticString = #fileID, line: UInt = #line,
  of function: (Tensor<Float>) -> Tensor<Float>
) -> Tensor<Float> {
  modelHessian(at: point, file: file, line: line, of: function)
}

/// The product of the Hessian of a function of a tensor and a vector, without the Hessian.
///
/// Traps unless both have as many numbers, and the function's value is one number.
public func hessianVectorProduct(
  at point: Tensor<Float>, _ vector: Tensor<Float>, file: StaticString = #fileID,
  line: UInt = #line,
  of function: (Tensor<Float>) -> Tensor<Float>
) -> Tensor<Float> {
  modelHessianVectorProduct(at: point, vector, file: file, line: line, of: function)
}
