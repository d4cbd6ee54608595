/// The eigenvalues of a symmetric matrix, and its eigenvectors.
///
///     let found = symmetricEigendecomposition(Tensor([[2, 1], [1, 2]]))
///     found.values         // [1.0, 3.0], to rounding
///     found.vector(1)      // (1, 1) / √2
public struct SymmetricEigendecomposition: Sendable {
  /// The eigenvalues in ascending order.
  public let values: [Double]
  /// The eigenvectors as the columns of a matrix, of length 1 and at right angles, in the order of
  /// the eigenvalues. Of each the entry largest in magnitude is positive.
  public let vectors: Tensor<Double>

  /// The eigenvector of one of the eigenvalues, of shape `[n]`.
  ///
  /// Traps where there is no such eigenvalue.
  public func vector(_ index: Int) -> Tensor<Double> {
    vectors.slice(index..<(index + 1), axis: 1).flattened
  }
}

/// The eigenvalues of a symmetric matrix in ascending order.
///
/// Traps unless the matrix is square, and symmetric except for rounding; entries off the diagonal
/// that are NaN or infinite do not count as symmetric.
///
/// By Jacobi's rotations, `O(n³)` a sweep; the values are those of
/// ``symmetricEigendecomposition(_:file:line:)``, found without rotating vectors along.
public func symmetricEigenvalues<S: Scalar>(
  _ matrix: Tensor<S>, file: StaticString = #fileID, line: UInt = #line
) -> [Double] {
  var a = symmetricValues(matrix, file: file, line: line)
  var v: [Double] = []
  diagonalize(&a, &v, size: matrix.shape[0])
  return (0..<matrix.shape[0]).map { a[$0 * matrix.shape[0] + $0] }.sorted()
}

/// The eigenvalues of a symmetric matrix and its eigenvectors.
///
/// By rotations that each make one pair of entries vanish, over all pairs in order until none is
/// left (Jacobi's method): `O(n³)` a sweep, some six to ten sweeps. Traps unless the matrix is
/// square, and symmetric except for rounding; entries off the diagonal that are NaN or infinite do
/// not count as symmetric.
///
/// Source: G. Golub and C. Van Loan, Matrix Computations, section 8.5.
public func symmetricEigendecomposition<S: Scalar>(
  _ matrix: Tensor<S>, file: StaticString = #fileID, line: UInt = #line
) -> SymmetricEigendecomposition {
  var a = symmetricValues(matrix, file: file, line: line)
  let size = matrix.shape[0]
  var v = Tensor<Double>.identity(size).values
  diagonalize(&a, &v, size: size)

  let order = (0..<size).sorted { a[$0 * size + $0] < a[$1 * size + $1] }
  var vectors = [Double](repeating: 0, count: size * size)
  for (column, source) in order.enumerated() {
    var largest = 0.0
    for row in 0..<size where abs(v[row * size + source]) > abs(largest) * (1 + 1e-9) {
      largest = v[row * size + source]
    }
    for row in 0..<size {
      vectors[row * size + column] = v[row * size + source] * (largest < 0 ? -1 : 1)
    }
  }
  return SymmetricEigendecomposition(
    values: order.map { a[$0 * size + $0] },
    vectors: Tensor(unchecked: [size, size], vectors))
}

/// A matrix's numbers as doubles, each pair across the diagonal replaced by its mean.
private func symmetricValues<S: Scalar>(
  _ matrix: Tensor<S>, file: StaticString, line: UInt
) -> [Double] {
  require(
    matrix.rank == 2 && matrix.shape[0] == matrix.shape[1],
    "Eigenvalues are those of a square matrix; this one has the shape \(matrix.shape).",
    file: file, line: line)
  let size = matrix.shape[0]
  var values = matrix.scalars.map { Double($0) }
  let scale = values.reduce(0) { max($0, $1.magnitude) }
  for i in 0..<size {
    for j in 0..<i {
      let (x, y) = (values[i * size + j], values[j * size + i])
      require(
        abs(x - y) <= 1e3 * Double(S.ulpOfOne) * scale,
        "The matrix is not symmetric: \(x) at [\(i), \(j)] and \(y) at [\(j), \(i)].",
        file: file, line: line)
      values[i * size + j] = (x + y) / 2
      values[j * size + i] = (x + y) / 2
    }
  }
  return values
}

/// Rotates a symmetric matrix until it is diagonal, and the columns of `v` along unless it is
/// empty.
private func diagonalize(_ a: inout [Double], _ v: inout [Double], size n: Int) {
  let withVectors = !v.isEmpty
  for _ in 0..<60 {
    var offDiagonal = 0.0
    for i in 0..<n {
      for j in 0..<i { offDiagonal += abs(a[i * n + j]) }
    }
    if offDiagonal == 0 || offDiagonal.isNaN { return }

    for p in 0..<n {
      for q in (p + 1)..<Swift.max(n, p + 1) {
        let entry = a[p * n + q]
        let (pp, qq) = (a[p * n + p], a[q * n + q])
        // An entry too small to change either diagonal entry is as good as zero.
        if pp + entry == pp && qq + entry == qq {
          a[p * n + q] = 0
          a[q * n + p] = 0
          continue
        }
        let theta = (qq - pp) / (2 * entry)
        let t = (theta < 0 ? -1 : 1) / (abs(theta) + (theta * theta + 1).squareRoot())
        let c = 1 / (t * t + 1).squareRoot()
        let s = t * c
        for k in 0..<n where k != p && k != q {
          let (x, y) = (a[k * n + p], a[k * n + q])
          a[k * n + p] = c * x - s * y
          a[p * n + k] = a[k * n + p]
          a[k * n + q] = s * x + c * y
          a[q * n + k] = a[k * n + q]
        }
        a[p * n + p] = pp - t * entry
        a[q * n + q] = qq + t * entry
        a[p * n + q] = 0
        a[q * n + p] = 0
        guard withVectors else { continue }
        for k in 0..<n {
          let (x, y) = (v[k * n + p], v[k * n + q])
          v[k * n + p] = c * x - s * y
          v[k * n + q] = s * x + c * y
        }
      }
    }
  }
}
