import FileSystem
import LessonFormat
import LessonRunner

/// One build of the site: formulas first, all in one process, then the pages.
struct SiteBuild {
  let generator: SiteGenerator
  private let katex: KaTeX
  private let cache: FragmentCache
  /// What KaTeX made of every formula of the build.
  private var rendered: [Formula: RenderedFormula] = [:]

  init(generator: SiteGenerator) {
    self.generator = generator
    self.katex = KaTeX(assets: generator.assets)
    self.cache = FragmentCache(folder: generator.cache, version: Self.fragmentVersion(katex))
  }

  /// Changes with all that a fragment depends on besides its own source.
  private static func fragmentVersion(_ katex: KaTeX) -> String {
    // The program itself is one of the makers: it highlights the code.
    let makers = ["/proc/self/exe", "\(katex.folder)/katex.js", katex.script]
    return "fragments 1 " + makers.map { Files.identity($0) }.joined(separator: " ")
  }

  mutating func site(of results: [LessonResult]) throws(SiteError) -> RenderedSite {
    let generator = generator
    let byID = Dictionary(results.map { ($0.lesson.id, $0) }) { first, _ in first }
    let cache = cache
    let kept = Parallel.map(results) { cache.fragments(of: $0.lesson.id) }
    let formulas = Parallel.map(results) { result in
      var collector = FormulaCollector()
      collector.collect(result.lesson)
      collector.collect(captionsOf: result)
      return collector.occurrences
    }
    var ofCourse = FormulaCollector()
    for text in [generator.course.title, generator.course.description] {
      ofCourse.collect(inline: text)
    }
    for fragments in kept { takeFormulas(from: fragments) }
    let references = references()
    for reference in references { takeFormulas(from: reference.kept) }
    try renderMissing(
      formulas.flatMap { $0 } + ofCourse.occurrences + references.flatMap(\.formulas))

    let titles = byID.mapValues { $0.lesson.title }
    let links = LessonLinks(
      lessons: Set(byID.keys), symbols: SymbolLinks(index: generator.symbols))
    var files: [SiteFile] = []
    var findings: [FormulaFinding] = []
    let cards = CardsPage.path(in: results)
    let side = SidePages(cards: cards, reference: references.map(\.module.name))
    var deck: [DeckCard] = []
    let build = self
    let pages = Parallel.map(Array(results.indices)) { index in
      let listings = ListingStore(kept[index])
      var body = build.body(results[index], links: links, listings: listings)
      let html = build.page(results[index], &body, titles: titles, links: links, side)
      return (
        html: html, deck: body.deck,
        findings: build.findings(formulas[index], in: results[index].lesson),
        fragments: build.fragments(formulas: formulas[index].map(\.formula), listings: listings)
      )
    }
    for (index, page) in pages.enumerated() {
      let id = results[index].lesson.id
      deck += page.deck
      findings += page.findings
      files.append(SiteFile(path: "\(id).html", text: page.html))
      if page.fragments != kept[index] { cache.keep(page.fragments, of: id) }
    }
    let index = IndexPage(
      course: generator.course, results: byID, baseURL: generator.baseURL, pages: side,
      inline: inline)
    files.append(SiteFile(path: "index.html", text: index.html))
    if let cards {
      let page = CardsPage(
        course: generator.course, cards: deck, titles: titles, path: cards,
        baseURL: generator.baseURL, pages: SidePages(reference: side.reference), inline: inline)
      files.append(SiteFile(path: cards, text: page.html))
    }
    files += referencePages(references, side)
    files += try SiteAssets(folder: generator.assets, katex: katex.folder).files()
    var paths = Set(files.map(\.path))
    for file in results.flatMap({ LinkedFiles.files(of: $0.lesson) })
    where paths.insert(file.path).inserted {
      files.append(file)
    }
    return RenderedSite(files: files, findings: findings)
  }

  mutating func findings(in lessons: [Lesson]) throws(SiteError) -> [FormulaFinding] {
    var formulas: [[FormulaCollector.Occurrence]] = []
    for lesson in lessons {
      takeFormulas(from: cache.fragments(of: lesson.id))
      var collector = FormulaCollector()
      collector.collect(lesson)
      formulas.append(collector.occurrences)
    }
    try renderMissing(Array(formulas.joined()))
    return zip(lessons, formulas).flatMap { findings($1, in: $0) }
  }

  // MARK: Pages

  private func body(
    _ result: LessonResult, links: LessonLinks, listings: ListingStore
  ) -> LessonBody {
    LessonBody(
      result, links: links, formula: typeset, listing: listings.html(of:),
      caption: { linked($0, links) })
  }

  private func page(
    _ result: LessonResult, _ body: inout LessonBody, titles: [String: String],
    links: LessonLinks, _ side: SidePages
  ) -> String {
    var contents = PageContents(of: result.lesson.document) { heading in
      Prose.html(inline: heading.children, formula: typeset)
    }
    if !result.lesson.frontMatter.sources.isEmpty {
      contents.append(.init(id: "lesson-sources", title: "Sources"))
    }
    return LessonPage(
      course: generator.course, result: result, titles: titles, baseURL: generator.baseURL,
      pages: side, body: Prose.html(body.lowered()), contents: contents, inline: inline,
      linked: { linked($0, links) }
    ).html
  }

