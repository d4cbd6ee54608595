import Testing

@testable import SiteGenerator

struct DocumentationCommentTests {
  private func fields(_ fields: [DocumentationComment.Field]) -> [String] {
    fields.map { "\($0.name): " + $0.text.map(\.plainText).joined(separator: "|") }
  }

  @Test func parametersAreReadTogetherOrOneByOne() {
    let together = DocumentationComment("A.\n\n- Parameters:\n  - x: One.\n  - `y`: Two.\n")
    #expect(fields(together.parameters) == ["x: One.", "y: Two."])
    let apart = DocumentationComment("A.\n\n- Parameter x: One.\n- parameter y: Two.\n")
    #expect(fields(apart.parameters) == ["x: One.", "y: Two."])
    #expect(apart.text.map(\.plainText) == ["A."])
  }

  @Test func wordsOfSwiftsMarkupAreSetApartUnderTheirTitles() {
    let comment = DocumentationComment("- Returns: A *b*.\n- SeeAlso: C.\n- throws: D.\n")
    #expect(fields(comment.fields) == ["Returns: A b.", "See also: C.", "Throws: D."])
    #expect(comment.text.isEmpty)
  }

  @Test func otherPointsStayInTheText() {
    let comment = DocumentationComment(
      "- One.\n- Sizes: two.\n- Returns: Three.\n\n1. Note: four.\n")
    #expect(comment.text.map { $0.children.count } == [2, 1])
    #expect(fields(comment.fields) == ["Returns: Three."])
  }

  @Test func textOfAFieldMayHaveSeveralParagraphs() {
    let comment = DocumentationComment("- Returns:\n  One.\n\n  Two.\n")
    #expect(comment.fields.first?.text.count == 2)
    #expect(comment.nodes.map(\.kind) == [.paragraph, .paragraph])
  }
}
