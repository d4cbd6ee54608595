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
