import LessonFormat
import LessonRunner
import Markup

/// What all pages know of the course: its words, its lessons, and how text becomes HTML.
struct SiteCourse: Sendable {
  let parts: [Course.Part]
  let title: LessonText
  let description: LessonText
  /// The lessons that have a page, by id.
  let lessons: [String: VerifiedLesson]
  /// The lessons that have a page, in the order of the course.
  let order: [VerifiedLesson]
  let baseURL: String?
  /// The language of the text, as BCP 47 has it.
  let language: String
  /// The address of the lessons' folder where an author edits them.
  let editAddress: String?
  /// The pages to link to at the foot.
  let pages: SidePages
  let links: LessonLinks
  /// Renders what stands on no lesson's page, or without code.
  let renderer: LessonRenderer
  /// The place of each lesson in ``order``, and the part that it stands in.
  private let places: [String: Int]
  private let partOfLesson: [String: Course.Part]

  init(
    course: Course, title: LessonText, description: LessonText, lessons: [VerifiedLesson],
    baseURL: String?, pages: SidePages
  ) {
    parts = course.parts
    self.title = title
    self.description = description
    let lessons = Dictionary(lessons.map { ($0.id, $0) }) { first, _ in first }
    self.lessons = lessons
    order = course.lessons.compactMap { lessons[$0] }
    self.baseURL = baseURL
    language = course.language
    editAddress = course.editAddress
    self.pages = pages
    let glossary = course.glossary.flatMap { lessons[$0] }.map { GlossaryLinks(of: $0) }
    links = LessonLinks(lessons: Set(lessons.keys), glossary: glossary)
    renderer = LessonRenderer(style: .page(PageContext(links: links)))
    places = Dictionary(order.enumerated().map { ($1.id, $0) }) { first, _ in first }
    let parts = course.parts.flatMap { part in part.lessons.map { ($0, part) } }
    partOfLesson = Dictionary(parts) { first, _ in first }
  }

  /// A lesson's title, without links.
  func title(of lesson: String) -> HTML<Phrasing> {
    lessons[lesson].map { renderer.label($0.title.nodes) } ?? .text(lesson)
  }

  /// The text of a lesson's page: terms of the glossary lead to it, where there is one.
  func content(of lesson: VerifiedLesson) -> [LessonNode] {
    guard let glossary = links.glossary, glossary.lesson != lesson.id else { return lesson.content }
    return glossary.linked(lesson.content)
  }

  /// The part of the course that a lesson stands in.
  func part(of lesson: String) -> Course.Part? { partOfLesson[lesson] }

  /// The ids of the lessons before and after one.
  func neighbours(of lesson: String) -> (previous: String?, next: String?) {
    guard let place = places[lesson] else { return (nil, nil) }
    return (
      place > 0 ? order[place - 1].id : nil, place + 1 < order.count ? order[place + 1].id : nil
    )
  }

  /// The frame of a page of this course.
  func frame(
    path: String, title: String, description: String, kind: String, hasPractice: Bool = false
  ) -> PageFrame {
    PageFrame(
      course: self.title.plain, path: path, title: title, description: description,
      baseURL: baseURL, kind: kind, hasPractice: hasPractice, language: language)
  }
}
