/// Where a microoperation finds or puts the numbers of a block: at `offset + pace · start` in the
/// memory, with `start` the place of the block in the whole.
struct MicroPlace: Equatable {
  var offset: Int
  /// 1 for a tensor that the blocks go through, 0 for a place in the scratch memory or one number.
  var pace: Int
  /// Whether it is one number, used for the whole block.
  var isScalar = false

  /// Where the block that begins at `start` is.
  @inline(__always)
  func block<S: Scalar>(of memory: UnsafeMutablePointer<S>, _ start: Int) -> UnsafeMutablePointer<S>
  {
    memory + (offset + pace * start)
  }
}

/// One elementwise operation on one block of numbers.
struct Microoperation<S: Scalar> {
  enum Kind {
    /// `target ← f(a)`.
    case unary(UnaryKernel, MicroPlace)
    /// `target ← f(a, b)`.
    case binary(BinaryFunction, MicroPlace, MicroPlace)
    /// The row at a place, once for each row of the largest block; it is run before the first
    /// block.
    case repeatRow(at: Int)
    /// The number of each row, once for each column.
    case spreadColumn(at: Int)
    /// A part of each row of a wider matrix, whose rows lie `stride` apart.
    case gatherRows(at: Int, stride: Int)
  }

  var kind: Kind
  var target: MicroPlace

  /// Runs it on the `count` numbers from `start` on, which are whole rows if the operation says
  /// anything of rows.
  @inline(__always)
  func run(_ memory: UnsafeMutablePointer<S>, start: Int, count: Int, columns: Int) {
    let y = target.block(of: memory, start)
    switch kind {
    case .unary(let kernel, let a):
      let x = UnsafePointer(a.block(of: memory, start))
      kernel.apply(x, y, a.isScalar ? min(1, count) : count)
      if a.isScalar { repeatFirst(of: y, count) }
    case .binary(let function, let a, let b):
      let isOne = a.isScalar && b.isScalar
      function.apply(
        UnsafePointer(a.block(of: memory, start)), isScalar: a.isScalar && !isOne,
        UnsafePointer(b.block(of: memory, start)), isScalar: b.isScalar && !isOne, y,
        isOne ? min(1, count) : count)
      if isOne { repeatFirst(of: y, count) }
    case .repeatRow(let place):
      let x = memory + place
      for row in 0..<(count / columns) {
        for column in 0..<columns { y[row * columns + column] = x[column] }
      }
    case .spreadColumn(let place):
      let x = memory + (place + start / columns)
      for row in 0..<(count / columns) {
        let number = x[row]
        for column in 0..<columns { y[row * columns + column] = number }
      }
    case .gatherRows(let place, let stride):
      let x = memory + (place + start / columns * stride)
      for row in 0..<(count / columns) {
        for column in 0..<columns { y[row * columns + column] = x[row * stride + column] }
      }
    }
  }

  /// What is computed of single numbers is the same for the whole block.
  private func repeatFirst(of y: UnsafeMutablePointer<S>, _ count: Int) {
    if count > 1 { (y + 1).update(repeating: y[0], count: count - 1) }
  }
}
