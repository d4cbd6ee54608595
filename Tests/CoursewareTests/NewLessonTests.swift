import LessonRunner
import Testing

@testable import Courseware

@Suite struct NewLessonTests {
  @Test func aLessonIsListedInTheCourseThatIsThere() throws {
    let course = try TemporaryCourse(["a": "# A\n"])
    let written = try NewLesson(
      stem: "b", title: "The \"B\"", folder: course.path("lessons")
    ).write()
    #expect(written.isListed)
    #expect(try course.text(of: "lessons/course.yaml").contains("lessons: [a, b]"))
    #expect(try course.text(of: "lessons/b.md").hasPrefix("---\ntitle: \"The \\\"B\\\"\"\n"))
    let loaded = try LoadedCourse([course.path("lessons")], cache: Cache(folder: nil))
    #expect(loaded.lessons.map(\.title) == ["A", "The \"B\""])
    #expect(loaded.lessons[1].findings.isEmpty)
  }

  @Test(arguments: ["", "-a", "A", "a b", "a/b", "ä", "index", "cards"])
  func aStemIsAnAddressOfLowerCaseLettersDigitsAndHyphens(stem: String) throws {
    let course = try TemporaryCourse()
    #expect {
      _ = try NewLesson(stem: stem, title: "T", folder: course.path("lessons")).write()
    } throws: { error in
      if case .lesson(.badStem(stem))? = error as? CoursewareError { true } else { false }
    }
  }

  @Test func aFileThatIsThereIsLeftAsItIs() throws {
    let course = try TemporaryCourse(["a": "# A\n"])
    #expect {
      _ = try NewLesson(stem: "a", title: "T", folder: course.path("lessons")).write()
    } throws: { error in
      if case .lesson(.exists)? = error as? CoursewareError { true } else { false }
    }
    #expect(try course.text(of: "lessons/a.md") == "# A\n")
  }
}
