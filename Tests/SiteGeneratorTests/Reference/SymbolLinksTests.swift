import LessonRunner
import Testing

@testable import SiteGenerator

struct SymbolLinksTests {
  private func link(_ name: String, from page: String? = nil) throws -> String {
    let symbol = try #require(SymbolNode(name, in: SampleLibrary.index))
    return SymbolLinks(page: page).html(symbol).string
  }

  @Test func nameLinksToItsPlaceAndSaysWhatItIs() throws {
    #expect(
      try link("Box/put(_:)") == "<a class=\"symbol\" href=\"reference/Library.html#Box.put(_:)\" "
        + "title=\"Puts x into a Box&lt;T&gt;.\"><code>Box.put(_:)</code></a>")
  }

  @Test func linkOnAReferencePageLeadsToTheSameOrANeighbouringPage() throws {
    #expect(try link("Box", from: "Library").contains("href=\"#Box\""))
    #expect(try link("Box", from: "Other").contains("href=\"Library.html#Box\""))
  }

  @Test func symbolWithoutDocumentationHasNoTitle() throws {
    #expect(try !link("Size").contains("title="))
  }

  @Test func anchorsOfOperatorsAreEncodedInAddresses() {
    #expect(SymbolLinks.encoded("Box.<(_:_:)") == "Box.%3C(_:_:)")
    #expect(SymbolLinks.encoded("Box.é/%") == "Box.%C3%A9%2F%25")
    #expect(SymbolLinks.encoded("\t") == "%09")
  }
}
