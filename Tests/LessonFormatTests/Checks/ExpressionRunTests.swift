import Testing

@testable import LessonFormat

@Suite struct ExpressionRunTests {
  private func runs(_ lines: [String]) -> [String] {
    let code = lines.map { $0 + "\n" }.joined()
    return BlockSyntax(of: code).expressionRuns.map { span in
      String(decoding: Array(code.utf8)[span.start..<span.end], as: UTF8.self)
    }
  }

  private let calls = (1...16).map { "f(\($0))  // = \($0)" }

  @Test func aRunGoesFromItsFirstExpressionToTheEndOfItsLast() {
    let run = calls.joined(separator: "\n").dropLast("  // = 16".count)
    #expect(runs(["let a = 1"] + calls + ["let b = 2"]) == [String(run)])
    #expect(runs(calls.map { "x = " + $0 }).count == 1)
  }

  @Test(arguments: ["let a = 1", "func g() {}", "guard true else {}", "#expect(true)"])
  func whatMayDeclareSomethingEndsARun(line: String) {
    #expect(runs(calls + [line] + calls).count == 2)
    #expect(runs(Array(calls.dropLast()) + [line] + ["f(1)"]) == [])
  }

  @Test func fewExpressionsAreNoneAndNeitherAreThoseWithMistakesOfSyntax() {
    #expect(runs(Array(calls.dropLast())) == [])
    #expect(runs(calls + ["f("]) == [])
  }
}
