// Every element of a product is Σₖ aᵢₖ bₖⱼ summed from the first k to the last. The loops are
// ordered so that the innermost runs over j, where the sums are independent of each other and
// the processor may do several at once without changing a bit.

/// `[m, k] · [k, n] → [m, n]`, either factor taken transposed.
@inline(__always)
func matrixProduct<S: Scalar>(
  _ a: Tensor<S>, transposed aTransposed: Bool, _ b: Tensor<S>, transposed bTransposed: Bool
) -> Tensor<S> {
  let (m, inner) =
    aTransposed ? (a.shape[1], a.shape[0]) : (a.shape[0], a.shape[1])
  let n = bTransposed ? b.shape[0] : b.shape[1]
  let right = bTransposed ? transposed(b) : b
  var values = [S](repeating: 0, count: m * n)
  values.withUnsafeMutableBufferPointer { result in
    a.values.withUnsafeBufferPointer { a in
      right.values.withUnsafeBufferPointer { b in
        for i in 0..<m {
          for k in 0..<inner {
            let factor = aTransposed ? a[k * m + i] : a[i * inner + k]
            for j in 0..<n { result[i * n + j] += factor * b[k * n + j] }
          }
        }
      }
    }
  }
  return Tensor(unchecked: [m, n], values)
}

/// `[m, n] · [n] → [m]`, or `[m, n]ᵀ · [m] → [n]`.
@inline(__always)
func matrixVectorProduct<S: Scalar>(
  _ a: Tensor<S>, transposed: Bool, _ x: Tensor<S>
) -> Tensor<S> {
  let (m, n) = (a.shape[0], a.shape[1])
  var values = [S](repeating: 0, count: transposed ? n : m)
  values.withUnsafeMutableBufferPointer { result in
    a.values.withUnsafeBufferPointer { a in
      x.values.withUnsafeBufferPointer { x in
        if transposed {
          for i in 0..<m {
            for j in 0..<n { result[j] += a[i * n + j] * x[i] }
          }
        } else {
          for i in 0..<m {
            var sum: S = 0
            for j in 0..<n { sum += a[i * n + j] * x[j] }
            result[i] = sum
          }
        }
      }
    }
  }
  return Tensor(unchecked: [transposed ? n : m], values)
}

/// `[m] ⊗ [n] → [m, n]`.
@inline(__always)
func outerProduct<S: Scalar>(_ a: Tensor<S>, _ b: Tensor<S>) -> Tensor<S> {
  var values: [S] = []
  values.reserveCapacity(a.count * b.count)
  for x in a.values {
    for y in b.values { values.append(x * y) }
  }
  return Tensor(unchecked: [a.count, b.count], values)
}

/// `Σ aᵢ bᵢ`.
@inline(__always)
func innerProduct<S: Scalar>(_ a: [S], _ b: [S]) -> S {
  var sum: S = 0
  for i in 0..<a.count { sum += a[i] * b[i] }
  return sum
}

/// `[m, n] → [n, m]`.
@inline(__always)
func transposed<S: Scalar>(_ a: Tensor<S>) -> Tensor<S> {
  let (m, n) = (a.shape[0], a.shape[1])
  var values: [S] = []
  values.reserveCapacity(m * n)
  for j in 0..<n {
    for i in 0..<m { values.append(a.values[i * n + j]) }
  }
  return Tensor(unchecked: [n, m], values)
}
