import Testing

@testable import LessonFormat

@Suite struct CodeBlockTests {
  @Test func theProgramHoldsWhatRunsAtItsPlace() {
    let inProgram: [CodeBlock.Execution] = [.run, .traps, .starter("a")]
    let apart: [CodeBlock.Execution] = [.skip(reason: "b"), .fails, .solution("a"), .check("a")]
    #expect(inProgram.allSatisfy { $0.isInProgram })
    #expect(!apart.contains { $0.isInProgram })
  }

  @Test func codeThatIsToFailSaysWhyAndCodeThatRunsWhatItPrints() {
    let ways: [CodeBlock.Execution] = [
      .run, .skip(reason: "b"), .fails, .traps, .starter("a"), .solution("a"), .check("a"),
    ]
    #expect(
      ways.map(\.companions) == [[.output], [], [.diagnostic], [.output, .diagnostic], [], [], []])
  }

  @Test func onlyWhatIsSkippedIsNotCompiledAndOnlyWhatRunsHasChecks() {
    let apart: [CodeBlock.Execution] = [.skip(reason: "b"), .fails]
    let running: [CodeBlock.Execution] = [
      .run, .traps, .starter("a"), .solution("a"), .check("a"),
    ]
    #expect(apart.map(\.isCompiled) == [false, true])
    #expect(!apart.contains { $0.mayRun })
    #expect(running.allSatisfy { $0.isCompiled && $0.mayRun })
  }

  @Test func aBlockStartsWithItsCode() {
    let block = lesson("a\n\n```swift\nlet a = 1\n```\n").blocks[0]
    #expect(block.start == SourcePosition(line: 4, column: 1))
  }

  @Test func aValueIsShownWhereTheCodeIs() {
    let kinds: [CodeBlock.Presentation] = [.shown, .live("a"), .hidden]
    #expect(kinds.map(\.showsValue) == [true, true, false])
  }
}
