// The innermost part of every matrix product: a tile of the result that stays in registers while
// the sums over k run. Each number of the tile has a lane of its own, so that its sum runs from the
// first k to the last whatever the vectors' width is, and has the same bits everywhere.

/// Where a factor's numbers are: that of row `i` and column `k` at `base[i · row + k · column]`.
struct Strided<S> {
  var base: UnsafePointer<S>
  var row: Int
  var column: Int
}

/// How a lane goes on with a sum.
protocol MultiplyAdd {
  /// `sum + a · b`.
  static func add<V: SIMD>(_ sum: V, _ a: V, _ b: V) -> V where V.Scalar: FloatingPoint
}

/// A product and a sum, each rounded: the same bits on every machine.
enum SeparateMultiplyAdd: MultiplyAdd {
  @inline(__always)
  static func add<V: SIMD>(_ sum: V, _ a: V, _ b: V) -> V where V.Scalar: FloatingPoint {
    sum + a * b
  }
}

/// A product and a sum with one rounding, which not every machine has.
enum FusedMultiplyAdd: MultiplyAdd {
  @inline(__always)
  static func add<V: SIMD>(_ sum: V, _ a: V, _ b: V) -> V where V.Scalar: FloatingPoint {
    sum.addingProduct(a, b)
  }
}

/// What the sums of a tile have to do with the numbers that are there.
enum TileStart {
  /// Nothing.
  case fresh
  /// They go on from them.
  case continuing
  /// They are added to them when they are whole.
  case adding
}

// A vector is known to be copied bit by bit: otherwise each of these goes through a temporary.
extension UnsafePointer {
  @inline(__always)
  func vector<V: SIMD & BitwiseCopyable>(_ offset: Int, _ type: V.Type) -> V
  where V.Scalar == Pointee {
    UnsafeRawPointer(self + offset).loadUnaligned(as: V.self)
  }
}

extension UnsafeMutablePointer {
  @inline(__always)
  func vector<V: SIMD & BitwiseCopyable>(_ offset: Int, _ type: V.Type) -> V
  where V.Scalar == Pointee {
    UnsafeRawPointer(self + offset).loadUnaligned(as: V.self)
  }

  @inline(__always)
  func store<V: SIMD & BitwiseCopyable>(_ vector: V, at offset: Int) where V.Scalar == Pointee {
    UnsafeMutableRawPointer(self + offset).storeBytes(of: vector, as: V.self)
  }
}

/// Four rows of two vectors: `c ← c + a b`, where `c` begins as `start` says.
///
/// `b` is a panel of `depth` rows, `bRow` numbers apart.
@inline(__always)
func tile4x2<V: SIMD & BitwiseCopyable, A: MultiplyAdd>(
  _ a: Strided<V.Scalar>, _ b: UnsafePointer<V.Scalar>, _ bRow: Int,
  _ c: UnsafeMutablePointer<V.Scalar>, _ cRow: Int, depth: Int, _ start: TileStart,
  _ vectors: V.Type, _ arithmetic: A.Type
) where V.Scalar: FloatingPoint {
  let width = V.scalarCount
  var c00 = V.zero
  var c01 = V.zero
  var c10 = V.zero
  var c11 = V.zero
  var c20 = V.zero
  var c21 = V.zero
  var c30 = V.zero
  var c31 = V.zero
  if start == .continuing {
    (c00, c01) = (c.vector(0, V.self), c.vector(width, V.self))
    (c10, c11) = (c.vector(cRow, V.self), c.vector(cRow + width, V.self))
    (c20, c21) = (c.vector(2 * cRow, V.self), c.vector(2 * cRow + width, V.self))
    (c30, c31) = (c.vector(3 * cRow, V.self), c.vector(3 * cRow + width, V.self))
  }
  var (p, q) = (a.base, b)
  for _ in 0..<depth {
    let (b0, b1) = (q.vector(0, V.self), q.vector(width, V.self))
    let a0 = V(repeating: p[0])
    c00 = A.add(c00, a0, b0)
    c01 = A.add(c01, a0, b1)
    let a1 = V(repeating: p[a.row])
    c10 = A.add(c10, a1, b0)
    c11 = A.add(c11, a1, b1)
    let a2 = V(repeating: p[2 * a.row])
    c20 = A.add(c20, a2, b0)
    c21 = A.add(c21, a2, b1)
    let a3 = V(repeating: p[3 * a.row])
    c30 = A.add(c30, a3, b0)
    c31 = A.add(c31, a3, b1)
    p += a.column
    q += bRow
  }
  if start == .adding {
    (c00, c01) = (c00 + c.vector(0, V.self), c01 + c.vector(width, V.self))
    (c10, c11) = (c10 + c.vector(cRow, V.self), c11 + c.vector(cRow + width, V.self))
    (c20, c21) = (c20 + c.vector(2 * cRow, V.self), c21 + c.vector(2 * cRow + width, V.self))
    (c30, c31) = (c30 + c.vector(3 * cRow, V.self), c31 + c.vector(3 * cRow + width, V.self))
  }
  c.store(c00, at: 0)
  c.store(c01, at: width)
  c.store(c10, at: cRow)
  c.store(c11, at: cRow + width)
  c.store(c20, at: 2 * cRow)
  c.store(c21, at: 2 * cRow + width)
  c.store(c30, at: 3 * cRow)
  c.store(c31, at: 3 * cRow + width)
}

