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

  @Test func variablesThatCodeAboveMentionsAreLate() {
    func late(_ parts: FlowAnalysis.Part...) -> [String] {
      FlowAnalysis(parts).lateVariables().map(\.name)
    }
    let code = "struct S { subscript(i: Int = a) -> Int { b } }"
    #expect(late(part(code), part("let b = 1; let a = 1")) == ["b", "a"])
    #expect(late(part("func f() { b }; let b = 1"), part("b; let a = 1; a")) == ["b"])
    #expect(late(part("let a = 1; func f() { a }")) == [])
    // It is given to what was there before, or belongs to a scope.
    #expect(late(part("func f() { a }"), part("let a: Int; a = 1")) == [])
    #expect(late(part("func f() { a }"), part("let a = 1", isInScope: true)) == [])
  }

  @Test func whatAScopeDeclaresIsNothingToTheRest() {
    #expect(found(part("a"), part("let a = 1", isInScope: true)) == [])
    #expect(found(part("let a = 1; a", isInScope: true), part("let a = 2")) == [])
    #expect(
      found(part("func f() {}; f()", isInScope: true), part("func f() { a }; let a = 2")) == [])
  }

  @Test func valuesOfOnePartAreNothingToAnother() {
    let types = #"""
      struct Loud: CustomStringConvertible { var description: String { "\(volume)" } }
      struct Quiet: CustomStringConvertible { var description: String { "" } }

      """#
    // Two local variables of one name, at one place.
    #expect(
      found(
        part(types), part("do { let x = Quiet(); print(x) }"), part("let volume = 2"),
        part("do { let x = Loud(); print(x) }")) == [])
    #expect(
      found(
        part(types), part("do { let x = Loud(); print(x) }"), part("let volume = 2"),
        part("do { let x = Quiet(); print(x) }")) == ["1: volume < 2"])
    // A variable in a scope of its own hides a global one.
    #expect(
      found(
        part(types + "let shape = Quiet()"), part("let shape = Loud()", isInScope: true),
        part("print(shape)"), part("let volume = 2")) == [])
    #expect(
      found(
        part(types + "let shape = Quiet()"),
        part("let shape = Loud(); print(shape)", isInScope: true),
        part("let volume = 2")) == ["1: volume < 2"])
    #expect(
      found(
        part(types + "let shape = Loud()"),
        part("let shape = Quiet(); print(shape)", isInScope: true),
        part("let volume = 2")) == [])
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
