/// Where a microoperation finds or puts the numbers of a block: at `offset + pace · start` in the
/// memory, with `start` the place of the block in the whole.
struct MicroPlace: Equatable {
  var offset: Int
  /// 1 for a tensor that the blocks go through, 0 for a place in the scratch memory or one number.
  var pace: Int
  /// Whether it is one number, used for the whole block.
  var isScalar = false
}

/// One elementwise operation on one block of numbers.
struct Microoperation<S: Scalar> {
  enum Kind: UInt8 {
    /// `target ← code(a)`.
    case ofOne
    /// `target ← code(a, b)`.
    case ofTwo
    /// A row, once for each row of the largest block; it is run before the first block.
    case repeatRow
    /// The number of each row, once for each column.
    case spreadColumn
    /// A part of each row of a wider matrix.
    case gatherRows
  }

  var kind: Kind
  var code = ElementwiseCode.copy
  var target: MicroPlace
  var a: MicroPlace
  var b = MicroPlace(offset: 0, pace: 0)
  var constant: S = 0
  /// How far the rows of the wider matrix lie apart.
  var rowStride = 0

  /// Runs it on the `count` numbers from `start` on, which are whole rows if the operation says
  /// anything of rows.
  @inline(__always)
  func run(_ memory: UnsafeMutablePointer<S>, start: Int, count: Int, columns: Int) {
    let y = memory + (target.offset + target.pace * start)
    let x = UnsafePointer(memory + (a.offset + a.pace * start))
    switch kind {
    case .ofOne: code.apply(x, y, count, constant: constant)
    case .ofTwo:
      let z = UnsafePointer(memory + (b.offset + b.pace * start))
      code.apply(x, isScalar: a.isScalar, z, isScalar: b.isScalar, y, count)
    case .repeatRow:
      for row in 0..<(count / columns) {
        for column in 0..<columns { y[row * columns + column] = x[column] }
      }
    case .spreadColumn:
      let x = memory + (a.offset + start / columns)
      for row in 0..<(count / columns) {
        let number = x[row]
        for column in 0..<columns { y[row * columns + column] = number }
      }
    case .gatherRows:
      let x = memory + (a.offset + start / columns * rowStride)
      for row in 0..<(count / columns) {
        for column in 0..<columns { y[row * columns + column] = x[row * rowStride + column] }
      }
    }
  }
}

/// How an operand of an elementwise operation lies in memory, relative to the result.
enum OperandLayout: Equatable {
  /// Number for number.
  case full
  /// One number for all.
  case scalar
  /// A row of so many numbers, the same for all rows.
  case row(Int)
  /// A number for each row of so many columns.
  case column(Int)
  /// Rows of so many numbers, part of rows that lie `stride` apart, the first `offset` on.
  case part(columns: Int, stride: Int, offset: Int)

  /// How many columns the result has to be seen in, if that matters.
  var columns: Int? {
    switch self {
    case .full, .scalar: nil
    case .row(let columns), .column(let columns), .part(let columns, _, _): columns
    }
  }

  /// The layout of a tensor that broadcasts to a shape; nil if it is none of these.
  init?(_ shape: [Int], broadcastTo larger: [Int]) {
    let (count, size) = (elementCount(shape), elementCount(larger))
    if count == size {
      self = .full
    } else if count == 1 {
      self = .scalar
    } else {
      let missing = larger.count - shape.count
      let aligned = [Int](repeating: 1, count: missing) + shape
      let firstEqual = aligned.firstIndex { $0 != 1 } ?? 0
      if Array(aligned[firstEqual...]) == Array(larger[firstEqual...]) {
        self = .row(count)
        return
      }
      let end = (aligned.lastIndex { $0 != 1 } ?? 0) + 1
      if Array(aligned[..<end]) == Array(larger[..<end]) {
        self = .column(size / count)
        return
      }
      return nil
    }
  }
}
