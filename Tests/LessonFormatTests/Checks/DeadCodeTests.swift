import Testing

@testable import LessonFormat

@Suite struct DeadCodeTests {
  private func numbers(_ code: String) -> [Double] {
    BlockSyntax(of: code + "\n").literals.numbers
  }

  @Test(arguments: [
    "if false { 0.75 }", "if (false) { 0.75 }", "if !true { 0.75 }", "if false, x > 0.75 {}",
    "if x, false { 0.75 }", "if true {} else { 0.75 }", "while false { 0.75 }",
    "guard true else { f(0.75) }", "let a = false ? 0.75 : x", "let a = true ? x : 0.75",
    "func f() { return; let a = 0.75 }\nf()", "func f() throws { throw e; g(0.75) }\nf()",
    "fatalError()\nlet a = 0.75", "func f() { preconditionFailure(\"no\"); g(0.75) }\nf()",
    "for i in x { break; f(0.75) }", "for i in x { continue; f(0.75) }",
    "func f() { guard false else { return }; g(0.75) }\nf()",
    "if x {} else if false { 0.75 }", "#if false\n0.75\n#endif", "#if os(macOS)\n0.75\n#endif",
    "#if os(Linux)\nf()\n#else\n0.75\n#endif", "#if !DEBUG\nf()\n#elseif swift(>=5)\n0.75\n#endif",
  ])
  func whatCanNeverRunHasNoLiterals(code: String) {
    #expect(numbers(code) == [])
  }

  @Test(arguments: [
    "if x { 0.75 }", "if false {} else { 0.75 }", "if true { 0.75 }", "if x > 0.75, false {}",
    "while x { 0.75 }", "repeat { 0.75 } while false", "guard x else { f(0.75) }",
    "guard false else { f(0.75) }", "let a = x ? 0.75 : y", "let a = true ? 0.75 : x",
    "func f() { if x { return }; g(0.75) }\nf()", "func f() -> Double { return 0.75 }\nf()",
    "func f() { return g(); func g() { h(0.75) } }\nf()", "fatalError(\"\\(0.75)\")",
    "for i in x { if i { break }; f(0.75) }", "func f() { defer { g(0.75) }; return }\nf()",
    "let no = false\nif no { 0.75 }", "#if arch(arm64)\nf()\n#else\n0.75\n#endif",
    "#if os(macOS)\nf()\n#else\n0.75\n#endif", "#if canImport(Glibc)\n0.75\n#endif",
  ])
  func whatMayRunHas(code: String) {
    #expect(numbers(code) == [0.75])
  }
}
