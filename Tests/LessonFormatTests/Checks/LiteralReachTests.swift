import Testing

@testable import LessonFormat

@Suite struct LiteralReachTests {
  private func lesson(_ text: String) -> Lesson {
    LessonReader.read(SourceFile(path: "x.md", text: text), id: "x")
  }

  /// The numbers of all blocks of a lesson whose blocks have this code.
  private func numbers(_ code: String...) -> [Double] {
    let text = code.map { "```swift\n\($0)\n```\n" }.joined(separator: "\n")
    return lesson(text).blocks.flatMap(\.literals.numbers)
  }

  @Test(arguments: [
    "func f() { g(0.75) }", "func f() { g(0.75) }\nfunc g(_ x: Double) { f() }",
    "let f = { 0.75 }", "struct S { var x = 0.75 }", "enum E: Double { case a = 0.75 }",
    "struct S { func m() -> Double { 0.75 } }\nlet s = S()",
    "struct S { var p: Double { 0.75 } }\nS()", "var p: Double { 0.75 }",
    "extension Double { var half: Double { self * 0.75 } }",
    "struct S {}\nextension S { func m() -> Double { 0.75 } }\nS()",
    "struct S { static func == (a: S, b: S) -> Bool { 0.75 > 1 } }",
    "func f() -> Double { 0.75 }\nif false { f() }", "class C { init() { f(0.75) } }",
  ])
  func whatNothingUsesHasNoLiterals(code: String) {
    #expect(!numbers(code).contains(0.75))
  }

  @Test(arguments: [
    "func f() -> Double { 0.75 }\nf()",
    "f()\nfunc f() -> Double { g() }\nfunc g() -> Double { 0.75 }",
    "func f() -> Double { 0.75 }\nx.map(f)", "let f = { 0.75 }\nf()", "let f = { 0.75 }()",
    "struct S { var x = 0.75 }\nS()", "enum E: Double { case a = 0.75 }\nE.a",
    "struct S { func m() -> Double { 0.75 } }\nS().m()",
    "struct S { var p: Double { 0.75 } }\nx.map(\\S.p)",
    "struct S: CustomStringConvertible { var description: String { \"\\(0.75)\" } }\nS()",
    "struct S { static func + (a: S, b: S) -> Double { 0.75 } }\nS()",
    "struct S { subscript(i: Int) -> Double { 0.75 } }\nS()", "class C { deinit { f(0.75) } }\nC()",
    "class C { init() { f(0.75) } }\nC()",
    "class A { func m() {} }\nclass B: A { override func m() { f(0.75) } }\nB()",
    "protocol P { func m() -> Double }\nstruct S: P { func m() -> Double { 0.75 } }\nS()",
    "struct S: Layer { func m() -> Double { 0.75 } }\nS()",
    "extension Optimizer { func m() -> Double { 0.75 } }",
    "extension Double { var half: Double { self * 0.75 } }\n2.0.half",
    "func ** (a: Double, b: Double) -> Double { 0.75 }", "@Builder func f() -> Double { 0.75 }",
    "@propertyWrapper struct W { var wrappedValue: Double { 0.75 } }\nstruct S { @W var x }\nS()",
    "struct S { static let all = [0.75] }\nS.all", "let x = 0.75", "var x = 0.75 { didSet {} }",
    "@main struct M { static func main() { f(0.75) } }",
    "struct A { struct B { var x = 0.75 } }\nA.B()",
    "do { func f() -> Double { 0.75 }; f() }",
  ])
  func whatMayBeUsedHas(code: String) {
    #expect(numbers(code).contains(0.75))
  }

  @Test func anotherBlockMayUseIt() {
    #expect(numbers("func f() -> Double { 0.75 }", "f()") == [0.75])
    #expect(numbers("struct S { func m() -> Double { 0.75 } }", "let s = S()", "s.m()") == [0.75])
  }

  @Test func aClaimMayUseIt() {
    let text = "```swift\nfunc f() -> Double { 0.75 }\n```\n\nIt is `f() ≈ 0.75`.\n"
    #expect(lesson(text).blocks[0].literals.numbers == [0.75])
  }

  @Test func anExerciseMayUseIt() {
    let code = "```swift\nfunc f() -> Double { 0.75 }\n```\n\n"
    for (starter, solution, check) in [("f()", "1", "1"), ("1", "f()", "1"), ("1", "1", "f()")] {
      let text =
        code + "```swift exercise=\"a\"\n\(starter)\n```\n\n```swift solution=\"a\"\n\(solution)\n"
        + "```\n\n```swift check=\"a\"\n\(check)\n```\n"
      #expect(lesson(text).blocks[0].literals.numbers == [0.75])
    }
  }

  @Test func whatDoesNotRunUsesNothing() {
    for words in ["fails", "skip=\"no\""] {
      let text = "```swift\nfunc f() -> Double { 0.75 }\n```\n\n```swift \(words)\nf()\n```\n"
      #expect(lesson(text).blocks[0].literals.numbers == [])
    }
  }

  @Test func thePageCallsWhatAnExplorableDeclares() {
    let text = """
      ```swift live="a"
      /// - Parameters:
      ///   - x: a number (0...1)
      func f(x: Double = 0.75) -> String { "" }
      ```
      """
    #expect(lesson(text).blocks[0].literals.numbers.contains(0.75))
  }
}
