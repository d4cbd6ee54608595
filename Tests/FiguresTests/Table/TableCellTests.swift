import Testing

@testable import Figures

@Suite struct TableCellTests {
  @Test func numbersThatDifferHaveTextsThatDo() {
    #expect(TableCell.column([.number(1.00001), .text("—"), .number(1)]) == ["1.00001", "—", "1"])
    #expect(
      TableCell.column([.number(0.1 + 0.2), .number(0.3)]) == ["0.30000000000000004", "0.3"])
  }

  @Test func aTextOfItsOwnStaysWhileItTellsANumberFromOthers() {
    #expect(
      TableCell.column([.number(0.5, text: "0.50"), .number(2, text: "2.00")]) == ["0.50", "2.00"])
    #expect(
      TableCell.column([.number(0.501, text: "0.50"), .number(0.502, text: "0.50")])
        == ["0.501", "0.502"])
  }

  @Test func theRoundingOfAFunctionIsNotShown() {
    #expect(TableCell.column([.sample(0.1 + 0.2), .sample(0.3)]) == ["0.3", "0.3"])
    #expect(TableCell.column([.sample(0.30001), .sample(0.3)]) == ["0.30001", "0.3"])
  }

  @Test func momentsStandAmongNumbersAsDates() {
    #expect(
      TableCell.column([.moment(0), .number(0.5), .moment(0.25)])
        == ["1970-01-01 00:00:00.00", "0.5", "1970-01-01 00:00:00.25"])
  }
}
