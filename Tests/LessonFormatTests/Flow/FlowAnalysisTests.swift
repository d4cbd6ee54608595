import Testing

@testable import LessonFormat

@Suite struct FlowAnalysisTests {
  private func part(
    _ code: String, _ place: FlowAnalysis.Part.Place = .block(0), isInScope: Bool = false
  ) -> FlowAnalysis.Part {
    FlowAnalysis.Part(
      flow: BlockSyntax(of: code + "\n").flow, place: place, isInScope: isInScope)
  }

  private func found(_ parts: FlowAnalysis.Part...) -> [String] {
    FlowAnalysis(parts).findings().map { "\($0.part): \($0.variable) < \($0.value.part)" }
  }

  @Test func aVariableIsReadTooEarlyInAnyPartBeforeItsValue() {
    #expect(found(part("a"), part("let a = 1"), part("a")) == ["0: a < 1"])
    #expect(found(part("func f() { a }"), part("f()"), part("let a = 1; f()")) == ["1: a < 2"])
  }

  @Test func whatAScopeDeclaresIsNothingToTheRest() {
    #expect(found(part("a"), part("let a = 1", isInScope: true)) == [])
    #expect(found(part("let a = 1; a", isInScope: true), part("let a = 2")) == [])
    #expect(
      found(part("func f() {}; f()", isInScope: true), part("func f() { a }; let a = 2")) == [])
  }

  @Test func ofSeveralVariablesInOneStatementOneIsNamed() {
    #expect(found(part("b + a"), part("let a = 1; let b = 2")) == ["0: b < 1"])
    // Of those behind one function, the first to get its value.
    let twice = part("func f() { b + a }\nf()")
    #expect(found(twice, part("let a = 1; let b = 2")) == ["0: a < 1"])
  }

  @Test func aVariableThatNothingGivesAValueIsNotReported() {
    #expect(found(part("a"), part("let a: Int")) == [])
  }
}
