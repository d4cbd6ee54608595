import Testing

@testable import LessonFormat

@Suite struct ClaimReadingTests {
  @Test func aCodeSpanWithTheSignIsAClaim() throws {
    let lesson = lesson("```swift\nlet a = 1\n```\n\nIt is `a / 2 ≈ 0.5` now.\n")
    let claim = try #require(lesson.claims.first)
    #expect(claim.expression == "a / 2")
    #expect(claim.expectation.relation == .approximately)
    #expect(claim.expressionPosition == SourcePosition(line: 5, column: 8))
    #expect(claim.position == SourcePosition(line: 5, column: 16))
    #expect(claim.width == 3)
    #expect(claim.afterBlock == 0)
    #expect(claim.form == .codeSpan)
  }

  @Test func aCommentClaimsWithAnyRelation() throws {
    let lesson = lesson("Below 2. <!-- check: f(a == b) < 2 -->\n")
    let claim = try #require(lesson.claims.first)
    #expect(claim.expression == "f(a == b)")
    #expect(claim.expectation.relation == .less)
    #expect(claim.form == .comment)
    #expect(claim.afterBlock == nil)
    #expect(lesson.findings.isEmpty)
  }

  @Test(arguments: [
    "<div>--> 0.5 <!-- check: a ≈ 0.5 -->", "<!--> <!-- check: a ≈ 0.5 -->",
    "<!---> <!-- check: a ≈ 0.5 -->", "<!-- a --> --> <!-- check: a ≈ 0.5 --> -->",
  ])
  func noArrowBeforeACommentHidesIt(html: String) {
    #expect(lesson("0.5\n\n\(html)\n").claims.map(\.expression) == ["a"])
  }

  @Test(arguments: [
    ("`≈ 0.5`", "no expression stands before `≈`"), ("`a ≈`", "nothing is written after `≈`"),
    ("`a ≈ b`", "`b` can't be read as a value for `≈`"),
    ("1 <!-- check: a -->", "no relation stands in this check comment"),
  ])
  func aClaimThatCantBeReadIsReported(text: String, message: String) {
    let lesson = lesson(text + "\n")
    #expect(lesson.claims.isEmpty)
    #expect(lesson.findings.map(\.message) == [message])
    #expect(lesson.findings.map(\.rule) == [.badCheck])
  }

  @Test func theNumberOfACommentMustStandBeforeIt() {
    let lesson = lesson("It is 0.4.\n\n<!-- check: a ≈ 0.5 -->\n")
    #expect(lesson.findings.map(\.rule) == [.checkTextMissing])
    #expect(lesson.findings[0].position == SourcePosition(line: 3, column: 17))
    #expect(lesson.findings[0].width == 3)
  }

  @Test func anImageNeedsAlternativeText() {
    let findings = lesson("![](a.png) ![b](a.png)\n").findings
    #expect(findings.map(\.rule) == [.missingAlt])
    #expect(findings[0].position == SourcePosition(line: 1, column: 1))
  }

  @Test func theLastRelationBetweenBlanksCounts() throws {
    let (relation, range) = try #require(LessonReader.lastRelation(in: "a < b = true"))
    #expect(relation == .equal)
    #expect("a < b = true"[range] == " = ")
    let isFound = LessonReader.lastRelation(in: "a<b") != nil
    #expect(!isFound)
  }

  @Test(arguments: ["chek: a ≈ 1", "Chekc: a ≈ 1", "checked: a ≈ 1"])
  func aCommentWhoseWordIsAlmostCheckIsTold(body: String) {
    #expect(LessonReader.misspeltCheck(body) == String(body.prefix { $0 != ":" }))
  }

  @Test(arguments: ["note: a ≈ 1", "chek a ≈ 1", "chek: nothing", "cheese: a ≈ 1"])
  func otherCommentsAreNotTold(body: String) {
    #expect(LessonReader.misspeltCheck(body) == nil)
  }

  @Test func blanksAndHyphensBeforeTheWordDoNotHideACheck() {
    #expect(LessonReader.claim(inComment: "\u{A0}check: a ≈ 1") == "a ≈ 1")
    #expect(LessonReader.claim(inComment: "- check: a ≈ 1") == "a ≈ 1")
  }
}
