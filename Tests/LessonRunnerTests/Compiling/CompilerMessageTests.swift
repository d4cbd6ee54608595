import Testing

@testable import LessonRunner

@Suite struct CompilerMessageTests {
  @Test func messagesAboutTheLessonAreReadNotesAndColonsIncludedOthersArePassedOver() {
    let output = """
      x.md:8:18: error: cannot convert 'A: B' to 'C'
      let z = 1
      x.md:9:1: note: declared here
      other.swift:1:1: error: not ours
      <unknown>:0: error: nowhere
      x.md:z:1: error: no line
      """
    #expect(
      CompilerMessage.read(output, file: "x.md") == [
        CompilerMessage(
          severity: .error, line: 8, column: 18, text: "cannot convert 'A: B' to 'C'"),
        CompilerMessage(severity: .note, line: 9, column: 1, text: "declared here"),
      ])
  }
}
