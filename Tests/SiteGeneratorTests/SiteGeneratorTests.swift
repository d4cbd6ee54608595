import Testing

@testable import SiteGenerator

struct SiteGeneratorTests {
  @Test func pagesAreAsKept() throws {
    let pages = try SampleCourse.pages(of: SampleCourse.lessons())
    #expect(Set(pages.keys) == ["index.html", "sums.html", "products.html"])
    for (path, html) in pages { try Snapshot.compare(html, with: path) }
  }

  @Test func everyLinkIsRelativeAndLeadsSomewhere() throws {
    let lessons = try SampleCourse.lessons()
    let paths = Set(try SampleCourse.generator().site(of: lessons).files.map(\.path))
    let pages = try SampleCourse.pages(of: lessons)
    for (path, html) in pages {
      for match in html.matches(of: #/(?:href|src)="([^"]*)"/#) {
        let link = String(match.1)
        if link.hasPrefix("https://example.org/") { continue }
        let parts = link.split(separator: "#", omittingEmptySubsequences: false)
        let target = parts[0].isEmpty ? path : String(parts[0])
        #expect(paths.contains(target), "\(link) in \(path)")
        if parts.count > 1 {
          let there = try #require(pages[target])
          #expect(there.contains("id=\"\(parts[1])\""), "\(link) in \(path)")
        }
      }
    }
  }

  @Test func lessonThatIsNotGivenHasNoPageAndNoLink() throws {
    let pages = try SampleCourse.pages(of: [SampleCourse.lessons()[1]])
    #expect(pages["sums.html"] == nil)
    #expect(try #require(pages["index.html"]).contains("sums.html") == false)
    #expect(try #require(pages["products.html"]).contains("sums.html") == false)
  }

  @Test func siteHasNoFileTwice() throws {
    let paths = try SampleCourse.generator().site(of: SampleCourse.lessons()).files.map(\.path)
    #expect(Set(paths).count == paths.count)
    #expect(Set(paths).isSuperset(of: ["style.css", "site.js", "practice.js", "icon.svg"]))
  }
}
