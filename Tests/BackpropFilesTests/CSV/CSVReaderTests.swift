import BackpropFiles
import Testing

@Suite struct CSVReaderTests {
  struct Case: Decodable, CustomStringConvertible {
    let text: String
    let rows: [[String]]
    let separator: String?
    var description: String { text.debugDescription }
  }

  @Test(arguments: Fixture.decode("csv.json") as [Case])
  func fieldsAreThoseThatPythonsCsvModuleFinds(example: Case) throws {
    let separator = Unicode.Scalar(example.separator ?? ",") ?? ","
    let table = try CSVTable(text: example.text, separator: separator)
    #expect(table.columns == example.rows[0])
    #expect(table.count == example.rows.count - 1)
    for (index, name) in table.columns.enumerated() {
      #expect(try table.texts(name) == example.rows.dropFirst().map { $0[index] })
    }
    let plain = try CSVTable(text: example.text, separator: separator, hasHeader: false)
    #expect(try plain.texts("0") == example.rows.map { $0[0] })
  }

  @Test func aByteOrderMarkIsNotPartOfTheFirstName() throws {
    #expect(try CSVTable(text: "\u{FEFF}a,b\n1,2\n").columns == ["a", "b"])
  }

  @Test(arguments: [
    ("", "text: The file is empty."),
    ("a,b\n1,2\n\n1,2,3\n", "text:4:1: This line has 3 fields, the first has 2."),
    ("a,b\r\n1,2\r\n\r\n1\r\n", "text:4:1: This line has 1 field, the first has 2."),
    ("a,a\n", "text:1:3: Two columns have the name \"a\"."),
    ("a,b\n1,\"2\n3\n", "text:2:3: The quote that opens this field is never closed."),
    ("a,b\né1,x\"y\"\n", "text:2:5: A quote stands within a field that does not begin with one."),
    ("a,b\n1,\"x\" \n", "text:2:6: Text follows a closing quote."),
    ("a,b\n\"x\ny\",1,2\n", "text:2:1: This line has 3 fields"),
  ])
  func whatIsNotATableIsRefusedWithItsPlace(text: String, message: String) {
    let error = #expect(throws: CSVError.self) { try CSVTable(text: text) }
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
  }
}
