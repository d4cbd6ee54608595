import LessonFormat
import Testing

@testable import LessonRunner
@testable import SiteGenerator

struct ReferencePageTests {
  private func pages(
    _ text: String = "# T\n\nA ``Box/put(_:)``, [``Box``](sums.md), ``Figure``, ``none``.\n",
    cache: String? = nil
  ) throws -> [String: String] {
    let lesson = try PretendRun().verified(SampleCourse.lesson(text), symbols: SampleLibrary.index)
    let generator = SiteGenerator(
      course: SampleCourse.course, assets: Checkout.assets, cache: Cache(folder: cache),
      symbols: SampleLibrary.index)
    return try SampleCourse.pages(of: [lesson], generator)
  }

  @Test func pageIsAsKept() throws {
    try Snapshot.compare(
      try #require(try pages()["reference/Library.html"]), with: "reference-library.html")
  }

  /// As an entry of the cache may have it.
  @Test func symbolsWithoutDeclarationsHaveTheirPlaceOnThePage() {
    let module = LibraryModule(
      name: "A",
      symbols: [
        SampleLibrary.symbol(.enum, ["B"], []), SampleLibrary.symbol(.enumCase, ["B", "c"], []),
        SampleLibrary.symbol(.enumCase, ["B", "d"], []),
        SampleLibrary.symbol(.function, ["f()"], []), SampleLibrary.symbol(.function, [], []),
      ])
    let page = ReferencePage(module: module, index: SymbolIndex([module]), typeset: [:])
    #expect(page.content.html(foot: "").string.contains("<code>B</code>"))
  }

  @Test func nameInALessonLinksToItsPlaceAndSaysWhatItIs() throws {
    let html = try #require(try pages()["sums.html"])
    #expect(
      html.contains(
        "A <a class=\"symbol\" href=\"reference/Library.html#Box.put(_:)\" "
          + "title=\"Puts x into a Box&lt;T&gt;.\">"))
    #expect(html.contains("<code>Box.put(_:)</code></a>, "))
    #expect(html.contains("<a href=\"sums.html\"><code>Box</code></a>, "))
    #expect(html.contains("href=\"reference/Other.html#Figure\" title=\"Drawn.\">"))
    #expect(html.contains(", <code>none</code>."))
  }

  @Test func everyPageLinksToTheReference() throws {
    let pages = try pages()
    for path in ["index.html", "sums.html"] {
      #expect(pages[path]?.contains("<a href=\"reference/Library.html\">Library</a>") == true)
    }
    #expect(
      pages["reference/Library.html"]?.contains(
        "<a href=\"../reference/Other.html\">Other</a>") == true)
  }

  @Test func everyLinkOfAPageLeadsSomewhere() throws {
    let pages = try pages()
    for (path, html) in pages where path.hasPrefix("reference/") {
      for match in html.matches(of: #/href="([^"]*)"/#) {
        let link = String(match.1)
        if link.hasPrefix("https://example.org") || link.hasPrefix("../") { continue }
        let parts = link.split(separator: "#", omittingEmptySubsequences: false)
        let target = parts[0].isEmpty ? path : "reference/" + parts[0]
        let page = try #require(pages[target], "\(link) in \(path)")
        let anchor = parts[1].replacing("%3C", with: "&lt;")
        #expect(page.contains("id=\"\(anchor)\""), "\(link) in \(path)")
      }
    }
  }

  @Test func pageIsTheSameFromTheCache() throws {
    let folder = try ScratchFolder()
    let first = try pages(cache: folder.path)
    // One entry for each of the two modules: the lesson has no code.
    #expect(folder.names("fragments").flatMap { folder.names("fragments/\($0)") }.count == 2)
    #expect(try pages(cache: folder.path) == first)
  }

  @Test func typesComeFirstThenFunctionsThenAdditionsToOtherTypes() throws {
    let html = try #require(try pages()["reference/Library.html"])
    #expect(
      html.matches(of: #/<h2 id="([^"]*)">/#).map(\.1)
        == ["section-types", "section-functions", "section-extensions"])
    #expect(
      html.matches(of: #/<h3 id="([^"]*)">/#).map(\.1) == ["Box", "Holder", "Size"])
  }

  @Test func casesWithoutWordsOfTheirOwnShareAListing() throws {
    let html = try #require(try pages()["reference/Library.html"])
    #expect(html.contains("<pre><code><span id=\"Size.small\">"))
    #expect(html.ranges(of: "<span id=\"Size.").count == 2)
  }

  @Test func declarationsWithTheSameWordsStandTogetherAndEachOnce() throws {
    let html = try #require(try pages()["reference/Library.html"])
    let member = try part(html, from: "<pre id=\"twice(_:)\">", to: "</div>")
    #expect(member.ranges(of: "<p>Twice.</p>").count == 1)
    #expect(member.ranges(of: "<pre").count == 1)
    #expect(!html.contains("Other words for the same."))
  }

  @Test func formulasOfTheDocumentationAreThoseToBeTypeset() {
    #expect(
      ReferencePage.formulas(of: SampleLibrary.library) == [Formula(tex: "x", display: false)])
  }
}
