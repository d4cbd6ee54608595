import Testing

@testable import Backprop

@Suite struct MicrooperationTests {
  /// Runs an operation on a block of four numbers in two rows, and gives what is then at place 8.
  private func run(_ kind: Microoperation<Double>.Kind) -> [Double] {
    var memory: [Double] = [1, 2, 3, 4, 10, 20, 30, 40, 0, 0, 0, 0]
    let operation = Microoperation<Double>(kind: kind, target: MicroPlace(offset: 8, pace: 1))
    memory.withUnsafeMutableBufferPointer {
      operation.run($0.baseAddress!, start: 0, count: 4, columns: 2)
    }
    return Array(memory[8...])
  }

  private func tensor(_ offset: Int) -> MicroPlace { MicroPlace(offset: offset, pace: 1) }

  @Test func functionsOfOneAndTwoNumbers() {
    #expect(run(.unary(.exact(.square), tensor(0))) == [1, 4, 9, 16])
    #expect(run(.binary(.add, tensor(0), tensor(4))) == [11, 22, 33, 44])
    let one = MicroPlace(offset: 5, pace: 0, isScalar: true)
    #expect(run(.binary(.multiply, tensor(0), one)) == [20, 40, 60, 80])
    #expect(run(.unary(.exact(.square), one)) == [400, 400, 400, 400])
    let other = MicroPlace(offset: 1, pace: 0, isScalar: true)
    #expect(run(.binary(.subtract, one, other)) == [18, 18, 18, 18])
  }

  @Test func rowsColumnsAndPartsOfRows() {
    #expect(run(.repeatRow(at: 4)) == [10, 20, 10, 20])
    #expect(run(.spreadColumn(at: 4)) == [10, 10, 20, 20])
    #expect(run(.gatherRows(at: 1, stride: 4)) == [2, 3, 20, 30])
  }

  @Test func aBlockBeginsWhereItsPaceSays() {
    var memory: [Double] = [1, 2, 3]
    memory.withUnsafeMutableBufferPointer {
      let start = $0.baseAddress!
      #expect(MicroPlace(offset: 1, pace: 0).block(of: start, 1).pointee == 2)
      #expect(MicroPlace(offset: 1, pace: 1).block(of: start, 1).pointee == 3)
    }
  }
}
