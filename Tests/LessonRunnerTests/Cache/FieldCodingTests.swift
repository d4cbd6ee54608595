import Testing

@testable import LessonRunner

@Suite struct FieldCodingTests {
  @Test func aFieldIsItsLengthAColonAndItsBytes() {
    var writer = FieldWriter()
    writer.write("a:é")
    writer.write(-7)
    writer.write(nil as Int?)
    #expect(writer.bytes == Array("4:a:é2:-70:".utf8))
  }

  @Test func whatIsWrittenComesBack() throws {
    var writer = FieldWriter()
    writer.write("one\n1:")
    writer.write([0, 255] as [UInt8])
    writer.write(Int.min)
    writer.write(3 as Int?)
    writer.write(nil as Int?)
    writer.write(["a", ""]) { $0.write($1) }
    var reader = FieldReader(writer.bytes)
    #expect(try reader.text() == "one\n1:")
    #expect(try reader.content() == [0, 255])
    #expect(try reader.number() == Int.min)
    #expect(try reader.optionalNumber() == 3)
    #expect(try reader.optionalNumber() == nil)
    let list = try reader.list { reader throws(FieldReader.Malformed) in try reader.text() }
    #expect(list == ["a", ""])
    #expect(reader.isAtEnd)
  }

  @Test func listsAndDictionariesComeBackAndEntriesStandInOrder() throws {
    var writer = FieldWriter()
    writer.write(["a", "é"])
    writer.write(true)
    writer.write([2: "b", 1: "a"]) { writer, key, value in
      writer.write(key)
      writer.write(value)
    }
    #expect(writer.bytes == Array("1:21:a2:é1:11:21:11:a1:21:b".utf8))
    var reader = FieldReader(writer.bytes)
    #expect(try reader.texts() == ["a", "é"])
    #expect(try reader.flag())
    let entries = try reader.dictionary { reader throws(FieldReader.Malformed) in
      (try reader.number(), try reader.text())
    }
    #expect(entries == [1: "a", 2: "b"])
    #expect(reader.isAtEnd)
  }

  @Test(arguments: [
    "", "a:b", "3:ab", "-1:a", "99999999999999999999999:a", "1", "9223372036854775807:a",
  ])
  func whatHasNoFieldInFrontIsMalformed(text: String) {
    var reader = FieldReader(Array(text.utf8))
    #expect(throws: FieldReader.Malformed.self) { try reader.content() == [] ? () : () }
  }

  @Test(arguments: ["1:a", "0:", "2:1a", "20:99999999999999999999"])
  func whatIsNoWholeNumberIsMalformedAsOne(text: String) {
    var reader = FieldReader(Array(text.utf8))
    #expect(throws: FieldReader.Malformed.self) { try reader.number() }
  }
}
