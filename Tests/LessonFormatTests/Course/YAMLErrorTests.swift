import Testing

@testable import LessonFormat

@Suite struct YAMLErrorTests {
  @Test(arguments: [
    (YAMLError.Cause.syntax("no end"), "no end"),
    (.secondDocument, "a second document starts here"),
    (.anchorOrAlias, "anchors and aliases are not read here"),
    (.nestedTooDeep, "values are nested too deep"), (.keyIsNotText, "a key must be text"),
    (.duplicateKey("a"), "`a` is given twice"),
  ])
  func everyCauseHasASentence(cause: YAMLError.Cause, message: String) {
    let error = YAMLError(position: SourcePosition(line: 1, column: 1), cause: cause)
    #expect(error.message == message)
  }
}
