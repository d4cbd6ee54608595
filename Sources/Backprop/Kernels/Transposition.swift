/// `[rows, columns] → [columns, rows]`, of matrices whose rows lie so far apart.
///
/// The library's own kernels take it; its parts are not for use outside.
public struct TranspositionTask<S> {
  let source: UnsafePointer<S>
  let rows: Int
  let columns: Int
  let rowStride: Int
  let target: UnsafeMutablePointer<S>
  let targetStride: Int
}

extension Double {
  /// Transposes a matrix.
  public static func transpose(_ task: TranspositionTask<Double>) { transposedByBlocks(task) }
}

extension Float {
  /// Transposes a matrix.
  public static func transpose(_ task: TranspositionTask<Float>) { transposedByBlocks(task) }
}

/// `[rows, columns] → [columns, rows]`.
@inline(__always)
func transpose<S: Scalar>(
  _ source: UnsafePointer<S>, _ rows: Int, _ columns: Int, rowStride: Int,
  into target: UnsafeMutablePointer<S>, rowStride targetStride: Int
) {
  S.transpose(
    TranspositionTask(
      source: source, rows: rows, columns: columns, rowStride: rowStride, target: target,
      targetStride: targetStride))
}

/// By blocks of eight by eight.
@inline(__always)
private func transposedByBlocks<S: SIMDScalar>(_ task: TranspositionTask<S>)
where S.SIMD8Storage: BitwiseCopyable {
  let (source, target) = (task.source, task.target)
  let (rowStride, targetStride) = (task.rowStride, task.targetStride)
  let (blockRows, blockColumns) = (task.rows & ~7, task.columns & ~7)
  var row = 0
  while row < blockRows {
    var column = 0
    while column < blockColumns {
      transposeBlock(
        source + (row * rowStride + column), rowStride, target + (column * targetStride + row),
        targetStride)
      column += 8
    }
    row += 8
  }
  for i in 0..<task.rows {
    let from = source + i * rowStride
    for j in (i < blockRows ? blockColumns : 0)..<task.columns {
      target[j * targetStride + i] = from[j]
    }
  }
}

/// Eight rows of eight numbers. Three rounds, in each of which the rows of the upper half are riffled
/// with those of the lower half like cards, bring every number to its place.
@inline(__always)
private func transposeBlock<S: SIMDScalar>(
  _ source: UnsafePointer<S>, _ rowStride: Int, _ target: UnsafeMutablePointer<S>,
  _ targetStride: Int
) where S.SIMD8Storage: BitwiseCopyable {
  typealias Row = SIMD8<S>
  typealias Rows = (Row, Row, Row, Row, Row, Row, Row, Row)
  @inline(__always) func low(_ a: Row, _ b: Row) -> Row {
    Row(a[0], b[0], a[1], b[1], a[2], b[2], a[3], b[3])
  }
  @inline(__always) func high(_ a: Row, _ b: Row) -> Row {
    Row(a[4], b[4], a[5], b[5], a[6], b[6], a[7], b[7])
  }
  @inline(__always) func riffled(_ r: Rows) -> Rows {
    (
      low(r.0, r.4), high(r.0, r.4), low(r.1, r.5), high(r.1, r.5), low(r.2, r.6), high(r.2, r.6),
      low(r.3, r.7), high(r.3, r.7)
    )
  }
  @inline(__always) func row(_ index: Int) -> Row { source.vector(index * rowStride, Row.self) }
  let rows = riffled(
    riffled(riffled((row(0), row(1), row(2), row(3), row(4), row(5), row(6), row(7)))))
  target.store(rows.0, at: 0)
  target.store(rows.1, at: targetStride)
  target.store(rows.2, at: 2 * targetStride)
  target.store(rows.3, at: 3 * targetStride)
  target.store(rows.4, at: 4 * targetStride)
  target.store(rows.5, at: 5 * targetStride)
  target.store(rows.6, at: 6 * targetStride)
  target.store(rows.7, at: 7 * targetStride)
}

/// `[m, n] → [n, m]`.
@inline(__always)
func transposed<S: Scalar>(_ a: Tensor<S>) -> Tensor<S> {
  let (m, n) = (a.shape[0], a.shape[1])
  let values = [S](unsafeUninitializedCapacity: m * n) { result, count in
    a.values.withUnsafeBufferPointer { a in
      if let a = a.baseAddress, m * n > 0 {
        transpose(a, m, n, rowStride: n, into: result.baseAddress!, rowStride: m)
      }
    }
    count = m * n
  }
  return Tensor(unchecked: [n, m], values)
}
