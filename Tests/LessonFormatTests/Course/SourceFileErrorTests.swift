import Testing

@testable import LessonFormat

@Suite struct SourceFileErrorTests {
  private static let errors: [SourceFileError] = [
    .missing(path: "a.md"), .unreadable(path: "a.md", reason: "it is a device"),
    .empty(path: "a.md"),
    .notUTF8(path: "a.md", offset: 7, position: SourcePosition(line: 2, column: 3)),
  ]

  @Test(arguments: errors)
  func everyErrorNamesItsFileAndWhatToDo(error: SourceFileError) {
    #expect(error.path == "a.md")
    #expect(!error.remedy.isEmpty)
    #expect(!error.message.contains("a.md"))
  }

  @Test func onlyABadByteHasAPlace() {
    #expect(Self.errors.map(\.position.line) == [1, 1, 1, 2])
    #expect(Self.errors[1].message == "the file can't be read: it is a device")
  }
}
