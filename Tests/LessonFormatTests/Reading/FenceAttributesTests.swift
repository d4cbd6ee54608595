import Testing

@testable import LessonFormat

@Suite struct FenceAttributesTests {
  @Test(arguments: [
    ("", CodeBlock.Execution.run, CodeBlock.Presentation.shown), ("hidden", .run, .hidden),
    ("fails", .fails, .shown), ("traps", .traps, .shown),
    ("skip=\"no network\"", .skip(reason: "no network"), .shown),
    ("exercise=\"a\"", .starter("a"), .shown), ("solution=a_2", .solution("a_2"), .shown),
    ("check=\" a \"", .check("a"), .shown), ("live=\"rate-1\"", .run, .live("rate-1")),
  ])
  func aWordSaysHowABlockIsRunAndShown(
    words: String, execution: CodeBlock.Execution, presentation: CodeBlock.Presentation
  ) throws {
    let attributes = try FenceAttributes(InfoString("swift \(words)"))
    #expect(attributes.execution == execution)
    #expect(attributes.presentation == presentation)
  }

  @Test(arguments: [
    ("hidden fails", FenceError.Cause.secondWord(after: "hidden")), ("skip", .missingReason),
    ("skip=\" \"", .missingReason), ("traps=\"a\"", .unexpectedValue), ("check", .missingID),
    ("live=\"\"", .missingID), ("exercise=\"a b\"", .badID("a b")), ("live=é", .badID("é")),
    ("hiden", .unknownWord(nearest: "hidden")), ("else", .unknownWord(nearest: nil)),
  ])
  func whatAFenceCantSayIsAnError(words: String, cause: FenceError.Cause) {
    let error = #expect(throws: FenceError.self) {
      try FenceAttributes(InfoString("swift \(words)"))
    }
    #expect(error?.cause == cause)
  }
}
