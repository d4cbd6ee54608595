import LessonFormat
import LessonRunner

/// The page of a lesson.
struct LessonPage {
  let course: CourseOutline
  let result: LessonResult
  /// The titles of all lessons that have a page, by id.
  let titles: [String: String]
  let baseURL: String?
  let pages: SidePages
  /// The text of the lesson as HTML.
  let body: String
  let contents: PageContents
  /// The HTML of a line of Markdown, without links.
  let inline: (String) -> String
  /// The HTML of a line of Markdown, with its links.
  let linked: (String) -> String

  private var lesson: Lesson { result.lesson }
  private var frontMatter: FrontMatter { result.lesson.frontMatter }

  var html: String {
    PageFrame(
      course: course, path: lesson.id + ".html",
      title: Prose.plainText("\(lesson.title) · \(course.title)"),
      description: Prose.plainText(
        frontMatter.summary.isEmpty ? lesson.title : frontMatter.summary),
      baseURL: baseURL, kind: "lesson", hasPractice: hasPractice
    ).html(
      """
      <div class="sheet">
      <main id="main">
      <article>
      \(opening)\(contentsFolded)<div class="text">
      \(body)\(sources)</div>
      </article>
      \(turning)\(PageFrame.colophon(pages))</main>
      \(contentsBeside)</div>

      """)
  }

  private var hasPractice: Bool {
    var hasPractice = !lesson.quizzes.isEmpty || !lesson.cards.isEmpty
    lesson.document.visit { if $0.kind == .alert(.hint) { hasPractice = true } }
    return hasPractice
  }

  // MARK: Opening

  private var opening: String {
    let summary =
      frontMatter.summary.isEmpty ? "" : "<p class=\"summary\">\(linked(frontMatter.summary))</p>\n"
    return """
      <header class="opening">
      \(partTitle)<h1>\(inline(lesson.title))</h1>
      \(summary)\(facts)\(objectives)\(prerequisites)</header>

      """
  }

  private var partTitle: String {
    guard let part = course.parts.first(where: { $0.lessons.contains(lesson.id) }) else {
      return ""
    }
    return "<p class=\"part\">\(part.title.escapedForPage)</p>\n"
  }

  private var facts: String {
    var facts: [String] = []
    if let minutes = frontMatter.minutes { facts.append(Facts.minutes(minutes)) }
    facts.append(CheckTally([result]).html)
    return Facts.line(facts)
  }

  private var objectives: String {
    guard !frontMatter.objectives.isEmpty else { return "" }
    let items = frontMatter.objectives.map { "<li>\(linked($0))</li>" }
    return """
      <div class="objectives"><p class="label">After this lesson you can</p>\
      <ul>\(items.joined())</ul></div>

      """
  }

  private var prerequisites: String {
    guard !frontMatter.prerequisites.isEmpty else { return "" }
    let items = frontMatter.prerequisites.map { id in
      guard let title = titles[id] else { return "<li>\(id.escapedForPage)</li>" }
      return "<li><a href=\"\(id.escapedForPage).html\">\(inline(title))</a></li>"
    }
    return """
      <div class="prerequisites"><p class="label">Read first</p>\
      <ul>\(items.joined())</ul></div>

      """
  }

  private var contentsFolded: String { contents.foldedHTML }
  private var contentsBeside: String { contents.besideHTML }

  // MARK: Closing

  private var sources: String {
    guard !frontMatter.sources.isEmpty else { return "" }
    let items = frontMatter.sources.map { "<li>\(linked($0))</li>" }
    return """
      <section class="sources" aria-labelledby="lesson-sources">\
      <h2 id="lesson-sources">Sources</h2><ul>\(items.joined())</ul></section>

      """
  }

  /// Links to the lessons before and after this one.
  private var turning: String {
    let order = course.lessons.filter { titles[$0] != nil }
    guard let place = order.firstIndex(of: lesson.id) else { return "" }
    var links = ""
    if place > 0 { links += turn(to: order[place - 1], class: "previous", label: "Previous") }
    if place + 1 < order.count { links += turn(to: order[place + 1], class: "next", label: "Next") }
    return links.isEmpty ? "" : "<nav class=\"turn\" aria-label=\"Other lessons\">\(links)</nav>\n"
  }

  private func turn(to id: String, class name: String, label: String) -> String {
    """
    <a class="\(name)" rel="\(name == "next" ? "next" : "prev")" href="\(id.escapedForPage).html">\
    <span class="label">\(label)</span> <span class="title">\(inline(titles[id] ?? id))</span></a>
    """
  }
}
