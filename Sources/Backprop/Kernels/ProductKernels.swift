// Every number of a product is Σₖ aᵢₖ bₖⱼ, summed from the first k to the last.

/// A product of two matrices that lie in memory: `c ← a b`, or `c ← c + a b`.
///
/// The library's own kernels take it; its parts are not for use outside.
public struct ProductTask<S> {
  /// The lengths: `a` is `[m, depth]`, `b` is `[depth, n]`, `c` is `[m, n]`.
  let m: Int, n: Int, depth: Int
  let a: Strided<S>
  let b: Strided<S>
  /// Row-major.
  let c: UnsafeMutablePointer<S>
  /// Whether the finished product is added to what is there.
  var adds = false
}

#if AVX512
  // Thirty-two registers of 64 bytes.
  typealias FloatVector = SIMD16<Float>
  typealias DoubleVector = SIMD8<Double>
  private typealias AcceleratedMultiplyAdd = FusedMultiplyAdd
  let vectorsInTile = 4
#elseif AVX
  typealias FloatVector = SIMD8<Float>
  typealias DoubleVector = SIMD4<Double>
  private typealias AcceleratedMultiplyAdd = FusedMultiplyAdd
  let vectorsInTile = 2
#else
  // Sixteen registers of 16 bytes, which every processor of our platforms and WebAssembly have.
  typealias FloatVector = SIMD4<Float>
  typealias DoubleVector = SIMD2<Double>
  // Without an instruction of its own, a fused product and sum would take a hundred others.
  private typealias AcceleratedMultiplyAdd = SeparateMultiplyAdd
  let vectorsInTile = 2
#endif

extension Double {
  /// Computes a product of matrices.
  public static func multiply(_ task: ProductTask<Double>, _ backend: Backend) {
    switch backend {
    case .deterministic: multiplied(task, DoubleVector.self, SeparateMultiplyAdd.self)
    case .accelerated: multiplied(task, DoubleVector.self, AcceleratedMultiplyAdd.self)
    }
  }
}

extension Float {
  /// Computes a product of matrices.
  public static func multiply(_ task: ProductTask<Float>, _ backend: Backend) {
    switch backend {
    case .deterministic: multiplied(task, FloatVector.self, SeparateMultiplyAdd.self)
    case .accelerated: multiplied(task, FloatVector.self, AcceleratedMultiplyAdd.self)
    }
  }
}

/// How many rows of `b` are taken at a time: their panel stays in the nearest cache.
private let panelDepth = 128

/// A product by tiles. Of `b` a panel of a few vectors' width is copied at a time, so that its rows
/// lie one after another, whichever way `b` is stored.
@inline(__always)
func multiplied<V: SIMD & BitwiseCopyable, A: MultiplyAdd>(
  _ task: ProductTask<V.Scalar>, _ vectors: V.Type, _ arithmetic: A.Type
) where V.Scalar: Scalar {
  if task.m == 0 || task.n == 0 { return }
  if task.m * task.n * task.depth <= 64 || task.depth == 0 {
    multipliedPlainly(task)
    return
  }
  if task.n < V.scalarCount && task.a.row == 1 && task.m >= V.scalarCount {
    // A narrow result: lanes go along the other side, on which the numbers follow each other too.
    withUnsafeTemporaryAllocation(of: V.Scalar.self, capacity: task.m * task.n) { product in
      let turned = product.baseAddress!
      multipliedByPanels(
        ProductTask(
          m: task.n, n: task.m, depth: task.depth,
          a: Strided(base: task.b.base, row: task.b.column, column: task.b.row),
          b: Strided(base: task.a.base, row: task.a.column, column: 1), c: turned), vectors,
        arithmetic)
      for i in 0..<task.m {
        for j in 0..<task.n {
          let place = i * task.n + j
          let number = turned[j * task.m + i]
          task.c[place] = task.adds ? task.c[place] + number : number
        }
      }
    }
  } else if task.adds && task.depth > panelDepth {
    // The whole product is summed first, then added.
    withUnsafeTemporaryAllocation(of: V.Scalar.self, capacity: task.m * task.n) { product in
      multipliedByPanels(
        ProductTask(
          m: task.m, n: task.n, depth: task.depth, a: task.a, b: task.b, c: product.baseAddress!),
        vectors, arithmetic)
      for i in 0..<product.count { task.c[i] += product[i] }
    }
  } else {
    multipliedByPanels(task, vectors, arithmetic)
  }
}

