import Testing

@testable import LessonFormat

@Suite struct YAMLErrorTests {
  @Test(arguments: [
    (YAMLError.Cause.syntax("no end"), "it is not YAML: no end"),
    (.secondDocument, "a second document starts here"),
    (.anchor, "`&` gives a value a name, and names of values are not read here"),
    (.nestedTooDeep, "values are nested too deep"), (.keyIsNotText, "a key must be text"),
    (.duplicateKey("a", firstLine: 3), "`a` is given a second time, after line 3"),
    (.reservedSign("@"), "a value can't start with `@`"),
    (.reservedSign("`"), "a value can't start with a backtick"),
    (.openBracket("{"), "the `{` is not closed"),
  ])
  func everyCauseHasASentence(cause: YAMLError.Cause, message: String) {
    let error = YAMLError(position: SourcePosition(line: 1, column: 1), cause: cause)
    #expect(error.message == message)
    #expect(!error.remedy.isEmpty)
  }
}
