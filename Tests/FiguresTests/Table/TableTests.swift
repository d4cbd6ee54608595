import Testing

@testable import Figures

@Suite struct TableTests {
  @Test func columnsOfNumbersAreKnown() {
    let table = Table(
      "Steps", columns: ["rate", "method", "steps"],
      rows: [["0.1", "SGD", "2.5×10⁻³"], ["−0.2", "Adam", "—"]])
    #expect(table.isNumeric == [true, false, true])
  }

  @Test func numbersAreWrittenAsAPersonWould() {
    let table = Table("T", columns: ["a", "b"], rows: [[-0.5, 1e-9]])
    #expect(table.rows == [["−0.5", "10⁻⁹"]])
  }

  @Test func numbersOfAColumnAreToldApart() {
    let table = Table("T", columns: ["a", "b"], rows: [[4e9, 0.123456], [4e9 + 0.4, 0.5]])
    #expect(
      table.rows == [
        ["4\u{202F}000\u{202F}000\u{202F}000", "0.1235"],
        ["4\u{202F}000\u{202F}000\u{202F}000.4", "0.5"],
      ])
    #expect(table.isNumeric == [true, true])
  }

  @Test func digitsThatTheAuthorGivesStay() {
    let table = Table("T", columns: ["a"], rows: [[1.01], [1.02]], digits: 2)
    #expect(table.rows == [["1"], ["1"]])
  }

  @Test func aRaggedRowIsRefused() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Table("Steps", columns: ["a", "b"], rows: [["1", "2"], ["3"]])
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains("The table “Steps” has 2 columns, but its row 2 has 1 cells."))
  }
}
