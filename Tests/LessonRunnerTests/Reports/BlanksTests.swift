import Testing

@testable import LessonRunner

@Suite struct BlanksTests {
  @Test func blanksAreTrimmedAndSqueezed() {
    #expect("  a \n b ".trimmed == "a \n b")
    #expect("  a \n\t b ".squeezed == "a b")
    #expect(" \t\n".trimmed.isEmpty && " \t\n".squeezed.isEmpty)
  }
}
