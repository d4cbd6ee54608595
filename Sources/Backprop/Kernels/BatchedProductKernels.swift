/// `[b, m, k] · [b, k, n] → [b, m, n]`, matrix by matrix, either factor taken transposed.
func batchedMatrixProduct<S: Scalar>(
  _ a: Tensor<S>, _ aTransposed: Bool, _ b: Tensor<S>, _ bTransposed: Bool
) -> Tensor<S> {
  let count = a.shape[0]
  let (m, depth) = aTransposed ? (a.shape[2], a.shape[1]) : (a.shape[1], a.shape[2])
  let n = bTransposed ? b.shape[1] : b.shape[2]
  var values = [S](repeating: 0, count: count * m * n)
  values.withUnsafeMutableBufferPointer { result in
    a.values.withUnsafeBufferPointer { a in
      b.values.withUnsafeBufferPointer { b in
        // Empty factors give zeros.
        guard let a = a.baseAddress, let b = b.baseAddress, let result = result.baseAddress,
          m * n * depth > 0
        else { return }
        for index in 0..<count {
          let (a, b) = (a + index * m * depth, b + index * depth * n)
          S.multiply(
            ProductTask(
              m: m, n: n, depth: depth,
              a: aTransposed
                ? Strided(base: a, row: 1, column: m) : Strided(base: a, row: depth, column: 1),
              b: bTransposed
                ? Strided(base: b, row: 1, column: depth) : Strided(base: b, row: n, column: 1),
              c: result + index * m * n), .deterministic)
        }
      }
    }
  }
  return Tensor(unchecked: [count, m, n], values)
}
