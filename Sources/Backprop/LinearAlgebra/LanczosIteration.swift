/// Lanczos' iteration for a symmetric matrix that is known only by its products with vectors.
///
/// With orthonormal vectors `v₁, v₂, …` and `T` tridiagonal, `A V = V T + β v eᵀ`, so that the
/// eigenvalues of `T` are those of `A` up to residuals `β |s|`, with `s` the last number of an
/// eigenvector of `T`. Where `β` vanishes, the space so far is closed under `A`; the iteration goes
/// on from a random vector at right angles to it, and `T` has a block for each such space.
///
/// Source: C. Lanczos, "An iteration method for the solution of the eigenvalue problem of linear
/// differential and integral operators", Journal of Research of the National Bureau of Standards 45
/// (1950).
struct LanczosIteration {
  struct Pairs {
    var values: [Double]
    var residuals: [Double]
    /// Eigenvectors of `T`.
    var combinations: [[Double]]
  }

  /// The vector whose product is to be given to ``step(to:using:)``.
  private(set) var next: [Double]
  /// Whether the last step has closed a space.
  private(set) var hasClosed = false
  private var basis: [[Double]] = []
  /// The diagonal of `T`, and below it; zero between blocks.
  private var alphas: [Double] = []
  private var betas: [Double] = []
  /// Where the block that is being built begins.
  private var blockStart = 0
  /// The largest eigenvalues when a space was last closed.
  private var lastClosed: [Double] = []

  /// How many steps have been taken: the size of `T`.
  var steps: Int { basis.count }

  init(size: Int, using generator: inout RandomNumbers) {
    next = (0..<size).map { _ in generator.normal() }
    let norm = innerProduct(next, next).squareRoot()
    scale(&next, by: 1 / norm)
  }

  /// Takes the product of the matrix and ``next``.
  mutating func step(to product: [Double], using generator: inout RandomNumbers) {
    if hasClosed { blockStart = steps }
    var rest = product
    let alpha = innerProduct(next, rest)
    basis.append(next)
    alphas.append(alpha)
    orthogonalize(&rest)
    // The squares alone might overflow.
    let beta = Tensor(rest).globalNorm
    let size = zip(alphas, betas + [beta]).reduce(0) { max($0, $1.0.magnitude + $1.1) }
    hasClosed = beta <= 1e-12 * size || size == 0
    betas.append(hasClosed ? 0 : beta)
    if !hasClosed {
      scale(&rest, by: 1 / beta)
      next = rest
      return
    }
    if steps == next.count { return }
    var norm = 0.0
    while norm < 1e-8 {
      next = next.indices.map { _ in generator.normal() }
      let length = innerProduct(next, next).squareRoot()
      scale(&next, by: 1 / length)
      orthogonalize(&next)
      norm = innerProduct(next, next).squareRoot()
    }
    scale(&next, by: 1 / norm)
    orthogonalize(&next)
  }

  /// The largest eigenvalues of `T`, and whether they are close enough to the matrix's.
  mutating func largestPairs(_ count: Int, tolerance: Double) -> (Pairs, isConverged: Bool) {
    let size = steps
    var t = [Double](repeating: 0, count: size * size)
    for i in 0..<size {
      t[i * size + i] = alphas[i]
      if i + 1 < size {
        t[i * size + i + 1] = betas[i]
        t[(i + 1) * size + i] = betas[i]
      }
    }
    let decomposition = symmetricEigendecomposition(Tensor(unchecked: [size, size], t))
    let vectors = decomposition.vectors.values
    func entry(_ row: Int, _ column: Int) -> Double { vectors[row * size + column] }
    func residual(_ column: Int) -> Double { betas[size - 1] * entry(size - 1, column).magnitude }
    let limit = tolerance * decomposition.values.reduce(0) { max($0, $1.magnitude) }

    let columns = (0..<count).map { size - 1 - $0 }
    let pairs = Pairs(
      values: columns.map { decomposition.values[$0] }, residuals: columns.map(residual),
      combinations: columns.map { column in (0..<size).map { entry($0, column) } })
    if size == next.count { return (pairs, true) }
    if hasClosed {
      // If nothing came of a space that a random vector opened, there is nothing more to find.
      let isSame =
        lastClosed.count == count
        && zip(lastClosed, pairs.values).allSatisfy { abs($0 - $1) <= limit }
      lastClosed = pairs.values
      return (pairs, isSame)
    }
    // The largest of the block that is being built must be known too: it may yet outgrow the
    // others.
    let ofBlock = (0..<size).last { column in
      (blockStart..<size).contains { entry($0, column) != 0 }
    }
    return (pairs, (columns + [ofBlock ?? size - 1]).allSatisfy { residual($0) <= limit })
  }

  /// The sum of the vectors so far, each times its number.
  func combined(_ combination: [Double]) -> [Double] {
    var sum = [Double](repeating: 0, count: next.count)
    for (vector, weight) in zip(basis, combination) {
      for i in sum.indices { sum[i] += weight * vector[i] }
    }
    var largest = 0.0
    for number in sum where abs(number) > abs(largest) * (1 + 1e-9) { largest = number }
    return largest < 0 ? sum.map { -$0 } : sum
  }

  /// Takes from a vector its parts along all so far; twice, which leaves no more than rounding.
  private func orthogonalize(_ vector: inout [Double]) {
    for _ in 0..<2 {
      for other in basis {
        let part = innerProduct(other, vector)
        for i in vector.indices { vector[i] -= part * other[i] }
      }
    }
  }
}
