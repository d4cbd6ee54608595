import Testing

@testable import LessonFormat

@Suite struct RelationTests {
  @Test(arguments: Relation.allCases)
  func aRelationIsSpelledAsReportsShowIt(relation: Relation) {
    #expect(Relation.spellings.contains { $0 == (relation.rawValue, relation) })
  }

  @Test func noSpellingIsTakenForAShorterOne() {
    let spellings = Relation.spellings.map(\.0)
    #expect(Set(spellings).count == spellings.count)
    for (place, spelling) in spellings.enumerated() {
      let later = spellings[(place + 1)...]
      #expect(!later.contains { $0.hasPrefix(spelling) }, "\(spelling)")
    }
  }
}
