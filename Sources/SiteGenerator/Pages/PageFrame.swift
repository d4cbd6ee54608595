/// What all pages have: the head, the bar at the top, the words at the foot.
struct PageFrame {
  let course: CourseOutline
  /// The path of the page below the site's root. All pages stand in the root.
  let path: String
  let title: String
  let description: String
  let baseURL: String?
  /// The class of the body.
  let kind: String
  /// Whether there is something to answer on the page.
  var hasPractice = false

  /// The whole page around the content of its `main` element and what stands beside it.
  func html(_ content: String) -> String {
    """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(title.escapedForPage)</title>
    <meta name="description" content="\(description.escapedForPage)">
    <meta name="color-scheme" content="light dark">
    \(canonical)<link rel="icon" href="icon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="katex/katex.css">
    <link rel="stylesheet" href="style.css">
    <script src="site.js"></script>
    \(hasPractice ? "<script src=\"practice.js\"></script>\n" : "")\
    </head>
    <body class="\(kind)">
    <a class="skip" href="#main">Skip to the text</a>
    <header class="bar">
    <a class="home" href="index.html">\(Prose.plainText(course.title).escapedForPage)</a>
    <button type="button" class="theme" hidden aria-pressed="false" aria-label="Dark colours">\
    <svg aria-hidden="true" viewBox="0 0 20 20" width="20" height="20"><circle cx="10" cy="10" \
    r="7.25" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M10 2.75a7.25 7.25 0 0 \
    1 0 14.5z" fill="currentColor"/></svg></button>
    </header>
    \(content)\
    </body>
    </html>

    """
  }

  /// What stands at the foot of every page, at the end of its `main` element.
  ///
  /// - Parameter cards: the path of the page of flash cards, where there is one to link to.
  static func colophon(cards: String?) -> String {
    let link = cards.map { "<p><a href=\"\($0)\">Flash cards</a></p>\n" } ?? ""
    return """
      <footer class="colophon">
      \(link)\
      <p>Each number with a tick was computed by the code of its lesson when this site was built.</p>
      </footer>

      """
  }

  private var canonical: String {
    guard var base = baseURL, !base.isEmpty else { return "" }
    if !base.hasSuffix("/") { base += "/" }
    let address = path == "index.html" ? base : base + path
    return "<link rel=\"canonical\" href=\"\(address.escapedForPage)\">\n"
  }
}
