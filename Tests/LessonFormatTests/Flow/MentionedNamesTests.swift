import Testing

@testable import LessonFormat

@Suite struct MentionedNamesTests {
  private func mentioned(_ code: String) -> [String: Int] {
    BlockSyntax(of: code + "\n").flow.mentions
  }

  @Test(arguments: [
    "scale", "func f() -> Double { scale }", "let f = { scale }", "print(\"\\(scale)\")",
    "struct S { subscript(i: Int, by s: Double = scale) -> Double { s } }",
    "enum E { case a(Double = scale) }", "struct S { let scale = scale }",
    "func f(scale: Double = scale) {}", "class C { deinit { print(scale) } }",
    "struct S { var a: Double { scale } }", "let b = [1].lazy.map { $0 * scale }",
    "func f() { if let scale { print(scale) } }", "func f() { for i in scale { print(i) } }",
    "extension Int { var a: Double { scale } }", "f(scale: scale)", "a.map(\\.b) + scale.c",
    "func f() { do { let scale = 1; print(scale) }; print(scale) }",
    "func f() { let scale = scale * 2; print(scale) }",
    "func f() { guard let scale = scale else { return }; print(scale) }",
    "struct S { var scale = 1; struct T { func f() { print(scale) } } }",
  ])
  func whatNothingAroundBindsIsMentioned(code: String) {
    #expect(mentioned(code)["scale"] != nil)
  }

  @Test(arguments: [
    "func f(scale: Int) -> Int { scale }", "func f(of scale: Int) -> Int { scale }",
    "let f = { scale in scale }", "let f = { (scale: Int) -> Int in scale }",
    "func f() { let scale = 1; print(scale) }", "func f() { for scale in [1] { print(scale) } }",
    "func f() { if let scale = g() { print(scale) } }", "a.scale", "f(scale: 1)",
    "func f() { guard let scale = g() else { return }; print(scale) }",
    "struct S { var scale = 1; var a: Int { scale } }",
    "struct S { var scale = 1; func a() { _ = scale } }",
    "func f() { switch g() { case .a(let scale): print(scale) } }",
    "struct S { init(scale: Int) { a = scale } }", "// scale", "\"scale\"",
    "struct S { var a: Int { get { 1 } set(scale) { print(scale) } } }",
    "func f() { do { try g() } catch let scale { print(scale) } }",
  ])
  func whatIsBoundAroundOrBelongsToAnotherIsNot(code: String) {
    #expect(mentioned(code)["scale"] == nil)
  }

  @Test func theFirstPlaceCounts() {
    #expect(mentioned("a; b; a")["a"] == 0)
    #expect(mentioned("b; { a }; a")["a"] == 5)
  }
}
