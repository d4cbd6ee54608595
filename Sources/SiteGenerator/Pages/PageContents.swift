import LessonFormat

/// The contents of a page: its headings of the second and third level.
struct PageContents {
  struct Entry: Hashable {
    var id: String
    /// The heading as HTML, without links.
    var title: String
    var entries: [Entry] = []
  }

  private(set) var entries: [Entry] = []

  init(_ entries: [Entry]) { self.entries = entries }

  /// - Parameter title: the HTML of a heading's text, without links.
  init(of document: Node, title: (Node) -> String) {
    for node in document.children {
      guard case .heading(let level, let id) = node.kind else { continue }
      if level == 2 {
        entries.append(Entry(id: id, title: title(node)))
      } else if level == 3 {
        let entry = Entry(id: id, title: title(node))
        if entries.isEmpty {
          entries.append(entry)
        } else {
          entries[entries.count - 1].entries.append(entry)
        }
      }
    }
  }

  /// Adds a section that the page has besides those of the document.
  mutating func append(_ entry: Entry) { entries.append(entry) }

  /// The list folded away above the text, for narrow screens. The style sheet shows either this or
  /// ``besideHTML``.
  var foldedHTML: String {
    guard !entries.isEmpty else { return "" }
    return """
      <details class="contents-folded"><summary>On this page</summary>\
      <nav aria-label="On this page">\(list(entries))</nav></details>

      """
  }

  /// The same list beside the text, for wide screens.
  var besideHTML: String {
    guard !entries.isEmpty else { return "" }
    return """
      <nav class="contents" aria-label="Contents"><p class="label">On this page</p>\
      \(list(entries))</nav>

      """
  }

  private func list(_ entries: [Entry]) -> String {
    let items = entries.map { entry in
      let below = entry.entries.isEmpty ? "" : list(entry.entries)
      return "<li><a href=\"#\(entry.id.escapedForPage)\">\(entry.title)</a>\(below)</li>"
    }
    return "<ol>\(items.joined())</ol>"
  }
}
