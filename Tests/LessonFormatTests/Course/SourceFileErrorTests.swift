import Testing

@testable import LessonFormat

@Suite struct SourceFileErrorTests {
  private static let errors: [SourceFileError] = [
    .missing(path: "a.md"), .unreadable(path: "a.md", reason: "it is a device"),
    .notPlain(path: "a.md"), .empty(path: "a.md"),
    .notUTF8(path: "a.md", offset: 7, position: SourcePosition(line: 2, column: 3)),
  ]

  @Test(arguments: errors)
  func everyErrorNamesItsFileAndWhatToDo(error: SourceFileError) {
    #expect(error.path == "a.md")
    #expect(!error.remedy.isEmpty)
    #expect(!error.message.contains("a.md"))
  }

  @Test func anEmptyCourseFileIsToldWhatItMustHold() {
    let remedy = SourceFileError.empty(path: "lessons/course.yaml").remedy
    #expect(remedy == "write `title: …`, and `parts:` with a list of `title` and `lessons`")
    #expect(SourceFileError.empty(path: "a.md").remedy.contains("out of the course"))
  }

  @Test func onlyABadByteHasAPlace() {
    #expect(Self.errors.map(\.position.line) == [1, 1, 1, 1, 2])
    #expect(Self.errors[1].message == "the file can't be read: it is a device")
  }
}