@inline(never)
private func multipliedByPanels<V: SIMD & BitwiseCopyable, A: MultiplyAdd>(
  _ task: ProductTask<V.Scalar>, _ vectors: V.Type, _ arithmetic: A.Type
) where V.Scalar: Scalar {
  let width = V.scalarCount
  let panelWidth = vectorsInTile * width
  let rowOfPanel = panelWidth
  withUnsafeTemporaryAllocation(
    byteCount: (panelDepth * panelWidth + 4 * panelWidth) * MemoryLayout<V.Scalar>.stride,
    alignment: 64
  ) { bytes in
    let panel = bytes.baseAddress!.assumingMemoryBound(to: V.Scalar.self)
    let corner = panel + panelDepth * panelWidth
    var column = 0
    while column < task.n {
      let columns = min(panelWidth, task.n - column)
      let vectorCount = (columns + width - 1) / width
      var k = 0
      while k < task.depth {
        let depth = min(panelDepth, task.depth - k)
        let start: TileStart = task.adds ? .adding : k > 0 ? .continuing : .fresh
        // One row of `a` meets the panel once: then it is not worth copying.
        let isWhole = columns == vectorCount * width
        let direct = task.b.column == 1 && isWhole && (task.m <= 32 || task.b.row == panelWidth)
        let b: UnsafePointer<V.Scalar>
        let bRow: Int
        if direct {
          b = task.b.base + k * task.b.row + column
          bRow = task.b.row
        } else {
          packPanel(
            task.b, from: k, depth, column, columns, padded: vectorCount * width, panel,
            rowOfPanel, V.self)
          b = UnsafePointer(panel)
          bRow = rowOfPanel
        }
        var row = 0
        while row < task.m {
          let rows = min(4, task.m - row)
          let a = Strided(
            base: task.a.base + row * task.a.row + k * task.a.column, row: task.a.row,
            column: task.a.column)
          let c = task.c + row * task.n + column
          var vector = 0
          while vector < vectorCount {
            let at = vector * width
            if rows == 4 && vectorsInTile == 4 && at + 4 * width <= columns {
              tile4x4(
                a, b + at, bRow, c + at, task.n, depth: depth, start, vectors, arithmetic)
              vector += 4
            } else if rows < 4 && vectorsInTile == 4 && at + 4 * width <= columns {
              for row in 0..<rows {
                tile1x4(
                  Strided(base: a.base + row * a.row, row: a.row, column: a.column), b + at, bRow,
                  c + row * task.n + at, depth: depth, start, vectors, arithmetic)
              }
              vector += 4
            } else if rows == 4 && at + 2 * width <= columns {
              tile4x2(
                a, b + at, bRow, c + at, task.n, depth: depth, start, vectors, arithmetic)
              vector += 2
            } else if at + width <= columns {
              tileOfOneVector(
                rows: rows, a, b + at, bRow, c + at, task.n, depth: depth, start, vectors,
                arithmetic)
              vector += 1
            } else {
              // The last columns do not fill a vector: they go through a corner of their own.
              let rest = columns - at
              if start != .fresh {
                for i in 0..<rows {
                  for j in 0..<rest { corner[i * width + j] = c[i * task.n + at + j] }
                }
              }
              tileOfOneVector(
                rows: rows, a, b + at, bRow, corner, width, depth: depth, start, vectors, arithmetic
              )
              for i in 0..<rows {
                for j in 0..<rest { c[i * task.n + at + j] = corner[i * width + j] }
              }
              vector += 1
            }
          }
          row += rows
        }
        k += depth
      }
      column += columns
    }
  }
}

/// Copies a part of `b` so that its rows follow each other, filled with zeros to whole vectors.
@inline(__always)
private func packPanel<V: SIMD & BitwiseCopyable>(
  _ b: Strided<V.Scalar>, from k: Int, _ depth: Int, _ column: Int, _ columns: Int, padded: Int,
  _ panel: UnsafeMutablePointer<V.Scalar>, _ rowOfPanel: Int, _ vectors: V.Type
) where V.Scalar: Scalar {
  let source = b.base + k * b.row + column * b.column
  if b.column == 1 {
    for i in 0..<depth {
      let (from, to) = (source + i * b.row, panel + i * rowOfPanel)
      for j in 0..<columns { to[j] = from[j] }
      for j in columns..<padded { to[j] = 0 }
    }
  } else {
    transpose(source, columns, depth, rowStride: b.column, into: panel, rowStride: rowOfPanel)
    for i in 0..<depth {
      for j in columns..<padded { panel[i * rowOfPanel + j] = 0 }
    }
  }
}

