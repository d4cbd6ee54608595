import LessonFormat
import LessonRunner
import Markup

/// The page of a lesson.
struct LessonPage {
  let course: SiteCourse
  let lesson: VerifiedLesson
  let renderer: LessonRenderer

  private var frontMatter: FrontMatter { lesson.frontMatter }

  var html: String {
    let contents = contents
    return course.frame(
      path: lesson.id + ".html",
      title: "\(lesson.title.plain) · \(course.title.plain)",
      description: lesson.summary.isEmpty ? lesson.title.plain : lesson.summary.plain,
      kind: "lesson", hasPractice: hasPractice
    ).html(
      .div(
        [.class("sheet")], "\n",
        .main(
          [.id("page.main")], "\n",
          .article(
            [], "\n", opening, contents.folded,
            .div([.class("text")], "\n", renderer.html(course.content(of: lesson)), sources), "\n"),
          "\n",
          turning,
          PageFrame.colophon(
            course.pages, numbers: LessonMetadata.numbers([lesson], of: "on this page"),
            edit: course.editAddress.map { "\($0)/\(lesson.id).md" })), "\n",
        contents.beside), "\n")
  }

  private var contents: PageContents {
    var contents = PageContents(of: lesson.content, renderer: renderer)
    if !lesson.sources.isEmpty {
      contents.append(.init(id: "lesson.sources", title: "Sources"))
    }
    return contents
  }

  private var hasPractice: Bool {
    var hasPractice = false
    LessonNode.visit(lesson.content) { node in
      switch node {
      case .quiz, .prediction, .card, .hints: hasPractice = true
      default: break
      }
    }
    return hasPractice
  }

  // MARK: Opening

  private var opening: HTML<Flow> {
    let summary: HTML<Flow> =
      lesson.summary.isEmpty
      ? HTML() : .p([.class("summary")], renderer.line(lesson.summary)) + "\n"
    return .header(
      [.class("opening")], "\n", partTitle, .heading(1, [], renderer.label(lesson.title.nodes)),
      "\n", summary, metadata, objectives, prerequisites) + "\n"
  }

  private var partTitle: HTML<Flow> {
    guard let part = course.part(of: lesson.id) else { return HTML() }
    return .p([.class("part")], .text(part.title)) + "\n"
  }

  private var metadata: HTML<Flow> {
    LessonMetadata.line([
      frontMatter.minutes.map(LessonMetadata.minutes) ?? HTML(), CheckTally([lesson]).html,
    ])
  }

  private var objectives: HTML<Flow> {
    guard !lesson.objectives.isEmpty else { return HTML() }
    return .div(
      [.class("objectives")], .p([.class("label")], "After this lesson you can"),
      .ul([], items(lesson.objectives))) + "\n"
  }

  private func items(_ texts: [LessonText]) -> HTML<ListItems> {
    texts.html { .li([], HTML(renderer.line($0))) }
  }

  private var prerequisites: HTML<Flow> {
    guard !frontMatter.prerequisites.isEmpty else { return HTML() }
    let items = frontMatter.prerequisites.html { id -> HTML<ListItems> in
      guard course.lessons[id] != nil else { return .li([], .text(id)) }
      return .li([], .a([.href("\(id).html")], HTML(course.title(of: id))))
    }
    return .div(
      [.class("prerequisites")], .p([.class("label")], "Read first"), .ul([], items)) + "\n"
  }

  // MARK: Closing

  private var sources: HTML<Flow> {
    guard !lesson.sources.isEmpty else { return HTML() }
    return .section(
      [.class("sources"), .ariaLabelledBy("lesson.sources")],
      .heading(2, [.id("lesson.sources")], "Sources"), .ul([], items(lesson.sources))) + "\n"
  }

  /// Links to the lessons before and after this one.
  private var turning: HTML<Flow> {
    let (previous, next) = course.neighbours(of: lesson.id)
    let links = [
      previous.map { turn(to: $0, "previous", rel: "prev", "Previous") },
      next.map { turn(to: $0, "next", rel: "next", "Next") },
    ].compactMap(\.self)
    guard !links.isEmpty else { return HTML() }
    return .nav([.class("turn"), .ariaLabel("Other lessons")], HTML(links)) + "\n"
  }

  private func turn(
    to id: String, _ name: String, rel: String, _ label: String
  ) -> HTML<Flow> {
    .a(
      [.class(name), .rel(rel), .href("\(id).html")], .span([.class("label")], .text(label)), " ",
      .span([.class("title")], course.title(of: id)))
  }
}
