import Testing

@testable import LessonRunner

struct FormulaTests {
  @Test func shortFormulaStandsInALineAndHasUpTo48Bytes() {
    let tex = String(repeating: "x", count: 48)
    #expect(Formula(tex: tex, display: false).isShort)
    #expect(!Formula(tex: tex, display: true).isShort)
    #expect(!Formula(tex: tex + "x", display: false).isShort)
  }
}
