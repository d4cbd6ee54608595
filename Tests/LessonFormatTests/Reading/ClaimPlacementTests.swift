import Testing

@testable import LessonFormat

@Suite struct ClaimPlacementTests {
  /// Marks the number of a comment that expects it.
  private func mark(_ expected: String, in nodes: [Node], index: Int = 0) throws -> [Node]? {
    var nodes = nodes
    let claim = Claim(
      index: index, expectation: try Expectation.read(.approximately, expected), expression: "a",
      expressionPosition: somewhere.start, position: somewhere.start, width: 1, afterBlock: nil,
      form: .comment)
    return ClaimPlacement(claim: claim).mark(in: &nodes) ? nodes : nil
  }

  @Test func theLastOfItInTextBecomesANodeOfItsOwn() throws {
    let nodes = try #require(try mark("0.5", in: inlines("0.5 and 0.5 too")))
    #expect(described(nodes) == "text \"0.5 and \" / text \"0.5\" / text \" too\"")
    #expect(nodes.map(\.meaning) == [nil, .claims([0]), nil])
  }

  @Test func aFormulaTakesTheClaimsOfAllItsNumbers() throws {
    let once = try #require(try mark("0.5", in: inlines("$x = 0.5, y = 2$"), index: 1))
    let twice = try #require(try mark("2", in: once, index: 2))
    #expect(twice.map(\.meaning) == [.claims([1, 2])])
  }

  @Test func aCodeSpanTakesOneClaim() throws {
    let once = try #require(try mark("0.5", in: inlines("`0.5`")))
    #expect(once.map(\.meaning) == [.claims([0])])
    let isTakenTwice = try mark("0.5", in: once, index: 1) != nil
    #expect(!isTakenTwice)
  }

  @Test(arguments: ["10.5", "0.55", "0.5.1", "1.0.5"])
  func aPartOfALongerNumberIsNotIt(text: String) throws {
    let isMarked = try mark("0.5", in: inlines(text)) != nil
    #expect(!isMarked)
  }

  @Test(arguments: ["0.5 and then -0.5", "0.5 and then −0.5"])
  func aNumberWithTheOppositeSignIsNotIt(text: String) throws {
    let nodes = try #require(try mark("0.5", in: inlines(text)))
    #expect(nodes.map(\.meaning) == [nil, .claims([0]), nil])
    #expect(nodes[1].plainText == "0.5" && nodes[2].plainText.hasPrefix(" and"))
  }

  @Test func theToleranceIsNoPartAndAMinusMayBeATrueOne() throws {
    let nodes = try #require(try mark("-0.5 ± 0.1", in: inlines("at −0.5")))
    #expect(described(nodes) == "text \"at \" / text \"−0.5\"")
  }

  @Test func threeBlocksBackAreLookedThrough() throws {
    let claim = lesson("0.5 <!-- check: a ≈ 0.5 -->").claims[0]
    var near = tree("0.5\n\na\n\nb\n").children
    #expect(ClaimPlacement(claim: claim).mark(behind: &near))
    var far = tree("0.5\n\na\n\nb\n\nc\n").children
    #expect(!ClaimPlacement(claim: claim).mark(behind: &far))
  }
}
