import Backprop
import BackpropFiles
import FileSystem
import Testing

@Suite struct CSVTableTests {
  struct Case: Decodable, CustomStringConvertible {
    let text: String
    let rows: [[String]]
    let separator: String?
    var description: String { text.debugDescription }
  }

  @Test(arguments: Fixture.decode("csv.json") as [Case])
  func `fields are those that Python's csv module finds`(example: Case) throws {
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

  private let flowers = """
    width,length,kind
    1.5, 2 ,b
    NA,4e-1,a
    "3",,b

    """

  @Test func `numbers become a tensor, and missing ones NaN`() throws {
    let table = try CSVTable(text: flowers)
    let x = try table.tensor(["length", "width"])
    #expect(x.shape == [3, 2])
    #expect(Array(x.scalars[..<3]) == [2, 1.5, 0.4])
    #expect(x.scalars[3].isNaN && x.scalars[4].isNaN && x.scalars[5] == 3)
    #expect(try table.tensor(["length"], of: Float.self)[0..<2] == Tensor<Float>([[2], [0.4]]))
    #expect(try table.tensor([]).shape == [3, 0])
  }

  @Test func `columns have types`() throws {
    let table = try CSVTable(
      text: "a,b,c,d,e\n1,1.5,x,,2\n-3,2,1,NA,nan\n", missingMarks: ["", "NA"])
    #expect(
      try table.columns.map { try table.type(of: $0) } == [
        .integers, .numbers, .text, .missing, .numbers,
      ])
  }

  @Test func `a data set has inputs, and targets or classes`() throws {
    let table = try CSVTable(text: flowers)
    let named = try table.classes("kind")
    #expect(named.labels == [1, 0, 1])
    #expect(named.names == ["a", "b"])
    #expect(try table.classes("kind", named: ["b", "a"]).labels == [0, 1, 0])
    #expect(try table.oneHot("kind") == Tensor([[0, 1], [1, 0], [0, 1]]))
    let three = try table.oneHot("kind", named: ["a", "b", "c"], of: Float.self)
    #expect(three == Tensor<Float>([[0, 1, 0], [1, 0, 0], [0, 1, 0]]))
    #expect(try CSVTable(text: "a\n").oneHot("a").shape == [0, 0])
    let data = try table.dataset(classes: "kind")
    #expect(data.labels == [1, 0, 1])
    #expect(data.inputs.shape == [3, 2])
    let regression = try table.dataset(inputs: ["length"], target: "width", of: Float.self)
    #expect(regression.targets.shape == [3, 1])
    #expect(regression.targets[0, 0].item == 1.5)
  }

  @Test func `a byte order mark is no part of the first name`() throws {
    #expect(try CSVTable(text: "\u{FEFF}a,b\n1,2\n").columns == ["a", "b"])
  }

  @Test func `infinity is a number where it is spelled out`() throws {
    #expect(try CSVTable(text: "a\ninf\n-inf\n").numbers("a") == [.infinity, -.infinity])
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
  func `what is no table is refused, with its place`(text: String, message: String) {
    let error = #expect(throws: CSVError.self) { try CSVTable(text: text) }
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
  }

  @Test func `errors name the field, its column and the remedy`() throws {
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
        == "a.csv:3:1: \"1,5\" in the column \"size\" is no number. Write the decimal point as a "
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
        == "text:3:1: \"b\" in the column \"k\" is none of the classes. The classes are \"a\".")
  }

  @Test func `bytes that are no text are refused where they stand`() throws {
    try Fixture.withFolder { folder in
      let path = folder + "/a.csv"
      try Files.write(Array("a\nb\n".utf8) + [0xFF, 0x0A], to: path)
      let table = try CSVTable(contentsOf: path)
      let error = #expect(throws: CSVError.self) { try table.texts("a") }
      #expect(error?.place?.line == 3 && error?.place?.column == 1)
      #expect(error?.cause == .notText)
    }
  }

  @Test func `a file that is not there is named, with the system's reason`() {
    let error = #expect(throws: CSVError.self) { try CSVTable(contentsOf: "/nowhere/a.csv") }
    #expect(error?.description.hasPrefix("/nowhere/a.csv: The file can't be read: No such") == true)
  }

  @Test func `a separator of several bytes stops the program`() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = try CSVTable(text: "a", separator: "·")
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains("A separator is one ASCII character, not ·."))
  }
}
