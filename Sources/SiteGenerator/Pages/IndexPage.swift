import LessonRunner

/// The first page of the site: the course, its parts and their lessons.
struct IndexPage {
  let course: CourseOutline
  /// The results of the lessons that have a page, by id.
  let results: [String: LessonResult]
  let baseURL: String?
  /// The HTML of a line of Markdown.
  let inline: (String) -> String

  var html: String {
    PageFrame(
      course: course, path: "index.html", title: course.title, description: course.description,
      baseURL: baseURL, kind: "index"
    ).html(
      """
      <main id="main">
      <header class="opening">
      <h1>\(inline(course.title))</h1>
      <p class="summary">\(inline(course.description))</p>
      <p class="facts">\(facts)</p>
      </header>
      \(parts)</main>

      """)
  }

  private var facts: String {
    let ids = course.lessons.filter { results[$0] != nil }
    let minutes = ids.reduce(0) { $0 + (results[$1]?.lesson.frontMatter.minutes ?? 0) }
    let checks = ids.compactMap { results[$0].map(CheckTally.init) }
    let total = checks.reduce(0) { $0 + $1.total }
    let failed = checks.reduce(0) { $0 + $1.failed }
    var facts = ["<span>\(ids.count) \(ids.count == 1 ? "lesson" : "lessons")</span>"]
    if minutes > 0 { facts.append("<span>\(minutes) minutes</span>") }
    if total > 0 {
      facts.append(
        failed == 0
          ? "<span class=\"tally pass\">✓ \(total) checks verified</span>"
          : "<span class=\"tally fail\">✗ \(failed) of \(total) checks fail</span>")
    }
    return facts.joined(separator: " <span class=\"dot\">·</span> ")
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
    var facts: [String] = []
    if let minutes = frontMatter.minutes { facts.append("<span>\(minutes) minutes</span>") }
    let tally = CheckTally(result)
    if tally.total > 0 {
      facts.append("<span class=\"tally \(tally.cssClass)\">\(tally.sentence)</span>")
    }
    let line = facts.joined(separator: " <span class=\"dot\">·</span> ")
    return """
      <li><span class="number" aria-hidden="true">\(number)</span><div>\
      <h3><a href="\(result.lesson.id.escapedForPage).html">\(inline(result.lesson.title))</a></h3>\
      \(summary)\(facts.isEmpty ? "" : "<p class=\"facts\">\(line)</p>")</div></li>

      """
  }
}
