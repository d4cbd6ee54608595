import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct UnitBoundariesTests {
  /// For each block whether it must share a unit with the block before it.
  private func joined(_ blocks: String...) -> [Bool] {
    var boundaries = UnitBoundaries(count: blocks.count)
    for (index, block) in blocks.enumerated() {
      boundaries.add(BlockNames(of: block), at: index)
    }
    return boundaries.joined
  }

  @Test func whatOnlyUsesEarlierNamesStandsApart() {
    #expect(joined("let a = 1", "let b = a", "print(a + b)") == [false, false, false])
  }

  @Test func aNameThatWasUsedBeforeJoinsAllBlocksFromItsUse() {
    #expect(
      joined("let a = 1", "print(b)", "let c = 2", "let b = 3") == [false, false, true, true])
  }

  @Test func aFunctionJoinsNoCallBeforeTheTypesOfItsParameters() {
    #expect(joined("exp(1)", "struct A {}", "func exp(_ a: A) {}") == [false, false, false])
    #expect(joined("exp(1)", "struct A {}", "func exp(_ a: Int) {}") == [false, true, true])
  }

  @Test func anOperatorJoinsItsEarlierUses() {
    #expect(
      joined("1 + 2", "let a = 3", "func + (a: Int, b: Int) -> Int { 4 }")
        == [false, true, true])
  }

  @Test func anExtensionJoinsWhatUsesItsMembersOrItsType() {
    #expect(joined("[1].last", "let a = 3", "extension Array { var last: Int { 1 } }")[2])
    #expect(
      joined("let a = 1", "struct B {}", "let c = B()", "extension B: Sendable {}")
        == [false, false, true, true])
  }
}
