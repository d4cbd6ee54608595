import LessonFormat
import Testing

@testable import Courseware

@Suite struct MarkdownFragmentTests {
  @Test func aFileIsRenderedWithTheAdditionsOfLessonsOrAsCommonMarkAlone() throws {
    let course = try TemporaryCourse(["a": "---\ntitle: A\n---\n\n| b |\n|---|\n| c |\n"])
    let path = course.path("lessons/a.md")
    let html = try MarkdownFragment(path: path).html
    #expect(html.contains("<table>") && !html.contains("title"), "\(html)")
    let plain = try MarkdownFragment(path: path, commonMarkOnly: true).html
    #expect(plain.hasPrefix("<hr />") && plain.contains("| b |"))
  }

  @Test func aFileThatIsNotThereIsAnError() {
    #expect {
      _ = try MarkdownFragment(path: "/nowhere.md")
    } throws: { error in
      if case .source(.missing(path: "/nowhere.md"))? = error as? CoursewareError {
        true
      } else {
        false
      }
    }
  }
}
