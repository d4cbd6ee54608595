import LessonFormat
import LessonRunner
import Markup

/// What stands at an address that a lesson had before: the way to where it is now.
struct FormerPage {
  let course: SiteCourse
  let lesson: VerifiedLesson
  /// The stem that the lesson had.
  let stem: String

  /// One for each stem that a lesson had, unless another page has the address.
  static func pages(of course: SiteCourse, apartFrom paths: Set<String>) -> [FormerPage] {
    let taken = Set(paths.map { $0.lowercased() })
    return course.order.flatMap { lesson in
      lesson.frontMatter.formerly.map { FormerPage(course: course, lesson: lesson, stem: $0.name) }
    }.filter { !taken.contains($0.path.lowercased()) }
  }

  var path: String { stem + ".html" }

  var html: String {
    var frame = course.frame(
      path: path, title: "\(lesson.title.plain) · \(course.title.plain)",
      description: "This lesson has moved.", kind: "former")
    frame.target = lesson.id + ".html"
    let link: HTML<Phrasing> = .a([.href(lesson.id + ".html")], course.title(of: lesson.id))
    return frame.html(
      .main(
        [.id("page.main")], "\n",
        .header(
          [.class("opening")], "\n", .heading(1, [], "This lesson has moved"), "\n",
          .p([.class("summary")], "It is here now: ", link, "."), "\n"), "\n"), "\n")
  }
}
