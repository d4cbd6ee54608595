import Backprop
import BackpropFiles
import FileSystem
import Testing

@Suite struct CSVTableTests {
  private let flowers = """
    width,length,kind
    1.5, 2 ,b
    NA,4e-1,a
    "3",,b

    """

  @Test func numbersBecomeATensorAndMissingOnesNaN() throws {
    let table = try CSVTable(text: flowers)
    let x = try table.tensor(["length", "width"])
    #expect(x.shape == [3, 2])
    #expect(Array(x.scalars[..<3]) == [2, 1.5, 0.4])
    #expect(x.scalars[3].isNaN && x.scalars[4].isNaN && x.scalars[5] == 3)
    #expect(try table.tensor(["length"], of: Float.self)[0..<2] == Tensor<Float>([[2], [0.4]]))
    #expect(try table.tensor([]).shape == [3, 0])
  }

  @Test func columnsHaveTypes() throws {
    let table = try CSVTable(
      text: "a,b,c,d,e\n1,1.5,x,,2\n-3,2,1,NA,nan\n", missingMarks: ["", "NA"])
    #expect(
      try table.columns.map { try table.type(of: $0) } == [
        .integers, .numbers, .text, .missing, .numbers,
      ])
  }

  @Test func aDataSetHasInputsAndTargetsOrClasses() throws {
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

  @Test func infinityIsANumberWhereItIsSpelledOut() throws {
    #expect(try CSVTable(text: "a\ninf\n-inf\n").numbers("a") == [.infinity, -.infinity])
  }

  @Test func bytesThatAreNotTextAreRefusedWhereTheyStand() throws {
    try Fixture.withFolder { folder in
      let path = folder + "/a.csv"
      try Files.write(Array("a\nb\n".utf8) + [0xFF, 0x0A], to: path)
      let table = try CSVTable(contentsOf: path)
      let error = #expect(throws: CSVError.self) { try table.texts("a") }
      #expect(error?.place?.line == 3 && error?.place?.column == 1)
      #expect(error?.cause == .notText)
    }
  }

  @Test func aSeparatorOfSeveralBytesStopsTheProgram() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = try CSVTable(text: "a", separator: "·")
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains("A separator is one ASCII character, not ·."))
  }
}

extension CSVTableTests {
  @Test func wholeNumbersWithMoreDigitsThanANumberHasAreErrors() throws {
    let exact = try CSVTable(
      text:
        "a\n9007199254740992\n-9007199254740994\n+10000000000000000000000\n000018014398509481984\n")
    #expect(try exact.numbers("a") == [0x1p53, -0x1p53 - 2, 1e22, 0x1p54])
    for text in ["9007199254740993", "-9007199254740993", "100000000000000000000001"] {
      let table = try CSVTable(text: "b,a\n1, \(text)\n2,3\n")
      let error = try #require(throws: CSVError.self) { try table.numbers("a") }
      #expect(error.place?.line == 2 && error.place?.column == 3)
      #expect("\(error)".contains("has more digits than a number of double precision. Read the"))
      #expect(try table.numbers("b") == [1, 2])
    }
    let table = try CSVTable(text: "a\n16777217\n1e30\n0.1\n")
    #expect(try table.tensor(["a"]).scalars[0] == 16_777_217)
    let error = try #require(throws: CSVError.self) { try table.tensor(["a"], of: Float.self) }
    #expect("\(error)".contains("single precision. Read the column as numbers of double"))
    // What is written with a point or an exponent measures something, and is rounded.
    #expect(try CSVTable(text: "a\n9007199254740993.0\n").numbers("a") == [0x1p53])
  }
}
