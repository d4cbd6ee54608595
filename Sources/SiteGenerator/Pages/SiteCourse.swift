import LessonFormat
import LessonRunner
import Markup

/// What all pages know of the course: its words, its lessons, and how text becomes HTML.
struct SiteCourse: Sendable {
  let course: Course
  let title: LessonText
  let description: LessonText
  /// The lessons that have a page, by id.
  let lessons: [String: VerifiedLesson]
  let baseURL: String?
  /// The pages to link to at the foot.
  let pages: SidePages
  let renderer: LessonRenderer

  /// A lesson's title, without links.
  func title(of lesson: String) -> HTML<Phrasing> {
    lessons[lesson].map { renderer.label($0.title.nodes) } ?? .text(lesson)
  }

  /// The lessons that have a page, in the order of the course.
  var order: [VerifiedLesson] { course.lessons.compactMap { lessons[$0] } }

  /// A line of text with what it is called.
  func frame(
    path: String, title: String, description: String, kind: String, hasPractice: Bool = false
  ) -> PageFrame {
    PageFrame(
      course: self.title.plain, path: path, title: title, description: description,
      baseURL: baseURL, kind: kind, hasPractice: hasPractice)
  }
}
