import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct SymbolJudgeTests {
  private func symbol(_ name: String) -> LibrarySymbol {
    LibrarySymbol(
      kind: .struct, path: [name],
      declarations: [
        LibrarySymbol.Declaration(code: "", documentation: "", file: "", line: 1, labels: [])
      ])
  }

  private var index: SymbolIndex {
    SymbolIndex([
      LibraryModule(name: "A", symbols: [symbol("Momentum"), symbol("Twin")]),
      LibraryModule(name: "B", symbols: [symbol("Twin")]),
    ])
  }

  private func check(_ text: String, _ symbols: SymbolIndex?) throws -> CheckResult {
    try #require(SymbolJudge(symbols: symbols).checks(of: sampleLesson(text)).first)
  }

  @Test func aPublicSymbolPasses() throws {
    let check = try check("See ``Momentum``.\n", index)
    #expect(check.status == .pass)
    #expect(check.actual == "A.Momentum")
    #expect(check.position == SourcePosition(line: 1, column: 5))
    #expect(check.width == 12)
  }

  @Test func anUnknownNameIsReportedWithTheNearest() throws {
    let check = try check("``Momentun``\n", index)
    #expect(check.rule == .unknownSymbol)
    #expect(check.message == "`Momentun` is not a public symbol of `A` or `B`")
    #expect(check.remedy == "did you mean ``Momentum``?")
  }

  @Test func aNameOfSeveralSymbolsIsAmbiguous() throws {
    let check = try check("``Twin``\n", index)
    #expect(check.message == "`Twin` can be any of 2 symbols")
    #expect(check.remedy == "write ``A.Twin`` or ``B.Twin``")
  }

  @Test func withoutALibraryNamesFollowFromThat() throws {
    let check = try check("``Momentum``\n", nil)
    #expect(check.rule == .doesNotCompile)
    #expect(check.isConsequence)
  }

  @Test func claimsAndCodeWithBackticksNameNoSymbol() {
    #expect(SymbolJudge.references(in: sampleLesson("`A` ``a ≈ 1`` ``a ` b``\n")).isEmpty)
  }
}
