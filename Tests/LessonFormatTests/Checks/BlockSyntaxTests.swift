import Testing

@testable import LessonFormat

@Suite struct BlockSyntaxTests {
  @Test(arguments: [
    ("struct A { private var b = 1 }\nfunc f() {}", BlockSyntax.ScopeRequirement.inScope),
    ("import Foundation", .inFile), ("let a = 1\nextension Int {}", .inFile),
    ("infix operator **", .inFile), ("precedencegroup P {}", .inFile),
    ("func ** (a: Int, b: Int) -> Int { a }", .inFile), ("private func f() {}", .inFile),
    ("public extension Int {}", .inFile), ("func f() {", .unclear), ("let a =", .unclear),
    ("}; do {", .unclear),
  ])
  func whatAScopeCantHoldIsToldFromWhatItCan(code: String, expected: BlockSyntax.ScopeRequirement) {
    #expect(BlockSyntax(of: code + "\n").scopeRequirement == expected)
  }

  @Test func aTrailingCommentKnowsTheStatementBeforeIt() throws {
    let syntax = BlockSyntax(of: "let a = 1  // one\n// alone\nf(a)\n")
    #expect(syntax.comments.map(\.text) == [" one", " alone"])
    #expect(syntax.comments.map(\.isTrailing) == [true, false])
    let statement = try #require(syntax.comments[0].statement)
    #expect(statement.source == "let a = 1")
    #expect(statement.subject == .variable("a", after: 9))
    #expect(syntax.comments[0].span == CodeSpan(start: 11, end: 17))
    #expect(syntax.comments[1].statement == nil)
  }

  @Test(arguments: [
    ("let (a, _) = (1, 2)", "a"), ("var (_, b) = (1, 2)", "b"), ("let (a, _, c) = t", "(a, c)"),
    ("let (a, (b, _)) = t", "(a, b)"), ("let ((a, b), _) = t", "(a, b)"),
    ("let (x: a, y: b, z: _) = t", "(x: a, y: b)"), ("let (a, b): (Int, Int) = t", "(a, b)"),
    ("(a, _) = (1, 2)", "a"), ("(_, xs[0]) = (1, 2)", "xs[0]"), ("(a, _, c) = t", "(a, c)"),
    ("let (`in`, _) = t", "`in`"), ("async let a = f()", "await a"),
    ("async let (a, _) = try f()", "try await a"),
  ])
  func whatAPatternLeavesBlankIsNoPartOfTheValue(code: String, name: String) {
    let subject = BlockSyntax(of: code + "  // = 1\n").comments.first?.statement?.subject
    #expect(subject == .variable(name, after: code.utf8.count))
  }

  @Test(arguments: [
    ("let _ = f()", 8), ("let _: Double = 3", 16), ("let (_, _) = t", 13), ("_ = f()", 4),
    ("(_, _) = t", 9), ("let _ = try f()", 8),
  ])
  func whereNothingIsNamedTheExpressionIsTheValue(code: String, start: Int) {
    let subject = BlockSyntax(of: code + "  // = 1\n").comments.first?.statement?.subject
    #expect(subject == .expression(CodeSpan(start: start, end: code.utf8.count)))
  }

  @Test func severalBindingsHaveNoSingleValue() {
    let syntax = BlockSyntax(of: "let _ = 1, a = 2  // = 1\n")
    #expect(syntax.comments.first?.statement?.subject == nil)
  }

  @Test(arguments: [
    ("await f()", true), ("let a = await f()", true), ("for await x in xs {}", true),
    ("async let a = f()", true), ("if true { print(await f()) }", true),
    ("func g() async { await f() }", false), ("Task { await f() }", false),
    ("struct A { func g() async { await f() } }", false), ("let await2 = 1 // await", false),
    ("var a: Int { get async { await f() } }", false),
  ])
  func aBlockThatWaitsIsToldFromOneWhoseFunctionsDo(code: String, waits: Bool) {
    #expect(BlockSyntax(of: code + "\n").isAsynchronous == waits)
  }

  @Test func aBareRegularExpressionIsNoComment() {
    let syntax = BlockSyntax(of: "let r = /a+ \\/\\/ b/  // = 1\nlet half = 4 / 2  // = 2\n")
    #expect(syntax.comments.map(\.text) == [" = 1", " = 2"])
    #expect(syntax.scopeRequirement == .inScope)
  }

  @Test(arguments: [
    ("a + b\n", CodeSpan(start: 0, end: 5)), ("f()  // = 1\n", CodeSpan(start: 0, end: 3)),
  ])
  func theLastExpressionIsKnown(code: String, span: CodeSpan) {
    #expect(BlockSyntax(of: code).lastExpression == span)
  }

  @Test(arguments: ["a = 1\n", "a += 1\n", "let a = 1\n", "if a { 1 } else { 2 }\n", "f(\n", ""])
  func otherBlocksEndWithNoExpression(code: String) {
    #expect(BlockSyntax(of: code).lastExpression == nil)
  }

  @Test func longSourcesAreCutShort() throws {
    let code = "let a = [" + String(repeating: "100, ", count: 500) + "]  // = 1\n"
    let source = try #require(BlockSyntax(of: code).comments.first?.statement?.source)
    #expect(source.hasPrefix("let a = [100, 100"))
    #expect(source.hasSuffix(" …"))
    #expect(source.utf8.count < 1_100)
  }

  @Test func codeThatCantBeReadHasNothingThatIsKnown() {
    let code = "let a = 1  // = 1\n" + String(repeating: "(", count: SwiftCode.deepest + 1)
    let syntax = BlockSyntax(of: code)
    #expect(syntax.comments.isEmpty)
    #expect(syntax.scopeRequirement == .unclear)
  }
}
