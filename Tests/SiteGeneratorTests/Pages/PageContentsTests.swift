import Testing

@testable import SiteGenerator

struct PageContentsTests {
  private func contents(_ text: String) throws -> PageContents {
    let links = LessonLinks(lessons: [])
    return PageContents(
      of: try SampleCourse.verified(text).content,
      renderer: LessonRenderer(style: .page(PageContext(links: links))))
  }

  @Test func headingsOfTheThirdLevelStandBelowThoseOfTheSecond() throws {
    let contents = try contents("## A\n\n### B\n\n#### C\n\n### D\n\n## E\n")
    #expect(contents.entries.map(\.address) == ["#a", "#e"])
    #expect(contents.entries[0].entries.map(\.address) == ["#b", "#d"])
    #expect(contents.entries[1].entries.isEmpty)
  }

  @Test func headingOfTheThirdLevelBeforeAnyOfTheSecondStandsByItself() throws {
    #expect(try contents("### A\n\n## B\n").entries.map(\.address) == ["#a", "#b"])
  }

  @Test func entryHasTheHeadingsMarkupButNoLink() throws {
    let contents = try contents("## A [*b*](c.md) `d`\n")
    #expect(contents.entries[0].title.string == "A <em>b</em> <code>d</code>")
    #expect(
      contents.beside.string.contains(
        "<ol><li><a href=\"#a-b-d\">A <em>b</em> <code>d</code></a></li></ol>"))
    #expect(contents.folded.string.hasPrefix("<details class=\"contents-folded\">"))
  }

  @Test func textWithoutHeadingsHasNoContents() throws {
    var contents = try contents("# A\n\nText.\n")
    #expect(contents.folded.isEmpty && contents.beside.isEmpty)
    contents.append(.init(id: "lesson.sources", title: "Sources"))
    #expect(contents.beside.string.contains("<a href=\"#lesson.sources\">Sources</a>"))
  }
}
