import LessonRunner
import Testing

@testable import SiteGenerator

struct FormerPageTests {
  private func pages(formerly: String, baseURL: String? = nil) throws -> [String: String] {
    let lesson = try SampleCourse.verified("---\nformerly: [\(formerly)]\n---\n\n# A & B\n")
    return try SampleCourse.pages(of: [lesson], SampleCourse.generator(baseURL: baseURL))
  }

  @Test func anAddressOfBeforeLeadsToTheLesson() throws {
    let pages = try pages(formerly: "old, older", baseURL: "https://example.org/c")
    let page = try #require(pages["old.html"])
    #expect(page.contains("<meta http-equiv=\"refresh\" content=\"0; url=sums.html\">"))
    #expect(page.contains("It is here now: <a href=\"sums.html\">A &amp; B</a>."))
    #expect(page.contains("<link rel=\"canonical\" href=\"https://example.org/c/sums.html\">"))
    #expect(pages["older.html"] != nil)
  }

  @Test func noPageOfTheSiteIsReplaced() throws {
    let pages = try pages(formerly: "sums, index")
    #expect(pages.values.allSatisfy { !$0.contains("http-equiv") })
  }
}