  /// A line of Markdown as HTML without links, for what stands in a link itself.
  private func inline(_ text: String) -> String {
    Prose.html(inline: Prose.inlineNodes(text), formula: typeset)
  }

  /// A line of Markdown as HTML.
  private func linked(_ text: String, _ links: LessonLinks) -> String {
    text.isEmpty ? "" : Prose.html(linked: Prose.inlineNodes(text), links: links, formula: typeset)
  }

  // MARK: Reference

  /// A module's page that is to be made, or was kept.
  private struct Reference {
    var module: LibraryModule
    var key: String
    var endKey: String { key + "\nafter the foot" }
    /// The fragments of the page as it was last; they hold its content where nothing has changed.
    var kept: [String: String]
    var formulas: [FormulaCollector.Occurrence]
  }

  private func references() -> [Reference] {
    let modules = (generator.symbols?.modules ?? []).filter { !$0.symbols.isEmpty }
    // Pages link to one another.
    let stamps = modules.map(\.stamp).joined(separator: " ")
    return modules.map { module in
      let key = "reference\n\(stamps)\n\(module.name)"
      let kept = cache.fragments(of: Self.fragmentName(module))
      return Reference(
        module: module, key: key, kept: kept,
        formulas: kept[key] == nil ? ReferencePage.formulas(of: module) : [])
    }
  }

  /// No lesson's file has a name like this.
  private static func fragmentName(_ module: LibraryModule) -> String { "reference:\(module.name)" }

  private func referencePages(_ references: [Reference], _ side: SidePages) -> [SiteFile] {
    guard let index = generator.symbols else { return [] }
    let build = self
    return Parallel.map(references) { reference in
      let module = reference.module
      let content: ReferencePage.Content
      if let before = reference.kept[reference.key], let after = reference.kept[reference.endKey] {
        content = ReferencePage.Content(beforeFoot: before, afterFoot: after)
      } else {
        content = ReferencePage(module: module, index: index, formula: build.typeset).content
        var fragments = build.fragments(
          formulas: reference.formulas.map(\.formula), listings: ListingStore([:]))
        fragments[reference.key] = content.beforeFoot
        fragments[reference.endKey] = content.afterFoot
        build.cache.keep(fragments, of: Self.fragmentName(module))
      }
      let frame = PageFrame(
        course: build.generator.course, path: SymbolLinks.path(of: module.name),
        title: Prose.plainText("\(module.name) · \(build.generator.course.title)"),
        description: "Every public name of the module \(module.name).",
        baseURL: build.generator.baseURL, kind: "lesson reference")
      return SiteFile(
        path: frame.path,
        text: frame.html(
          content.beforeFoot + PageFrame.colophon(side, root: frame.root) + content.afterFoot))
    }
  }

  // MARK: Formulas

  private func typeset(_ formula: Formula) -> RenderedFormula {
    rendered[formula] ?? .mistake(message: "not typeset", offset: nil)
  }

  private mutating func takeFormulas(from fragments: [String: String]) {
    for (key, html) in fragments {
      if let formula = Formula(key: key) { rendered[formula] = .html(html) }
    }
  }

  private mutating func renderMissing(_ occurrences: [FormulaCollector.Occurrence])
    throws(SiteError)
  {
    var seen: Set<Formula> = []
    let missing = occurrences.map(\.formula).filter {
      rendered[$0] == nil && seen.insert($0).inserted
    }
    for (formula, result) in zip(missing, try katex.render(missing)) { rendered[formula] = result }
  }

  private func findings(_ occurrences: [FormulaCollector.Occurrence], in lesson: Lesson)
    -> [FormulaFinding]
  {
    occurrences.compactMap { occurrence in
      guard case .mistake(let message, let offset)? = rendered[occurrence.formula] else {
        return nil
      }
      return FormulaFinding(
        message, offset: offset, in: occurrence.formula, range: occurrence.range, lesson: lesson)
    }
  }

  /// The fragments that a lesson's page has used. What could not be typeset is not kept.
  private func fragments(formulas: [Formula], listings: ListingStore) -> [String: String] {
    var fragments = listings.used
    for formula in formulas {
      if case .html(let html)? = rendered[formula] { fragments[formula.key] = html }
    }
    return fragments
  }
}

/// The highlighted code of one page: what the cache had, and what was made anew.
private final class ListingStore {
  private let kept: [String: String]
  private(set) var used: [String: String] = [:]

  init(_ kept: [String: String]) { self.kept = kept }

  func html(of listing: CodeListing) -> String {
    let key = listing.key
    if let html = used[key] ?? kept[key] {
      used[key] = html
      return html
    }
    let html = listing.html()
    used[key] = html
    return html
  }
}
