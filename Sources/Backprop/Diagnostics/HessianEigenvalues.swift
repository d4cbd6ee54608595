/// Eigenvalues from one end of a Hessian's spectrum, and the directions in which the function bends so.
///
///     let found = hessianEigenvalues(at: network, count: 2, using: &generator) {
///       meanSquaredError($0(x), y)
///     }
///     found.values         // the two largest, the largest first
///     found.vectors[0]     // a network: the direction of the largest
///     found.residuals      // how far each is from an eigenvalue at most
public struct HessianEigenvalues<M: Model>: Sendable {
  /// Which eigenvalues are looked for.
  ///
  ///     hessianEigenvalues(at: Tensor([1, 2]), from: .smallest, using: &generator) { x in
  ///       x[0] * x[1]
  ///     }.values      // [-1.0], to rounding: the way down of a saddle
  public enum End: Equatable, Sendable {
    /// The largest: where the function bends upwards most. The largest of all limits the learning
    /// rate: gradient descent on a quadratic function diverges beyond `2 / λ`.
    case largest
    /// The smallest, which at a saddle are the most negative: the ways down.
    case smallest
  }

  /// The eigenvalues, that of the end first.
  public let values: [Double]
  /// The eigenvectors, models of norm 1 in the same order. Of each the number largest in magnitude is
  /// positive.
  public let vectors: [M]
  /// `‖H v − λ v‖` of each pair, which bounds the distance to the nearest eigenvalue.
  public let residuals: [Double]
  /// How many products of the Hessian and a vector it took.
  public let products: Int
  /// Whether all residuals came down to the tolerance.
  public let isConverged: Bool
}

/// The largest or smallest eigenvalues of a function's Hessian, without the Hessian.
///
///     var generator = RandomNumbers(seed: 1)
///     let sharpness = hessianEigenvalues(at: network, using: &generator) {
///       meanSquaredError($0(x), y)
///     }.values[0]
///
/// By Lanczos' iteration from a random vector: in the space of `v, H v, H² v, …` the Hessian is a small
/// tridiagonal matrix, whose outer eigenvalues soon become the Hessian's. Each step costs a product of
/// the Hessian and a vector, as ``hessianVectorProduct(at:_:file:line:of:)``, and each new vector is
/// kept at right angles to all before, `O(n · steps)`. The memory is that of `steps` models. An
/// eigenvalue that belongs to several directions may be given fewer times than it has.
///
/// - Parameters:
///   - count: How many eigenvalues.
///   - end: Which.
///   - tolerance: How small the residuals have to become, relative to the largest eigenvalue found. By
///     default the root of the precision: `1.5 · 10⁻⁸` in `Double`; the eigenvalues are then good to
///     about its square.
///   - maximumProducts: After how many steps it ends in any case.
///   - generator: Where the first vector comes from.
///
/// Traps unless there are as many parameters as eigenvalues, and one of either, and unless the
/// function's value is one number. If the Hessian is not finite, all values are NaN.
///
/// Source: G. Golub and C. Van Loan, Matrix Computations, sections 10.1 and 10.3.
@_disfavoredOverload
public func hessianEigenvalues<M: Model>(
  at point: M, count: Int = 1, from end: HessianEigenvalues<M>.End = .largest,
  tolerance: Double? = nil, maximumProducts: Int = 300, using generator: inout RandomNumbers,
  file: StaticString = #fileID, line: UInt = #line, of function: (M) -> Tensor<M.Number>
) -> HessianEigenvalues<M> {
  eigenvalues(
    at: point, count, from: end, tolerance, maximumProducts, &generator, file: file, line: line,
    of: function)
}

// For tensors, with the types fixed, so that the compiler finds a formula's operators at once.

/// The largest or smallest eigenvalues of the Hessian of a function of a tensor, without the Hessian.
///
/// See the form for models for what they are and what it traps on.
public func hessianEigenvalues(
  at point: Tensor<Double>, count: Int = 1,
  from end: HessianEigenvalues<Tensor<Double>>.End = .largest, tolerance: Double? = nil,
  maximumProducts: Int = 300, using generator: inout RandomNumbers,
  file: StaticString = #fileID, line: UInt = #line,
  of function: (Tensor<Double>) -> Tensor<Double>
) -> HessianEigenvalues<Tensor<Double>> {
  eigenvalues(
    at: point, count, from: end, tolerance, maximumProducts, &generator, file: file, line: line,
    of: function)
}

/// The largest or smallest eigenvalues of the Hessian of a function of a tensor, without the Hessian.
///
/// See the form for models for what they are and what it traps on.
public func hessianEigenvalues(
  at point: Tensor<Float>, count: Int = 1,
  from end: HessianEigenvalues<Tensor<Float>>.End = .largest, tolerance: Double? = nil,
  maximumProducts: Int = 300, using generator: inout RandomNumbers,
  file: StaticString = #fileID, line: UInt = #line,
  of function: (Tensor<Float>) -> Tensor<Float>
) -> HessianEigenvalues<Tensor<Float>> {
  eigenvalues(
    at: point, count, from: end, tolerance, maximumProducts, &generator, file: file, line: line,
    of: function)
}

private func eigenvalues<M: Model>(
  at point: M, _ count: Int, from end: HessianEigenvalues<M>.End, _ tolerance: Double?,
  _ maximumProducts: Int, _ generator: inout RandomNumbers, file: StaticString, line: UInt,
  of function: (M) -> Tensor<M.Number>
) -> HessianEigenvalues<M> {
  let start = point.flattenedParameters.copied
  require(
    count > 0 && count <= start.count,
    "A Hessian of \(start.count) parameters does not have \(count) eigenvalues.", file: file,
    line: line)
  require(
    maximumProducts >= count,
    "It takes \(count) products or more to find \(count) eigenvalues, not \(maximumProducts).",
    file: file, line: line)
  let tolerance = tolerance ?? Double(M.Number.ulpOfOne.squareRoot())
  let derivative = Derivative(at: start) { vector in
    innerGradient(at: point, vector, function, file: file, line: line)
  }
  defer { derivative.end() }
  let sign: Double = end == .largest ? 1 : -1
  var lanczos = LanczosIteration(size: start.count, using: &generator)
  var found = LanczosIteration.Pairs(values: [], residuals: [], combinations: [])
  var isConverged = false
  while lanczos.steps < min(maximumProducts, start.count) && !isConverged {
    let direction = Tensor(
      unchecked: start.shape, lanczos.next.map { M.Number($0) })
    let product = derivative.weightedDerivative(seed: direction).values.map { sign * Double($0) }
    guard product.allSatisfy({ $0.isFinite }) else {
      return HessianEigenvalues(
        values: [Double](repeating: .nan, count: count), vectors: [], residuals: [],
        products: lanczos.steps + 1, isConverged: false)
    }
    lanczos.step(to: product, using: &generator)
    let isLast = lanczos.steps == min(maximumProducts, start.count)
    let isDue = lanczos.steps <= 20 || lanczos.steps % 10 == 0
    guard lanczos.steps >= count, isLast || isDue || lanczos.hasClosed else { continue }
    (found, isConverged) = lanczos.largestPairs(count, tolerance: tolerance)
  }
  return HessianEigenvalues(
    values: found.values.map { sign * $0 },
    vectors: found.combinations.map { combination in
      let vector = lanczos.combined(combination)
      return point.withFlattenedParameters(
        Tensor(unchecked: start.shape, vector.map { M.Number($0) }))
    },
    residuals: found.residuals, products: lanczos.steps, isConverged: isConverged)
}
