import FileSystem
import LessonFormat
import LessonRunner
import Markup
import Synchronization

/// One build of the site.
struct SiteBuild {
  let generator: SiteGenerator
  private let cache: FragmentCache
  private let typesetter: Typesetter

  init(generator: SiteGenerator) {
    self.generator = generator
    self.cache = FragmentCache(cache: generator.cache, version: Self.version)
    typesetter = Typesetter(katex: generator.katex, cache: generator.cache)
  }

  /// Changes with the program, which highlights the code and writes the reference.
  private static var version: String { "fragments 2 " + Files.identity("/proc/self/exe") }

  func site(of lessons: [VerifiedLesson]) throws(SiteError) -> RenderedSite {
    let references = references()
    let typeset = try self.typeset(references)
    let course = siteCourse(lessons, references, typeset)
    var files: [SiteFile] = []
    var deck: [DeckCard] = []
    for (lesson, page) in zip(lessons, Parallel.map(lessons) { self.page(of: $0, course) }) {
      files.append(SiteFile(path: "\(lesson.id).html", text: page.html))
      deck += page.deck
    }
    files.append(SiteFile(path: "index.html", text: IndexPage(course: course).html))
    if let path = course.pages.cards {
      files.append(
        SiteFile(path: path, text: CardsPage(course: course, cards: deck, path: path).html))
    }
    files += referencePages(references, typeset, course)
    files += FormerPage.pages(of: course, apartFrom: Set(files.map(\.path)))
      .map { SiteFile(path: $0.path, text: $0.html) }
    files += try SiteAssets(folder: generator.assets, katex: generator.katex.folder).files()
    var paths = Set(files.map(\.path))
    for file in lessons.flatMap({ LinkedFiles.files(of: $0.lesson) })
    where paths.insert(file.path).inserted {
      files.append(file)
    }
    return RenderedSite(files: files)
  }

  private func siteCourse(
    _ lessons: [VerifiedLesson], _ references: [Reference], _ typeset: [Formula: TypesetFormula]
  ) -> SiteCourse {
    SiteCourse(
      course: generator.course, title: LessonText(generator.course.title, typeset: typeset),
      description: LessonText(generator.course.description, typeset: typeset), lessons: lessons,
      baseURL: generator.baseURL,
      pages: SidePages(
        glossary: generator.course.glossary.flatMap { id in
          lessons.contains { $0.id == id } ? id : nil
        },
        cards: CardsPage.path(in: lessons), reference: references.map(\.module.name)))
  }

  /// The formulas that no lesson holds: those of the course's own words and of the reference.
  private func typeset(
    _ references: [Reference]
  ) throws(SiteError) -> [Formula: TypesetFormula] {
    var collector = FormulaCollector()
    for text in [generator.course.title, generator.course.description] {
      collector.collect(line: text)
    }
    let ofCourse = Typesetter.Request(
      owner: "course", formulas: collector.occurrences.map(\.formula))
    do throws(TypesettingError) {
      return try typesetter.typeset(
        [ofCourse]
          + references.map { .init(owner: "reference:\($0.module.name)", formulas: $0.formulas) })
    } catch {
      throw .typesetting(error)
    }
  }

  // MARK: Lessons

  private func page(
    of lesson: VerifiedLesson, _ course: SiteCourse
  ) -> (html: String, deck: [DeckCard]) {
    let listings = ListingStore(cache.fragments(of: lesson.id))
    func renderer(detachedFrom id: String? = nil) -> LessonRenderer {
      LessonRenderer(
        style: .page(
          PageContext(links: course.links, listing: listings.html(of:), detachedFrom: id)))
    }
    let page = LessonPage(course: course, lesson: lesson, renderer: renderer())
    let detached = renderer(detachedFrom: lesson.id)
    let deck = lesson.cards.map { card in
      DeckCard(
        lesson: lesson.id, card: card.card, question: detached.html(card.question),
        answer: detached.html(card.answer))
    }
    let html = page.html
    if listings.isChanged { cache.keep(listings.used, of: lesson.id) }
    return (html, deck)
  }

  // MARK: Reference

  /// A module's page that is to be made, or was kept.
  private struct Reference {
    var module: LibraryModule
    var key: String
    var contentsKey: String { key + "\ncontents" }
    /// The fragments of the page as it was last; they hold its content where nothing has changed.
    var kept: [String: String]
    /// The formulas of a page that is to be made.
    var formulas: [Formula]
  }

  private func references() -> [Reference] {
    let modules = (generator.symbols?.modules ?? []).filter { !$0.symbols.isEmpty }
    // Pages link to one another.
    let stamps = modules.map(\.stamp).joined(separator: " ")
    return modules.map { module in
      let key = "reference\n\(stamps)\n\(module.name)\n\(typesetter.version)"
      let kept = cache.fragments(of: Self.fragmentName(module))
      return Reference(
        module: module, key: key, kept: kept,
        formulas: kept[key] == nil ? ReferencePage.formulas(of: module) : [])
    }
  }

  /// No lesson's file has a name like this.
  private static func fragmentName(_ module: LibraryModule) -> String { "reference:\(module.name)" }

  private func referencePages(
    _ references: [Reference], _ typeset: [Formula: TypesetFormula], _ course: SiteCourse
  ) -> [SiteFile] {
    guard let index = generator.symbols else { return [] }
    return Parallel.map(references) { reference in
      let module = reference.module
      let content: ReferencePage.Content
      if let article = reference.kept[reference.key],
        let contents = reference.kept[reference.contentsKey]
      {
        content = .init(article: .trusted(article), contents: .trusted(contents))
      } else {
        content = ReferencePage(module: module, index: index, typeset: typeset).content
        cache.keep(
          [
            reference.key: content.article.string, reference.contentsKey: content.contents.string,
          ], of: Self.fragmentName(module))
      }
      let frame = course.frame(
        path: SymbolLinks.path(of: module.name), title: "\(module.name) · \(course.title.plain)",
        description: "Every public name of the module \(module.name).", kind: "lesson reference")
      let foot = PageFrame.colophon(course.pages, root: frame.root)
      return SiteFile(path: frame.path, text: frame.html(content.html(foot: foot)))
    }
  }
}

/// The highlighted code of one page: what the cache had, and what was made anew.
private final class ListingStore: Sendable {
  private let kept: [String: String]
  private let listings = Mutex<[String: String]>([:])

  init(_ kept: [String: String]) { self.kept = kept }

  /// What the page has used.
  var used: [String: String] { listings.withLock { $0 } }

  /// Whether something was made anew, or something that was kept is not used any more.
  var isChanged: Bool { used.keys != kept.keys }

  func html(of listing: CodeListing) -> HTML<Phrasing> {
    let key = listing.key
    let html = listings.withLock { $0[key] } ?? kept[key] ?? listing.html().string
    listings.withLock { $0[key] = html }
    return .trusted(html)
  }
}
