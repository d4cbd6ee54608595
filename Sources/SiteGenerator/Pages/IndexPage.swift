import LessonFormat
import LessonRunner
import Markup

/// The first page of the site: the course, its parts and their lessons.
struct IndexPage {
  let course: SiteCourse

  var html: String {
    course.frame(
      path: "index.html", title: course.title.plain, description: course.description.plain,
      kind: "index"
    ).html(
      .main(
        [.id("page.main")], "\n",
        .header(
          [.class("opening")], "\n", .heading(1, [], label(course.title)), "\n",
          .p([.class("summary")], label(course.description)), "\n", metadata), "\n",
        parts, practice, reference,
        PageFrame.colophon(
          SidePages(), numbers: LessonMetadata.numbers(course.order, of: "of this course"))), "\n")
  }

  private func label(_ text: LessonText) -> HTML<Phrasing> { course.renderer.label(text.nodes) }

  private var metadata: HTML<Flow> {
    let lessons = course.order
    let minutes = lessons.reduce(0) { $0 + ($1.frontMatter.minutes ?? 0) }
    return LessonMetadata.line([
      LessonMetadata.count(lessons.count, "lesson"),
      minutes > 0 ? LessonMetadata.minutes(minutes) : HTML(),
      CheckTally(lessons).html,
    ])
  }

  private var practice: HTML<Flow> {
    guard let cards = course.pages.cards else { return HTML() }
    let count = course.lessons.values.reduce(0) { $0 + $1.lesson.cards.count }
    return .p(
      [.class("practice")], .a([.href(cards)], "Flash cards"),
      ": \(count) \(count == 1 ? "question" : "questions") from the lessons, to be asked again after a while."
    ) + "\n"
  }

  private var reference: HTML<Flow> {
    guard !course.pages.reference.isEmpty else { return HTML() }
    return .p(
      [.class("practice")], "Reference: ", course.pages.referenceLinks(),
      ", with every public name that the lessons can use.") + "\n"
  }

  private var parts: HTML<Flow> {
    var number = 0
    return course.parts.html { part -> HTML<Flow> in
      let lessons = part.lessons.compactMap { course.lessons[$0] }
      guard !lessons.isEmpty else { return HTML() }
      let start = number + 1
      let items = lessons.html { lesson -> HTML<ListItems> in
        number += 1
        return item(lesson, number: number)
      }
      return .section(
        [.class("part")], "\n", .heading(2, [], .text(part.title)), "\n",
        .ol([.start(start)], "\n", items), "\n") + "\n"
    }
  }

  private func item(_ lesson: VerifiedLesson, number: Int) -> HTML<ListItems> {
    let title: HTML<Phrasing> = .a([.href("\(lesson.id).html")], label(lesson.title))
    let summary: HTML<Flow> = lesson.summary.isEmpty ? HTML() : .p([], label(lesson.summary))
    let metadata = LessonMetadata.line([
      lesson.frontMatter.minutes.map(LessonMetadata.minutes) ?? HTML(), CheckTally([lesson]).html,
    ])
    return .li(
      [], .span([.class("number"), .ariaHidden], "\(number)"),
      .div([], .heading(3, [], title), summary, metadata)) + "\n"
  }
}
