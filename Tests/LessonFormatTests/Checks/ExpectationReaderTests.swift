import Testing

@testable import LessonFormat

@Suite struct ExpectationReaderTests {
  @Test(arguments: [
    (Relation.approximately, "0.101 (rounded)"), (.approximately, "about two"), (.less, "[1, 2]"),
    (.approximately, ""), (.greater, "big"), (.equal, "5 ± 1"), (.equal, "[5] ± 10%"),
    (.notEqual, "5 ± 1"), (.approximately, "[1, 2"),
  ])
  func whatNoValueCanBeComparedWithIsRefused(relation: Relation, text: String) {
    #expect(throws: ExpectationError.self) { try Expectation.read(relation, text) }
  }

  @Test(arguments: [
    (" ≈ 0.5", Relation.approximately, 5), ("= 3", .equal, 2), ("~= 1", .approximately, 3),
    ("<= 1", .lessOrEqual, 3), ("≥1", .greaterOrEqual, 3), ("== 3", .equal, 3),
    ("!= 3", .notEqual, 3),
  ])
  func aRelationIsReadWithTheBlanksAroundIt(text: String, relation: Relation, length: Int) {
    let read = Expectation.relation(startingWith: text[...])
    #expect(read?.relation == relation)
    #expect(read?.length == length)
  }

  @Test(arguments: ["=> 3", "-> 3", "====", "a = 3", ""])
  func otherTextStartsWithNoRelation(text: String) {
    #expect(Expectation.relation(startingWith: text[...]) == nil)
  }

  @Test(arguments: [
    ("\u{A0}= 3", "\u{A0}="), ("\u{200B}≈ 3", "\u{200B}≈"), (" ＝ 3", "＝"), (" ≃ 3", "≃"),
    (" check: = 3", "check:"), (" Checks ≈ 3", "Checks"), (" ~ 0.3", "~"),
  ])
  func whatLooksLikeARelationAndIsNoneIsFound(text: String, stray: String) {
    #expect(Expectation.strayRelation(startingWith: text[...]) == stray)
  }

  @Test(arguments: [" check the loss", " ~ 5 ms a step", " about = 3", " checked", "~5", " ≈ 3"])
  func ordinaryCommentsAreNone(text: String) {
    #expect(Expectation.strayRelation(startingWith: text[...]) == nil)
  }

  @Test func aGapAloneIsNoValue() {
    #expect(throws: ExpectationError.self) { try Expectation.read(.equal, "…") }
  }

  @Test func theValueIsReadWithItsTolerance() throws {
    let absolute = try Expectation.read(.approximately, " 0.101 ± 1e-3 ")
    #expect(absolute.text == "0.101 ± 1e-3")
    #expect(absolute.tolerance == .absolute(1e-3))
    #expect(try Expectation.read(.approximately, "2 +- 5%").tolerance == .percent(5))
    #expect(try Expectation.read(.approximately, "2").tolerance == nil)
  }

  @Test func whatIsNotANumberIsTextForAnEquality() throws {
    #expect(try Expectation.read(.equal, "saddle point").value == .text("saddle point"))
    #expect(try Expectation.read(.notEqual, "nil").value == .text("nil"))
  }

  @Test func openBracketsAreUnfinished() {
    #expect(Expectation.isUnfinished("[[1, 2],"))
    #expect(Expectation.isUnfinished("(1"))
    #expect(!Expectation.isUnfinished("[1, 2]"))
    #expect(!Expectation.isUnfinished("1]"))
  }
}
