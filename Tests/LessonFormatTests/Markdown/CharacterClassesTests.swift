import Testing

@testable import LessonFormat

@Suite struct CharacterClassesTests {
  @Test func spacesAreThoseOfUnicode() {
    let spaces: [Unicode.Scalar] = [" ", "\t", "\u{A0}", "\u{2003}"]
    let others: [Unicode.Scalar] = ["a", "\u{200B}"]
    #expect(spaces.allSatisfy { $0.isSpaceOfMarkdown })
    #expect(!others.contains { $0.isSpaceOfMarkdown })
  }

  @Test func asciiSymbolsCountAsPunctuationAndOtherSymbolsDoNot() {
    let punctuation: [Unicode.Scalar] = ["$", "+", "~", "«", "…", "—"]
    let others: [Unicode.Scalar] = ["a", "€", "é", " "]
    #expect(punctuation.allSatisfy { $0.isPunctuationOfMarkdown })
    #expect(!others.contains { $0.isPunctuationOfMarkdown })
  }
}
