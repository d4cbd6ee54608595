import Foundation
import Testing

@Suite struct HTMLCommandTests {
  @Test func htmlRendersStandardInputWithTheAdditionsOrAsCommonMarkAlone() throws {
    let course = try ScratchCourse()
    let text = Array("| a |\n|---|\n| b |\n".utf8)
    let plain = try course.gradus("html", "--commonmark", input: text)
    #expect(plain.status == 0)
    #expect(plain.output == "<p>| a |\n|---|\n| b |</p>\n")
    for words in [["html"], ["html", "-"]] {
      let outcome = try Gradus.run(words, in: course.folder, input: text)
      #expect(outcome.output.hasPrefix("<table>"))
    }
    #expect(try course.gradus("html", "--commonmark").output == "")
  }

  @Test func htmlSaysWhichByteIsNoUTF8() throws {
    let course = try ScratchCourse()
    let outcome = try course.gradus("html", input: Array("# A\n\ncaf".utf8) + [0xE9, 10])
    #expect(outcome.status == 1)
    #expect(outcome.output == "")
    #expect(
      outcome.errors.contains(
        "standard input: the file is not UTF-8: byte 8, in line 3, is part of no character"))
  }
}
