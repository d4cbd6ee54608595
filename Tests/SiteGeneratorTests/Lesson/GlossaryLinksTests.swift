import LessonRunner
import Testing

@testable import SiteGenerator

struct GlossaryLinksTests {
  /// What a reader sees of a lesson, each link to the glossary between brackets, with its anchor.
  private func linked(_ text: String) throws -> String {
    let glossary = try SampleCourse.verified(
      "# Words\n\n## Learning rate\n\nA.\n\n## Rate\n\nB.\n\n## Loss\n\nC.\n\n### Not a term\n",
      id: "words")
    let lesson = try SampleCourse.verified(text)
    return described(GlossaryLinks(of: glossary).linked(lesson.content))
  }

  private func described(_ nodes: [LessonNode]) -> String {
    nodes.map { node in
      guard case .prose(let prose) = node, !prose.children.isEmpty else { return node.plainText }
      let text = described(prose.children)
      guard case .link(let destination, _) = prose.kind else { return text }
      return "[\(text)](\(destination))"
    }.joined()
  }

  @Test func theFirstUseOfATermLeadsToIt() throws {
    #expect(
      try linked("A loss, and another loss.\n\nLoss again.")
        == "A [loss](words.md#loss), and another loss.Loss again.")
  }

  @Test func theLongerOfTwoTermsWins() throws {
    #expect(
      try linked("The learning rate, and a rate.")
        == "The [learning rate](words.md#learning-rate), and a [rate](words.md#rate).")
    #expect(
      try linked("A learning rate, and a learning rate.")
        == "A [learning rate](words.md#learning-rate), and a learning rate.")
  }

  @Test func thePluralAndAnyCaseCount() throws {
    #expect(
      try linked("Learning Rates and *losses* and Rates.")
        == "[Learning Rates](words.md#learning-rate) and losses and [Rates](words.md#rate).")
  }

  @Test(arguments: [
    "# Loss\n\n## The loss", "[the loss](x.md)", "`loss`", "glossy lossless rated",
    "Learning. Rat", "Not a term", "| loss |\n|---|\n| loss |",
  ])
  func otherPlacesHaveNone(text: String) throws {
    #expect(try !linked(text).contains("](words"))
  }

  @Test func aTermThatTheAuthorLinksHasNoOther() throws {
    #expect(
      try linked("A loss, see [here](words.md#loss).") == "A loss, see [here](words.md#loss).")
  }

  @Test func termsInListsQuotesAndEmphasisAreLinked() throws {
    #expect(try linked("- a **loss**\n\n> a rate").contains("[loss]"))
    #expect(try linked("- a **loss**\n\n> a rate").contains("[rate]"))
  }

  @Test func linksOnPagesAreMarkedAsTerms() throws {
    var course = SampleCourse.course
    course.glossary = "products"
    let generator = SiteGenerator(
      course: course, assets: Checkout.assets, cache: Cache(folder: nil))
    let lessons = [
      try SampleCourse.verified("# Sums\n\nA quotient.\n"),
      try SampleCourse.verified("# Words\n\n## Quotient\n\nA quotient.\n", id: "products"),
    ]
    let pages = try SampleCourse.pages(of: lessons, generator)
    let sums = try #require(pages["sums.html"])
    #expect(sums.contains("A <a class=\"term\" href=\"products.html#quotient\">quotient</a>."))
    #expect(sums.contains("<a href=\"products.html\">Glossary</a>"))
    #expect(try !#require(pages["products.html"]).contains("class=\"term\""))
  }
}
