import BackpropFiles
import Testing

@Suite struct CSVErrorTests {
  @Test func errorsNameTheFieldItsColumnAndTheRemedy() throws {
    let table = try CSVTable(text: "size,kind\n1,a\n\"1,5\",\n2e400,c\n", file: "a.csv")
    func message(_ body: () throws -> Void) -> String {
      do {
        try body()
        return ""
      } catch {
        return "\(error)"
      }
    }
    #expect(
      message { _ = try table.tensor(["size"]) }
        == "a.csv:3:1: \"1,5\" in the column \"size\" is not a number. Write the decimal point as a "
        + "point.")
    #expect(message { _ = try table.classes("kind") }.hasPrefix("a.csv:3:7: A class is missing"))
    #expect(
      message { _ = try table.numbers("sise") }
        == "a.csv: No column has the name \"sise\". There are \"size\", \"kind\".")
    let large = try CSVTable(text: "a\n1\n2e400\n")
    #expect(message { _ = try large.numbers("a") }.hasPrefix("text:3:1: 2e400 in the column"))
    let named = try CSVTable(text: "k\na\nb\n")
    #expect(
      message { _ = try named.classes("k", named: ["a"]) }
        == "text:3:1: \"b\" in the column \"k\" is not one of the classes. The classes are \"a\".")
  }

  @Test func aFileThatIsNotThereIsNamedWithTheSystemsReason() {
    let error = #expect(throws: CSVError.self) { try CSVTable(contentsOf: "/nowhere/a.csv") }
    #expect(error?.description.hasPrefix("/nowhere/a.csv: The file can't be read: No such") == true)
  }
}
