import LessonRunner
import SiteGenerator
import Testing

struct LessonPageTests {
  private func pages(baseURL: String? = nil) throws -> [String: String] {
    let site = try SampleCourse.generator(baseURL: baseURL).pages(results: SampleCourse.results)
    let pages = site.files.filter { $0.path.hasSuffix(".html") }
    return Dictionary(
      uniqueKeysWithValues: pages.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  @Test func pagesAreAsKept() throws {
    for (path, html) in try pages() { try Snapshot.compare(html, with: path) }
  }

  @Test func everyLinkIsRelativeAndLeadsSomewhere() throws {
    let site = try SampleCourse.generator().pages(results: SampleCourse.results)
    let paths = Set(site.files.map(\.path))
    for (path, html) in try pages() {
      for match in html.matches(of: #/(?:href|src)="([^"]*)"/#) {
        let link = String(match.1)
        if link.hasPrefix("https://example.org/") { continue }
        let parts = link.split(separator: "#", omittingEmptySubsequences: false)
        let target = parts[0].isEmpty ? path : String(parts[0])
        #expect(paths.contains(target), "\(link) in \(path)")
        if parts.count > 1 {
          let there = try #require(try pages()[target])
          #expect(there.contains("id=\"\(parts[1])\""), "\(link) in \(path)")
        }
      }
    }
  }

  @Test func canonicalLinkIsThereOnlyWithAnAddress() throws {
    #expect(!(try pages().values.contains { $0.contains("rel=\"canonical\"") }))
    let pages = try pages(baseURL: "https://example.org/course")
    #expect(
      pages["sums.html"]!.contains(
        "<link rel=\"canonical\" href=\"https://example.org/course/sums.html\">"))
    #expect(
      pages["index.html"]!.contains(
        "<link rel=\"canonical\" href=\"https://example.org/course/\">"))
  }

  @Test func figureThatIsPlacedElsewhereDoesNotStandAfterItsBlock() throws {
    let html = try #require(try pages()["sums.html"])
    #expect(html.ranges(of: "<title>Later</title>").count == 1)
    let table = try #require(html.firstRange(of: "Table 1."))
    let figure = try #require(html.firstRange(of: "<b>Figure 2.</b>"))
    #expect(table.lowerBound < figure.lowerBound)
  }

  @Test func lessonWithoutAResultHasNoPageAndNoLink() throws {
    let site = try SampleCourse.generator().pages(results: [SampleCourse.results[1]])
    let index = try #require(site.files.first { $0.path == "index.html" })
    #expect(!String(decoding: index.bytes, as: UTF8.self).contains("sums.html"))
    #expect(!site.files.contains { $0.path == "sums.html" })
  }

  @Test func formulaThatCannotBeTypesetIsShownAsItsSource() throws {
    let lesson = SampleCourse.lesson("# T\n\nBad: $\\oops<$\n")
    let result = LessonResult(lesson: lesson, checks: [], blocks: [], claims: [])
    let site = try SampleCourse.generator().pages(results: [result])
    #expect(site.findings.map(\.position.line) == [3])
    let page = try #require(site.files.first { $0.path == "sums.html" })
    #expect(String(decoding: page.bytes, as: UTF8.self).contains(">\\oops&lt;</code>"))
  }
}