/// Four rows of four vectors, for processors with thirty-two registers.
@inline(__always)
func tile4x4<V: SIMD & BitwiseCopyable, A: MultiplyAdd>(
  _ a: Strided<V.Scalar>, _ b: UnsafePointer<V.Scalar>, _ bRow: Int,
  _ c: UnsafeMutablePointer<V.Scalar>, _ cRow: Int, depth: Int, _ start: TileStart,
  _ vectors: V.Type, _ arithmetic: A.Type
) where V.Scalar: FloatingPoint {
  let w = V.scalarCount
  var c00 = V.zero
  var c01 = V.zero
  var c02 = V.zero
  var c03 = V.zero
  var c10 = V.zero
  var c11 = V.zero
  var c12 = V.zero
  var c13 = V.zero
  var c20 = V.zero
  var c21 = V.zero
  var c22 = V.zero
  var c23 = V.zero
  var c30 = V.zero
  var c31 = V.zero
  var c32 = V.zero
  var c33 = V.zero
  @inline(__always) func row(_ r: Int) -> (V, V, V, V) {
    let place = c + r * cRow
    return (
      place.vector(0, V.self), place.vector(w, V.self), place.vector(2 * w, V.self),
      place.vector(3 * w, V.self)
    )
  }
  @inline(__always) func put(_ r: Int, _ x0: V, _ x1: V, _ x2: V, _ x3: V) {
    let adds = start == .adding
    let place = c + r * cRow
    place.store(adds ? x0 + place.vector(0, V.self) : x0, at: 0)
    place.store(adds ? x1 + place.vector(w, V.self) : x1, at: w)
    place.store(adds ? x2 + place.vector(2 * w, V.self) : x2, at: 2 * w)
    place.store(adds ? x3 + place.vector(3 * w, V.self) : x3, at: 3 * w)
  }
  if start == .continuing {
    (c00, c01, c02, c03) = row(0)
    (c10, c11, c12, c13) = row(1)
    (c20, c21, c22, c23) = row(2)
    (c30, c31, c32, c33) = row(3)
  }
  var (p, q) = (a.base, b)
  for _ in 0..<depth {
    let (b0, b1) = (q.vector(0, V.self), q.vector(w, V.self))
    let (b2, b3) = (q.vector(2 * w, V.self), q.vector(3 * w, V.self))
    let a0 = V(repeating: p[0])
    c00 = A.add(c00, a0, b0)
    c01 = A.add(c01, a0, b1)
    c02 = A.add(c02, a0, b2)
    c03 = A.add(c03, a0, b3)
    let a1 = V(repeating: p[a.row])
    c10 = A.add(c10, a1, b0)
    c11 = A.add(c11, a1, b1)
    c12 = A.add(c12, a1, b2)
    c13 = A.add(c13, a1, b3)
    let a2 = V(repeating: p[2 * a.row])
    c20 = A.add(c20, a2, b0)
    c21 = A.add(c21, a2, b1)
    c22 = A.add(c22, a2, b2)
    c23 = A.add(c23, a2, b3)
    let a3 = V(repeating: p[3 * a.row])
    c30 = A.add(c30, a3, b0)
    c31 = A.add(c31, a3, b1)
    c32 = A.add(c32, a3, b2)
    c33 = A.add(c33, a3, b3)
    p += a.column
    q += bRow
  }
  put(0, c00, c01, c02, c03)
  put(1, c10, c11, c12, c13)
  put(2, c20, c21, c22, c23)
  put(3, c30, c31, c32, c33)
}

