import LessonRunner
import Testing

@testable import Courseware

@Suite struct LoadedCourseTests {
  private func load(_ operands: String...) throws -> LoadedCourse {
    try LoadedCourse(operands, cache: Cache(folder: nil))
  }

  @Test func aCourseHasItsLessonsInTheOrderOfTheCourseFile() throws {
    let course = try TemporaryCourse(
      ["a": "# A\n", "b": "# B\n"], parts: "parts:\n  - title: One\n    lessons: [b, a]\n")
    let loaded = try load(course.path("lessons/"))
    #expect(loaded.lessons.map(\.id) == ["b", "a"])
    #expect(loaded.course?.title == "A course")
    #expect(loaded.problems.isEmpty)
    #expect(loaded.folder == course.path("lessons"))
  }

  @Test func aFileOfACourseRunsAsItDoesInTheCourse() throws {
    let course = try TemporaryCourse(["a": "# A\n", "b": "# B\n"])
    let loaded = try load(course.path("lessons/b.md"))
    #expect(loaded.lessons.map(\.id) == ["b"])
    #expect(loaded.course?.lessons == ["a", "b"])
  }

  @Test func aFileThatIsNoTextIsAProblemOfItsOwnAndAnUnlistedOneTheCourseFiles() throws {
    let course = try TemporaryCourse(["a": "# A\n", "b": " \n"])
    try course.write("# C\n", to: "lessons/c.md")
    let loaded = try load(course.path("lessons"))
    #expect(loaded.lessons.map(\.id) == ["a"])
    #expect(loaded.problems.map(\.subject) == [.course, .lesson])
    #expect(loaded.problems.map(\.name) == ["course.yaml", "b"])
    #expect(!loaded.problems.contains { $0.passed })
  }

  @Test func lessonsOfTwoCoursesCannotBeLoadedAtOnce() throws {
    let (one, other) = (try TemporaryCourse(["a": "# A\n"]), try TemporaryCourse(["a": "# A\n"]))
    #expect {
      _ = try load(one.path("lessons"), other.path("lessons"))
    } throws: { error in
      guard case .otherCourse(let path, let first)? = error as? CoursewareError else {
        return false
      }
      return path == other.path("lessons") && first == one.path("lessons")
    }
  }

  @Test func aLessonThatIsALinkOutOfTheFolderIsABadFileUnlessItIsNamed() throws {
    let course = try TemporaryCourse(["a": "# A\n", "b": "# B\n", "c": "# C\n"])
    try course.write("# Elsewhere\n", to: "elsewhere.md")
    try course.link("lessons/b.md", to: course.path("elsewhere.md"))
    try course.link("lessons/c.md", to: "a.md")
    let loaded = try load(course.path("lessons"))
    #expect(loaded.lessons.map(\.id) == ["a", "c"])
    #expect(loaded.problems.map(\.name) == ["b"])
    #expect(loaded.problems[0].checks.first?.rule == .badFile)
    let named = try load(course.path("lessons/b.md"))
    #expect(named.lessons.map(\.title) == ["Elsewhere"])
    #expect(named.problems.isEmpty)
  }

  @Test func coverageIsOfAWholeCourse() throws {
    let course = try TemporaryCourse(
      ["a": "---\ncovers: [R1]\n---\n\n# A\n"], keys: "coverage: table.md\n")
    try course.write("| id |\n|---|\n| R1 |\n| R2 |\n", to: "lessons/table.md")
    let whole = try load(course.path("lessons"))
    #expect(whole.problems.isEmpty)
    #expect(whole.coverage?.checks.map(\.rule) == [nil, .uncovered])
    #expect(try load(course.path("lessons/a.md")).coverage == nil)
  }

  @Test func whatIsNotThereIsMissing() throws {
    #expect {
      _ = try load("/nowhere/at-all.md")
    } throws: { error in
      if case .missing("/nowhere/at-all.md")? = error as? CoursewareError { true } else { false }
    }
  }

  @Test func aCourseFileThatIsNoYAMLIsInvalidAtItsLine() throws {
    let course = try TemporaryCourse()
    try course.write("title: [unclosed\n", to: "lessons/course.yaml")
    #expect {
      _ = try load(course.path("lessons"))
    } throws: { error in
      guard case .invalidCourse(let report)? = error as? CoursewareError else { return false }
      return report.subject == .course && report.checks.contains { $0.rule == .badFrontMatter }
    }
  }
}
