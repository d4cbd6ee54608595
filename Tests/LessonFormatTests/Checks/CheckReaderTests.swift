import Testing

@testable import LessonFormat

/// Reads a block that starts on line 2 of its file.
private func read(_ code: String, indent: String = "") -> CheckReader.Reading {
  let lines = code.split(separator: "\n", omittingEmptySubsequences: false)
  let text =
    "\(indent)```swift\n" + lines.map { indent + $0 }.joined(separator: "\n") + "\n\(indent)```\n"
  let file = SourceFile(path: "lesson.md", text: text)
  return CheckReader.read(
    BlockSyntax(of: code + "\n"), map: CodeMap(file: file, firstLine: 2, code: code + "\n"))
}

@Suite struct CheckReaderTests {
  @Test(arguments: [
    ("sigmoid(0.2)  // ≈ 0.550", "sigmoid(0.2)", Relation.approximately, "0.550"),
    ("let loss = f(x)  // ≈ 0.1", "let loss = f(x)", .approximately, "0.1"),
    ("w -= 0.1 * g  // = 0.3", "w -= 0.1 * g", .equal, "0.3"),
    ("a.shape // ~= [2, 1]", "a.shape", .approximately, "[2, 1]"),
    ("x // <= 3", "x", .lessOrEqual, "3"), ("x // ≥ 3", "x", .greaterOrEqual, "3"),
    ("x // ≠ 3", "x", .notEqual, "3"), ("x //≈ 3", "x", .approximately, "3"),
    ("xs.map { $0 * 2 } // = [2, 4]", "xs.map { $0 * 2 }", .equal, "[2, 4]"),
    ("xs\n  .map { $0 * 2 }\n  .sum() // = 6", "xs .map { $0 * 2 } .sum()", .equal, "6"),
    ("func f() -> Int {\n  g() // = 3\n}", "g()", .equal, "3"),
    ("func f() -> Int {\n  return g() // = 3\n}", "g()", .equal, "3"),
    ("for i in 0..<3 {\n  i // < 3\n}", "i", .less, "3"),
    ("_ = f() // = 3", "_ = f()", .equal, "3"),
  ])
  func aTrailingCommentThatStartsWithARelationChecksTheValueBeforeIt(
    code: String, source: String, relation: Relation, text: String
  ) throws {
    let reading = read(code)
    #expect(reading.problems.isEmpty)
    let check = try #require(reading.checks.first)
    #expect(reading.checks.count == 1)
    #expect(check.source == source)
    #expect(check.expectation.relation == relation)
    #expect(check.expectation.text == text)
  }

  @Test(arguments: [
    "let x = 3  // the third", "let s = \"// ≈ 3\"", "/* // ≈ 3 */ f()", "f()  // -> 3",
    "f()  /// = 3", "f(/* = 3 */ x)", "let a = /* = */ 3", "f() /* the third */", "/* = 3 */",
    "// ======", "// === Title ===", "f()  // !important", "f()  // ~ 3 s",
    "let u = \"http://=\"",
    "let s = \"\"\"\n// = 3\n\"\"\"",
  ])
  func ordinaryCommentsStringsAndNestedCommentsHoldNoCheck(code: String) {
    let reading = read(code)
    #expect(reading.checks.isEmpty)
    #expect(reading.problems.isEmpty)
  }

  @Test(arguments: [
    ("// ≈ 3", 2, 1), ("f()\n// ≈ 3", 3, 1), ("for i in xs { // ≈ 3\n}", 2, 15),
    ("if x { f() } // = 3", 2, 14), ("let a = 1, b = 2 // = 2", 2, 18), ("f() // ≈ three", 2, 10),
    ("let xs = [\n  1, // ≈ 1\n]", 3, 6), ("struct S { var a = 1 } // = 1", 2, 24),
    ("f() // ≈", 2, 9), ("f() // => 3", 2, 5), ("f() // ≈≈ 3", 2, 5), ("f() // =< 3", 2, 5),
    ("f() /* = 3 */", 2, 5), ("let a = f() /* ≈ 0.5 */ // half", 2, 13),
    ("f() // === 3", 2, 5), ("f() // <> 3", 2, 5), ("f() // !== 3", 2, 5),
  ])
  func aCheckThatCantBeReadIsReportedAtItsLineNeverPassedOver(code: String, line: Int, column: Int)
    throws
  {
    let reading = read(code)
    let problem = try #require(reading.problems.first)
    #expect(problem.rule == .badCheck)
    #expect(problem.position == SourcePosition(line: line, column: column))
    #expect(!problem.remedy.isEmpty)
  }

  @Test
  func openBracketsCarryACheckOverTheCommentsThatFollow() throws {
    let reading = read("jacobian  // ≈ [[-0.0056, -0.0089],\n          //    [-0.0082, -0.0131]]")
    let check = try #require(reading.checks.first)
    #expect(check.comments.count == 2)
    #expect(check.expectation.text == "[[-0.0056, -0.0089], [-0.0082, -0.0131]]")
  }

  @Test
  func thePositionIsThatOfTheExpectedValueInTheMarkdownFileColumnsInScalars() throws {
    let reading = read("let η = 0.1  // = 0.1", indent: "   ")
    #expect(reading.checks.first?.position == SourcePosition(line: 2, column: 22))
    #expect(reading.checks.first?.width == 3)
  }

  @Test
  func forLetVarAndAssignmentsTheVariableIsReadAfterTheStatement() {
    #expect(read("let loss = f(x)  // ≈ 1").checks.first?.subject == .variable("loss", after: 15))
    #expect(read("w[0] = 3 // = 3").checks.first?.subject == .variable("w[0]", after: 8))
    #expect(
      read("_ = f() // = 3").checks.first?.subject == .expression(CodeSpan(start: 4, end: 7)))
    #expect(
      read("let (a, b) = f() // = (1, 2)").checks.first?.subject == .variable("(a, b)", after: 16))
  }

  @Test
  func theLastExpressionIsShownWhenItStandsBareAndHasNoCheck() {
    #expect(read("let x = 1\nx + 1").shownExpression == CodeSpan(start: 10, end: 15))
    #expect(read("x + 1 // = 2").shownExpression == nil)
    #expect(read("x = 2").shownExpression == nil)
    #expect(read("x += 2").shownExpression == nil)
    #expect(read("let x = 1").shownExpression == nil)
    #expect(read("if x { y }").shownExpression == nil)
    #expect(read("x == 2").shownExpression == CodeSpan(start: 0, end: 6))
  }
}
