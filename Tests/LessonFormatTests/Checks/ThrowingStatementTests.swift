import Testing

@testable import LessonFormat

@Suite struct ThrowingStatementTests {
  @Test(arguments: [
    ("let a = 1\nlet b = try f()\n", [ThrowingStatement(start: 10, place: 18)]),
    ("try f(); throw E()\n", [.init(start: 0, place: 0), .init(start: 9, place: 9)]),
    ("for x in xs {\n  try f(x)\n}\n", [.init(start: 0, place: 16)]),
    ("if try f() { throw E() }\n", [.init(start: 0, place: 0)]),
  ])
  func aStatementThrowsAtItsOneTryOrWhereItStarts(code: String, expected: [ThrowingStatement]) {
    #expect(BlockSyntax(of: code).throwingStatements == expected)
  }

  @Test(arguments: [
    "try? f()", "try! f()", "func g() throws { try f() }", "let g = { try f() }",
    "struct A { init() throws { throw E() } }", "var a: Int { get throws { throw E() } }",
    "#if true\ntry f()\n#endif", "f()",
  ])
  func whatThrowsLaterOrNotIsNone(code: String) {
    #expect(BlockSyntax(of: code + "\n").throwingStatements == [])
  }
}
