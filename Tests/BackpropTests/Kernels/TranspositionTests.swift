import Testing

@testable import Backprop

@Suite struct TranspositionTests {
  @Test(arguments: [(1, 1), (2, 3), (8, 8), (9, 17), (33, 16), (0, 3)])
  func rowsBecomeColumns(rows: Int, columns: Int) {
    let numbers = (0..<(rows * columns)).map { Double($0) }
    let result = transposed(Tensor(shape: [rows, columns], scalars: numbers))
    #expect(result.shape == [columns, rows])
    for row in 0..<rows {
      for column in 0..<columns {
        #expect(result.scalars[column * rows + row] == numbers[row * columns + column])
      }
    }
  }

  @Test func aPartOfAWiderMatrixIsTransposedIntoAWiderOne() {
    let source: [Float] = [1, 2, 0, 3, 4, 0]
    var target = [Float](repeating: -1, count: 6)
    transpose(source, 2, 2, rowStride: 3, into: &target, rowStride: 3)
    #expect(target == [1, 3, -1, 2, 4, -1])
  }
}
