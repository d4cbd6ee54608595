import LessonFormat
import Markup

/// The pages other than those of the lessons, which others link to.
struct SidePages: Sendable {
  /// The stem of the glossary, if there is one.
  var glossary: String?
  /// The path of the page of flash cards, if there is one.
  var cards: String?
  /// The modules that have a reference page.
  var reference: [String] = []

  /// Links to the reference pages, from a page at a depth of folders.
  func referenceLinks(root: String = "") -> HTML<Phrasing> {
    reference.map { module -> HTML<Phrasing> in
      .a([.href(root + SymbolLinks.path(of: module))], .text(module))
    }.joined(separator: ", ")
  }
}

/// What all pages have: the head, the bar at the top, the words at the foot.
struct PageFrame {
  /// The title of the course, without markup.
  let course: String
  /// The path of the page below the site's root.
  let path: String
  let title: String
  let description: String
  let baseURL: String?
  /// The class of the body.
  let kind: String
  /// Whether there is something to answer on the page.
  var hasPractice = false
  /// The language of the text, as BCP 47 has it.
  var language = "en"
  /// The page that browsers go to at once, for one that has moved.
  var target: String?

  /// The whole page around its `main` element and what stands beside it.
  func html(_ content: HTML<Flow>...) -> String {
    let page: HTML<Document> = .html(
      [.lang(language)], "\n", head, "\n",
      .body([.class(kind)], "\n", skip, "\n", bar, "\n", HTML(content)), "\n")
    return page.string + "\n"
  }

  private var head: HTML<Root> {
    let lines: [HTML<Head>] =
      [
        .meta([.charset("utf-8")]),
        .meta([.name("viewport"), .content("width=device-width, initial-scale=1")]),
        .title(title),
        .meta([.name("description"), .content(description)]),
        .meta([.name("color-scheme"), .content("light dark")]),
      ] + refresh + canonical + [
        .link([.rel("icon"), .href("\(root)icon.svg"), .type("image/svg+xml")]),
        .link([.rel("stylesheet"), .href("\(root)katex/katex.css")]),
        .link([.rel("stylesheet"), .href("\(root)style.css")]),
        .script([.src("\(root)site.js")]),
      ] + (hasPractice ? [.script([.src("\(root)practice.js")])] : [])
    return .head("\n", lines.html { $0 + "\n" })
  }

  private var skip: HTML<Flow> { .a([.class("skip"), .href("#page.main")], "Skip to the text") }

  private var bar: HTML<Flow> {
    let icon: HTML<Phrasing> = .trusted(
      """
      <svg aria-hidden="true" viewBox="0 0 20 20" width="20" height="20"><circle cx="10" cy="10" \
      r="7.25" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M10 2.75a7.25 7.25 0 0 \
      1 0 14.5z" fill="currentColor"/></svg>
      """)
    return .header(
      [.class("bar")], "\n",
      .a([.class("home"), .href("\(root)index.html")], .text(course)), "\n",
      .button(
        [
          .type("button"), .class("theme"), .hidden, .ariaPressed(false),
          .ariaLabel("Dark colours"),
        ], icon), "\n")
  }

  /// What stands at the foot of every page, at the end of its `main` element.
  ///
  /// - Parameters:
  ///   - pages: the pages to link to.
  ///   - root: the way from the page to the site's root.
  ///   - numbers: what is to be said of the numbers that the page shows.
  ///   - edit: the address at which the page's source is edited.
  static func colophon(
    _ pages: SidePages, root: String = "", numbers: HTML<Flow> = HTML(), edit: String? = nil
  ) -> HTML<Flow> {
    var links: [HTML<Phrasing>] =
      pages.glossary.map { [.a([.href("\(root)\($0).html")], "Glossary")] } ?? []
    if let cards = pages.cards { links.append(.a([.href(root + cards)], "Flash cards")) }
    if !pages.reference.isEmpty { links.append("Reference: " + pages.referenceLinks(root: root)) }
    if let edit { links.append(.a([.href(encoding: edit)], "Edit this page")) }
    let line: HTML<Flow> = links.isEmpty ? HTML() : .p([], links.joined(separator: " · ")) + "\n"
    let promise: HTML<Flow> = .p(
      [], "Each number with a tick was computed by the code of its lesson when this site was built."
    )
    return .footer([.class("colophon")], "\n", line, promise, "\n", numbers) + "\n"
  }

  /// The way from the page to the site's root.
  var root: String { String(repeating: "../", count: path.count { $0 == "/" }) }

  private var canonical: [HTML<Head>] {
    guard var base = baseURL, !base.isEmpty else { return [] }
    if !base.hasSuffix("/") { base += "/" }
    let path = target ?? path
    return [.link([.rel("canonical"), .href(path == "index.html" ? base : base + path)])]
  }

  private var refresh: [HTML<Head>] {
    target.map { [.meta([.refresh, .content("0; url=\($0)")])] } ?? []
  }
}