/// A product too small for vectors.
@inline(__always)
private func multipliedPlainly<S: Scalar>(_ task: ProductTask<S>) {
  for i in 0..<task.m {
    for j in 0..<task.n {
      var sum: S = 0
      for k in 0..<task.depth {
        sum +=
          task.a.base[i * task.a.row + k * task.a.column]
          * task.b.base[k * task.b.row + j * task.b.column]
      }
      let place = i * task.n + j
      task.c[place] = task.adds ? task.c[place] + sum : sum
    }
  }
}

/// `[m, k] · [k, n] → [m, n]`, either factor taken transposed; or several such products, one for each
/// place on a first axis.
@inline(__always)
func matrixProduct<S: Scalar>(
  _ a: Tensor<S>, transposed aTransposed: Bool, _ b: Tensor<S>, transposed bTransposed: Bool
) -> Tensor<S> {
  if a.rank == 3 { return batchedMatrixProduct(a, aTransposed, b, bTransposed) }
  let (m, depth) = aTransposed ? (a.shape[1], a.shape[0]) : (a.shape[0], a.shape[1])
  let n = bTransposed ? b.shape[0] : b.shape[1]
  let values = [S](unsafeUninitializedCapacity: m * n) { result, count in
    a.values.withUnsafeBufferPointer { a in
      b.values.withUnsafeBufferPointer { b in
        if m * n > 0 {
          S.multiply(
            ProductTask(
              m: m, n: n, depth: depth,
              a: factor(a, m, depth, transposed: aTransposed),
              b: factor(b, depth, n, transposed: bTransposed), c: result.baseAddress!),
            .deterministic)
        }
      }
    }
    count = m * n
  }
  return Tensor(unchecked: [m, n], values)
}

/// A factor of given lengths, as the product reads it.
@inline(__always)
private func factor<S>(
  _ numbers: UnsafeBufferPointer<S>, _ rows: Int, _ columns: Int, transposed: Bool
) -> Strided<S> {
  // An empty array may have no address; then nothing is read.
  let base = numbers.baseAddress ?? UnsafePointer(bitPattern: 64)!
  return transposed
    ? Strided(base: base, row: 1, column: rows) : Strided(base: base, row: columns, column: 1)
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
        guard let result = result.baseAddress, let a = a.baseAddress, let x = x.baseAddress else {
          return
        }
        multiply(a, m, n, transposed: transposed, x, into: result)
      }
    }
  }
  return Tensor(unchecked: [transposed ? n : m], values)
}

/// `[m, n] · [n] → [m]`, or `[m, n]ᵀ · [m] → [n]`.
@inline(__always)
func multiply<S: Scalar>(
  _ a: UnsafePointer<S>, _ m: Int, _ n: Int, transposed: Bool, _ x: UnsafePointer<S>,
  into result: UnsafeMutablePointer<S>
) {
  if transposed {
    for j in 0..<n { result[j] = 0 }
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

/// `[m] ⊗ [n] → [m, n]`.
@inline(__always)
func outerProduct<S: Scalar>(_ a: Tensor<S>, _ b: Tensor<S>) -> Tensor<S> {
  let (m, n) = (a.count, b.count)
  let values = [S](unsafeUninitializedCapacity: m * n) { result, initialized in
    a.values.withUnsafeBufferPointer { a in
      b.values.withUnsafeBufferPointer { b in
        if let a = a.baseAddress, let b = b.baseAddress, let result = result.baseAddress {
          multiplyOuter(a, m, b, n, into: result)
        }
      }
    }
    initialized = m * n
  }
  return Tensor(unchecked: [m, n], values)
}

/// `[m] ⊗ [n] → [m, n]`.
@inline(__always)
func multiplyOuter<S: Scalar>(
  _ a: UnsafePointer<S>, _ m: Int, _ b: UnsafePointer<S>, _ n: Int,
  into result: UnsafeMutablePointer<S>
) {
  for i in 0..<m {
    let (factor, row) = (a[i], result + i * n)
    for j in 0..<n { row[j] = factor * b[j] }
  }
}

/// `Σ aᵢ bᵢ`.
@inline(__always)
func innerProduct<S: Scalar>(_ a: [S], _ b: [S]) -> S {
  a.withUnsafeBufferPointer { x in
    b.withUnsafeBufferPointer { y in
      guard let left = x.baseAddress, let right = y.baseAddress else { return 0 }
      return innerProduct(left, right, x.count)
    }
  }
}

/// `Σ aᵢ bᵢ`.
@inline(__always)
func innerProduct<S: Scalar>(_ a: UnsafePointer<S>, _ b: UnsafePointer<S>, _ count: Int) -> S {
  var sum: S = 0
  for i in 0..<count { sum += a[i] * b[i] }
  return sum
}
