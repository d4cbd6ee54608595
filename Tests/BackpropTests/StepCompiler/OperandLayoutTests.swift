import Testing

@testable import Backprop

@Suite struct OperandLayoutTests {
  @Test func anOperandIsReadWholeOrAsOneNumberARowOrAColumn() {
    #expect(OperandLayout([2, 3], broadcastTo: [2, 3]) == .full)
    #expect(OperandLayout([1, 1], broadcastTo: [2, 3]) == .scalar)
    #expect(OperandLayout([3], broadcastTo: [2, 3]) == .row(3))
    #expect(OperandLayout([2, 1], broadcastTo: [2, 3]) == .column(3))
    #expect(OperandLayout([2, 1, 3], broadcastTo: [2, 4, 3]) == nil)
  }

  @Test func rowsAndColumnsMatterToSome() {
    #expect(OperandLayout.full.columns == nil)
    #expect(OperandLayout.row(3).columns == 3)
    #expect(OperandLayout.part(columns: 2, stride: 5, offset: 1).columns == 2)
  }
}
