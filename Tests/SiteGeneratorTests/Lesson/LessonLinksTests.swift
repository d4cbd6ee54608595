import Testing

@testable import SiteGenerator

struct LessonLinksTests {
  private let links = LessonLinks(lessons: ["momentum", "chain-rule"])

  @Test(arguments: [
    ("momentum.md", "momentum.html"),
    ("./momentum.md", "momentum.html"),
    ("chain-rule.md#products", "chain-rule.html#products"),
    ("#products", "#products"),
    ("other.md", "other.md"),
    ("data/momentum.md", "data/momentum.md"),
    ("https://example.org/momentum.md", "https://example.org/momentum.md"),
    ("momentum.mdx", "momentum.mdx"),
    ("././momentum.md?a#b", "momentum.html?a#b"),
    ("", ""),
  ])
  func linkToALessonLeadsToItsPage(source: String, target: String) {
    #expect(links.destination(source) == target)
  }
}
