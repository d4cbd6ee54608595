import LessonFormat
import LessonRunner
import Markup

/// Renders the text of a lesson, or any Markdown, as HTML.
///
/// In the style of the specification the output is, byte for byte, what the CommonMark specification
/// shows.
public struct LessonRenderer: Sendable {
  /// What the HTML is for.
  public enum Style: Sendable {
    /// As the CommonMark and GitHub Flavored Markdown specifications have it.
    case specification
    /// To be put into a page of somebody else's: headings have anchors, and addresses that run code
    /// are dropped.
    case fragment
    /// For a page of the site.
    case page(PageContext)
    /// For a documentation comment on a page of the site: nothing in it has an anchor.
    case documentation(PageContext)
  }

  let style: Style
  /// For each footnote by its number, how many references lead to it.
  private(set) var references: [Int: Int] = [:]
  /// Whether a short formula and the punctuation behind it stay on one line, as in the text of lessons.
  private(set) var joinsPunctuation: Bool

  /// A renderer in one of the styles.
  public init(style: Style) {
    self.style = style
    joinsPunctuation = if case .page = style { true } else { false }
  }

  /// The HTML of a tree of Markdown of which nothing has been verified.
  public static func html(of node: Node, style: Style) -> String {
    LessonRenderer(style: style).html([LessonNode(unverified: node)]).string
  }

  /// The HTML of nodes one after the other.
  func html(_ nodes: [LessonNode]) -> HTML<Flow> {
    var renderer = self
    LessonNode.visit(nodes) { node in
      if case .prose(let node) = node, case .footnoteReference(_, let number, _) = node.kind {
        renderer.references[number, default: 0] += 1
      }
    }
    return renderer.blocks(nodes).html
  }

  /// The HTML of a line beside the text, such as a summary or a caption.
  func line(_ text: LessonText) -> HTML<Phrasing> {
    var renderer = self
    renderer.joinsPunctuation = false
    return renderer.line(text.nodes)
  }

  // MARK: What styles have in common

  /// What a page of the site knows; nil elsewhere.
  var page: PageContext? {
    switch style {
    case .specification, .fragment: nil
    case .page(let page), .documentation(let page): page
    }
  }

  var isSpecification: Bool {
    if case .specification = style { true } else { false }
  }

  /// How tags end in which nothing can stand.
  var voidEnding: VoidEnding { page == nil ? .xhtml : .html }
}

/// What rendering for a page of the site depends on in addition to the text.
public struct PageContext: Sendable {
  let links: LessonLinks
  /// The highlighted code of a block, with its marks.
  let listing: @Sendable (CodeListing) -> HTML<Phrasing>
  /// The id of the lesson, where its text stands on another page: nothing then has an id, and links
  /// to its own anchors lead back to it.
  var detachedFrom: String?

  /// - Parameter listing: makes the highlighted code of a block, or finds it where it was kept.
  init(
    links: LessonLinks,
    listing: @escaping @Sendable (CodeListing) -> HTML<Phrasing> = { $0.html() },
    detachedFrom: String? = nil
  ) {
    self.links = links
    self.listing = listing
    self.detachedFrom = detachedFrom
  }
}

/// Blocks, each of which starts on a line of its own.
struct BlockWriter {
  private(set) var html = HTML<Flow>()
  /// Whether the first thing is a block, which wants to start a line wherever it is put.
  private(set) var startsLine = false

  mutating func startLine() {
    if html.isEmpty { startsLine = true } else { html.startLine() }
  }

  /// Adds a part of a line.
  mutating func add(_ html: HTML<Flow>) { self.html += html }

  /// Adds HTML that ends with a line feed.
  mutating func add(block: HTML<Flow>) {
    startLine()
    html += block
    html.startLine()
  }

  /// The content of an element whose tag is on the same line.
  var afterTag: HTML<Flow> { startsLine ? "\n" + html : html }
}