/// One row of four vectors.
@inline(__always)
func tile1x4<V: SIMD & BitwiseCopyable, A: MultiplyAdd>(
  _ a: Strided<V.Scalar>, _ b: UnsafePointer<V.Scalar>, _ bRow: Int,
  _ c: UnsafeMutablePointer<V.Scalar>, depth: Int, _ start: TileStart, _ vectors: V.Type,
  _ arithmetic: A.Type
) where V.Scalar: FloatingPoint {
  let w = V.scalarCount
  var c0 = V.zero
  var c1 = V.zero
  var c2 = V.zero
  var c3 = V.zero
  if start == .continuing {
    (c0, c1) = (c.vector(0, V.self), c.vector(w, V.self))
    (c2, c3) = (c.vector(2 * w, V.self), c.vector(3 * w, V.self))
  }
  var (p, q) = (a.base, b)
  for _ in 0..<depth {
    let a0 = V(repeating: p[0])
    c0 = A.add(c0, a0, q.vector(0, V.self))
    c1 = A.add(c1, a0, q.vector(w, V.self))
    c2 = A.add(c2, a0, q.vector(2 * w, V.self))
    c3 = A.add(c3, a0, q.vector(3 * w, V.self))
    p += a.column
    q += bRow
  }
  if start == .adding {
    (c0, c1) = (c0 + c.vector(0, V.self), c1 + c.vector(w, V.self))
    (c2, c3) = (c2 + c.vector(2 * w, V.self), c3 + c.vector(3 * w, V.self))
  }
  c.store(c0, at: 0)
  c.store(c1, at: w)
  c.store(c2, at: 2 * w)
  c.store(c3, at: 3 * w)
}

/// `rows` rows (one to four) of one vector.
@inline(__always)
func tileOfOneVector<V: SIMD & BitwiseCopyable, A: MultiplyAdd>(
  rows: Int, _ a: Strided<V.Scalar>, _ b: UnsafePointer<V.Scalar>, _ bRow: Int,
  _ c: UnsafeMutablePointer<V.Scalar>, _ cRow: Int, depth: Int, _ start: TileStart,
  _ vectors: V.Type, _ arithmetic: A.Type
) where V.Scalar: FloatingPoint {
  if rows == 4 {
    var c0 = V.zero
    var c1 = V.zero
    var c2 = V.zero
    var c3 = V.zero
    if start == .continuing {
      (c0, c1) = (c.vector(0, V.self), c.vector(cRow, V.self))
      (c2, c3) = (c.vector(2 * cRow, V.self), c.vector(3 * cRow, V.self))
    }
    var (p, q) = (a.base, b)
    for _ in 0..<depth {
      let b0 = q.vector(0, V.self)
      c0 = A.add(c0, V(repeating: p[0]), b0)
      c1 = A.add(c1, V(repeating: p[a.row]), b0)
      c2 = A.add(c2, V(repeating: p[2 * a.row]), b0)
      c3 = A.add(c3, V(repeating: p[3 * a.row]), b0)
      p += a.column
      q += bRow
    }
    if start == .adding {
      (c0, c1) = (c0 + c.vector(0, V.self), c1 + c.vector(cRow, V.self))
      (c2, c3) = (c2 + c.vector(2 * cRow, V.self), c3 + c.vector(3 * cRow, V.self))
    }
    c.store(c0, at: 0)
    c.store(c1, at: cRow)
    c.store(c2, at: 2 * cRow)
    c.store(c3, at: 3 * cRow)
    return
  }
  for row in 0..<rows {
    var sum = start == .continuing ? c.vector(row * cRow, V.self) : V.zero
    var (p, q) = (a.base + row * a.row, b)
    for _ in 0..<depth {
      sum = A.add(sum, V(repeating: p[0]), q.vector(0, V.self))
      p += a.column
      q += bRow
    }
    c.store(start == .adding ? sum + c.vector(row * cRow, V.self) : sum, at: row * cRow)
  }
}
