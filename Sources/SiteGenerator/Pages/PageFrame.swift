/// The pages besides those of the lessons, which others link to.
struct SidePages {
  /// The path of the page of flash cards, if there is one.
  var cards: String?
  /// The modules that have a reference page.
  var reference: [String] = []

  /// Links to the reference pages, from a page at a depth of folders.
  func referenceLinks(root: String = "") -> String {
    reference.map { module in
      let path = root + SymbolLinks.path(of: module)
      return "<a href=\"\(path.escapedForPage)\">\(module.escapedForPage)</a>"
    }.joined(separator: ", ")
  }
}

/// What all pages have: the head, the bar at the top, the words at the foot.
struct PageFrame {
  let course: CourseOutline
  /// The path of the page below the site's root.
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
    \(canonical)<link rel="icon" href="\(root)icon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="\(root)katex/katex.css">
    <link rel="stylesheet" href="\(root)style.css">
    <script src="\(root)site.js"></script>
    \(hasPractice ? "<script src=\"\(root)practice.js\"></script>\n" : "")\
    </head>
    <body class="\(kind)">
    <a class="skip" href="#main">Skip to the text</a>
    <header class="bar">
    <a class="home" href="\(root)index.html">\(Prose.plainText(course.title).escapedForPage)</a>
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
  /// - Parameters:
  ///   - pages: the pages to link to.
  ///   - root: the way from the page to the site's root.
  static func colophon(_ pages: SidePages, root: String = "") -> String {
    var links = pages.cards.map { ["<a href=\"\(root)\($0)\">Flash cards</a>"] } ?? []
    if !pages.reference.isEmpty { links.append("Reference: " + pages.referenceLinks(root: root)) }
    let line = links.isEmpty ? "" : "<p>\(links.joined(separator: " · "))</p>\n"
    return """
      <footer class="colophon">
      \(line)\
      <p>Each number with a tick was computed by the code of its lesson when this site was built.</p>
      </footer>

      """
  }

  /// The way from the page to the site's root.
  var root: String { String(repeating: "../", count: path.count { $0 == "/" }) }

  private var canonical: String {
    guard var base = baseURL, !base.isEmpty else { return "" }
    if !base.hasSuffix("/") { base += "/" }
    let address = path == "index.html" ? base : base + path
    return "<link rel=\"canonical\" href=\"\(address.escapedForPage)\">\n"
  }
}
