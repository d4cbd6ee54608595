import LessonFormat
import LessonRunner
import Testing

@testable import SiteGenerator

struct SiteCourseTests {
  private func course(_ ids: [String], title: String = "T") throws -> SiteCourse {
    let course = Course(
      folder: "", title: title,
      parts: [.init(title: "P", lessons: ["a", "b"]), .init(title: "Q", lessons: ["c"])])
    return SiteCourse(
      course: course, title: LessonText(title, typeset: [:]),
      description: LessonText("", typeset: [:]),
      lessons: try ids.map { try SampleCourse.verified("# On [\($0)](x.md) *it*\n", id: $0) },
      baseURL: nil, pages: SidePages())
  }

  @Test func lessonsStandInTheOrderOfTheCourse() throws {
    let course = try course(["c", "a", "b"])
    #expect(course.order.map(\.id) == ["a", "b", "c"])
    #expect(course.part(of: "b")?.title == "P" && course.part(of: "c")?.title == "Q")
    #expect(course.part(of: "d") == nil)
  }

  @Test func neighboursAreThoseThatHaveAPage() throws {
    let course = try course(["a", "c", "alone"])
    #expect(course.neighbours(of: "a") == (nil, "c"))
    #expect(course.neighbours(of: "c") == ("a", nil))
    #expect(course.neighbours(of: "b") == (nil, nil))
    #expect(course.neighbours(of: "alone") == (nil, nil))
  }

  @Test func titleOfALessonHasItsMarkupButNoLink() throws {
    let course = try course(["a"])
    #expect(course.title(of: "a").string == "On a it")
    #expect(course.title(of: "b").string == "b")
  }

  @Test func framesAreNamedByTheCourse() throws {
    let frame = try course([], title: "The *course*").frame(
      path: "a.html", title: "", description: "", kind: "lesson")
    #expect(frame.course == "The course")
  }
}
