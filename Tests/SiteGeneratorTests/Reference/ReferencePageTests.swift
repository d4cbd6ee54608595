import LessonFormat
import Testing

@testable import LessonRunner
@testable import SiteGenerator

struct ReferencePageTests {
  private static func symbol(
    _ kind: LibrarySymbol.Kind, _ path: [String], _ declarations: [(code: String, text: String)],
    conformances: [String] = []
  ) -> LibrarySymbol {
    LibrarySymbol(
      kind: kind, path: path,
      declarations: declarations.map {
        .init(code: $0.code, documentation: $0.text, file: "", line: 1, labels: [])
      }, conformances: conformances)
  }

  private static let library = LibraryModule(
    name: "Library",
    symbols: [
      symbol(.protocol, ["Holder"], [("protocol Holder", "Holds.")]),
      symbol(
        .struct, ["Box"], [("struct Box<T>", "Holds a `T`, see ``Figure`` and ``nothing``.")],
        conformances: ["Holder"]),
      symbol(
        .method, ["Box", "put(_:)"],
        [
          (
            "mutating func put(_ x: T)",
            """
            Puts $x$ into a Box<T>. See [there](https://example.org) or [here](other.md).

            - Parameters:
              - x: What is *put*.
            - Returns: Nothing, ``Box/put(_:)``.
            - A point that stays.

            ```swift
            box.put("a")
            ```
            """
          )
        ]),
      symbol(.operator, ["Box", "<(_:_:)"], [("static func < (a: Box, b: Box) -> Bool", "Less.")]),
      symbol(.enum, ["Size"], [("enum Size", "")]),
      symbol(.enumCase, ["Size", "small"], [("case small", "")]),
      symbol(.enumCase, ["Size", "large"], [("case large", "")]),
      symbol(
        .function, ["twice(_:)"],
        [
          ("func twice(_ x: Int) -> Int", "Twice."), ("func twice(_ x: Float) -> Float", "Twice."),
          ("func twice(_ x: Int) -> Int", "Other words for the same."),
        ]),
      symbol(.property, ["Int", "boxed"], [("var boxed: Box<Int> { get }", "In a box.")]),
    ], stamp: "1")

  private static let index = SymbolIndex([
    library,
    LibraryModule(
      name: "Other", symbols: [symbol(.struct, ["Figure"], [("struct Figure", "Drawn.")])]),
  ])

  private func pages(
    _ text: String = "# T\n\nA ``Box/put(_:)``, [``Box``](sums.md), ``Figure``, ``none``.\n",
    cache: String? = nil
  ) throws -> [String: String] {
    let lesson = SampleCourse.lesson(text)
    let generator = SiteGenerator(
      course: SampleCourse.outline, assets: Checkout.assets, cache: cache, symbols: Self.index)
    let site = try generator.pages(
      results: [LessonResult(lesson: lesson, checks: [], blocks: [], claims: [])])
    let pages = site.files.filter { $0.path.hasSuffix(".html") }
    return Dictionary(
      uniqueKeysWithValues: pages.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  @Test func pageIsAsKept() throws {
    try Snapshot.compare(
      try #require(try pages()["reference/Library.html"]), with: "reference-library.html")
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
    let key = FragmentCache.key("reference:Library")
    #expect(folder.names("fragments/\(key.prefix(2))") == [String(key.dropFirst(2))])
    #expect(try pages(cache: folder.path) == first)
  }

  @Test func anchorsOfOperatorsAreEncodedInAddresses() {
    #expect(SymbolLinks.encoded("Box.<(_:_:)") == "Box.%3C(_:_:)")
    #expect(SymbolLinks.encoded("Box.é/%") == "Box.%C3%A9%2F%25")
  }
}
