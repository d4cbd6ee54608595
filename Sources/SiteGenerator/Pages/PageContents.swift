import LessonRunner
import Markup

/// The contents of a page: its headings of the second and third level.
struct PageContents {
  struct Entry: Hashable {
    var address: String
    /// The heading, without links.
    var title: HTML<Phrasing>
    var entries: [Entry] = []

    /// - Parameter id: the id of what the entry leads to, as an address has it.
    init(id: String, title: HTML<Phrasing>, entries: [Entry] = []) {
      address = "#" + id
      self.title = title
      self.entries = entries
    }
  }

  private(set) var entries: [Entry] = []

  init(_ entries: [Entry]) { self.entries = entries }

  /// The contents of a lesson's text.
  init(of content: [LessonNode], renderer: LessonRenderer) {
    for case .prose(let node) in content {
      guard case .heading(let level, let id) = node.kind else { continue }
      let entry = Entry(id: id, title: renderer.label(node.children))
      if level == 2 || level == 3 && entries.isEmpty {
        entries.append(entry)
      } else if level == 3 {
        entries[entries.count - 1].entries.append(entry)
      }
    }
  }

  /// Adds a section that the page has in addition to those of the text.
  mutating func append(_ entry: Entry) { entries.append(entry) }

  /// The list folded away above the text, for narrow screens. The style sheet shows either this or
  /// ``beside``.
  var folded: HTML<Flow> {
    guard !entries.isEmpty else { return HTML() }
    return .details(
      [.class("contents-folded")], .summary([], "On this page"),
      .nav([.ariaLabel("On this page")], list(entries))) + "\n"
  }

  /// The same list beside the text, for wide screens.
  var beside: HTML<Flow> {
    guard !entries.isEmpty else { return HTML() }
    return .nav(
      [.class("contents"), .ariaLabel("Contents")], .p([.class("label")], "On this page"),
      list(entries)) + "\n"
  }

  private func list(_ entries: [Entry]) -> HTML<Flow> {
    .ol(
      [],
      entries.html { entry in
        .li(
          [], .a([.href(entry.address)], HTML(entry.title)),
          entry.entries.isEmpty ? HTML() : list(entry.entries))
      })
  }
}
