import LessonRunner

/// The first page of the site: the course, its parts and their lessons.
struct IndexPage {
  let course: CourseOutline
  /// The results of the lessons that have a page, by id.
  let results: [String: LessonResult]
  let baseURL: String?
  let pages: SidePages
  /// The HTML of a line of Markdown.
  let inline: (String) -> String

  var html: String {
    PageFrame(
      course: course, path: "index.html", title: Prose.plainText(course.title),
      description: Prose.plainText(course.description), baseURL: baseURL, kind: "index"
    ).html(
      """
      <main id="main">
      <header class="opening">
      <h1>\(inline(course.title))</h1>
      <p class="summary">\(inline(course.description))</p>
      \(facts)</header>
      \(parts)\(practice)\(reference)\(PageFrame.colophon(SidePages()))</main>

      """)
  }

  private var facts: String {
    let results = course.lessons.compactMap { self.results[$0] }
    let minutes = results.reduce(0) { $0 + ($1.lesson.frontMatter.minutes ?? 0) }
    return Facts.line([
      "<span>\(results.count) \(results.count == 1 ? "lesson" : "lessons")</span>",
      minutes > 0 ? Facts.minutes(minutes) : "",
      CheckTally(results).html,
    ])
  }

  private var practice: String {
    guard let cards = pages.cards else { return "" }
    let count = results.values.reduce(0) { $0 + $1.lesson.cards.count }
    return """
      <p class="practice"><a href="\(cards)">Flash cards</a>: \(count) \
      \(count == 1 ? "question" : "questions") from the lessons, to be asked again after a while.</p>

      """
  }

  private var reference: String {
    guard !pages.reference.isEmpty else { return "" }
    return """
      <p class="practice">Reference: \(pages.referenceLinks()), with every public name that the \
      lessons can use.</p>

      """
  }

  private var parts: String {
    var number = 0
    return course.parts.map { part in
      let lessons = part.lessons.compactMap { results[$0] }
      guard !lessons.isEmpty else { return "" }
      let items = lessons.map { result in
        number += 1
        return item(result, number: number)
      }
      return """
        <section class="part">
        <h2>\(part.title.escapedForPage)</h2>
        <ol start="\(number - items.count + 1)">
        \(items.joined())</ol>
        </section>

        """
    }.joined()
  }

  private func item(_ result: LessonResult, number: Int) -> String {
    let frontMatter = result.lesson.frontMatter
    let summary = frontMatter.summary.isEmpty ? "" : "<p>\(inline(frontMatter.summary))</p>"
    let facts = Facts.line([
      frontMatter.minutes.map(Facts.minutes) ?? "", CheckTally([result]).html,
    ])
    return """
      <li><span class="number" aria-hidden="true">\(number)</span><div>\
      <h3><a href="\(result.lesson.id.escapedForPage).html">\(inline(result.lesson.title))</a></h3>\
      \(summary)\(facts)</div></li>

      """
  }
}
