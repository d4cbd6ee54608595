import Testing

@testable import SiteGenerator

struct PageFrameTests {
  private func frame(path: String = "index.html", baseURL: String? = nil) -> PageFrame {
    PageFrame(
      course: "A & B", path: path, title: "<T>", description: "Say \"it\"", baseURL: baseURL,
      kind: "index")
  }

  @Test func wordsAreEscapedInTheHead() {
    let html = frame().html("text")
    #expect(html.hasPrefix("<!doctype html>\n<html lang=\"en\">\n<head>\n"))
    #expect(html.contains("<title>&lt;T&gt;</title>"))
    #expect(html.contains("<meta name=\"description\" content=\"Say &quot;it&quot;\">"))
    #expect(html.contains("<a class=\"home\" href=\"index.html\">A &amp; B</a>"))
    #expect(html.hasSuffix("\ntext</body>\n</html>\n"))
  }

  @Test(arguments: [
    ("https://example.org/course", "index.html", "https://example.org/course/"),
    ("https://example.org/course/", "sums.html", "https://example.org/course/sums.html"),
    ("https://example.org", "reference/A.html", "https://example.org/reference/A.html"),
  ])
  func canonicalLinkIsTheAddressOfThePage(baseURL: String, path: String, address: String) {
    #expect(
      frame(path: path, baseURL: baseURL).html("").contains(
        "<link rel=\"canonical\" href=\"\(address)\">"))
  }

  @Test(arguments: [nil, ""])
  func canonicalLinkIsThereOnlyWithAnAddress(baseURL: String?) {
    #expect(!frame(baseURL: baseURL).html("").contains("canonical"))
  }

  @Test func filesAreReachedFromAFolderBelowTheRoot() {
    let frame = frame(path: "reference/deep/A.html")
    #expect(frame.root == "../../")
    let html = frame.html("")
    for match in html.matches(of: #/(?:href|src)="([^#"][^"]*)"/#) {
      #expect(match.1.hasPrefix("../../"))
    }
  }

  @Test func footLinksToTheCardsAndTheReferenceThatThereAre() {
    let links =
      "<p><a href=\"../cards.html\">Flash cards</a> · Reference: "
      + "<a href=\"../reference/A.html\">A</a>, <a href=\"../reference/B.html\">B</a></p>"
    let pages = SidePages(cards: "cards.html", reference: ["A", "B"])
    #expect(PageFrame.colophon(pages, root: "../").string.contains(links))
    #expect(!PageFrame.colophon(SidePages()).string.contains("<a"))
  }

  @Test func footLinksToTheGlossaryAndToWhereThePageIsEdited() {
    let html = PageFrame.colophon(
      SidePages(glossary: "words"), root: "../", edit: "https://example.org/edit/a b.md")
    #expect(
      html.string.contains(
        "<p><a href=\"../words.html\">Glossary</a> · "
          + "<a href=\"https://example.org/edit/a%20b.md\">Edit this page</a></p>"))
  }

  @Test func aPageIsInTheLanguageOfItsCourse() {
    var frame = self.frame()
    frame.language = "pt-BR"
    #expect(frame.html("").hasPrefix("<!doctype html>\n<html lang=\"pt-BR\">\n"))
  }
}
