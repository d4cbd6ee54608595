import LessonFormat
import LessonRunner

/// The page of a module's public names: types with their members, then functions.
struct ReferencePage {
  let module: LibraryModule
  let index: SymbolIndex
  /// What KaTeX made of a formula.
  let formula: (Formula) -> RenderedFormula

  /// The page but for what depends on the course: its frame, and the foot between the two texts.
  struct Content: Sendable {
    var beforeFoot: String
    var afterFoot: String
  }

  /// The formulas in the documentation.
  static func formulas(of module: LibraryModule) -> [FormulaCollector.Occurrence] {
    var collector = FormulaCollector()
    for symbol in module.symbols {
      for declaration in symbol.declarations where declaration.documentation.contains("$") {
        let comment = DocumentationComment(declaration.documentation)
        for node in comment.nodes { collector.collect(outsideOfTheFile: node) }
      }
    }
    return collector.occurrences
  }

  // MARK: Sections

  private var types: [LibrarySymbol] {
    module.symbols.filter {
      $0.kind.isType || $0.path.count == 1 && [.typealias, .macro].contains($0.kind)
    }.sorted { $0.path.lexicographicallyPrecedes($1.path) }
  }

  private var functions: [LibrarySymbol] {
    module.symbols.filter {
      $0.path.count == 1 && [.function, .variable, .property].contains($0.kind)
    }
  }

  private var operators: [LibrarySymbol] {
    module.symbols.filter { $0.path.count == 1 && $0.kind == .operator }
  }

  /// The members that the module gives to types of other modules, by type.
  private var extended: [(type: String, members: [LibrarySymbol])] {
    let own = Set(types.map(\.name))
    var groups: [(type: String, members: [LibrarySymbol])] = []
    for symbol in module.symbols where symbol.path.count > 1 && !symbol.kind.isType {
      let type = symbol.path.dropLast().joined(separator: ".")
      if own.contains(type) { continue }
      if let place = groups.firstIndex(where: { $0.type == type }) {
        groups[place].members.append(symbol)
      } else {
        groups.append((type, [symbol]))
      }
    }
    return groups
  }

  var content: Content {
    let types = types
    let functions = functions
    let operators = operators
    let extended = extended
    var entries: [PageContents.Entry] = []
    var sections = ""
    func add(_ id: String, _ title: String, _ names: [(id: String, name: String)], _ html: String) {
      guard !html.isEmpty else { return }
      entries.append(
        .init(
          id: id, title: title,
          entries: names.map {
            .init(id: SymbolLinks.encoded($0.id), title: $0.name.escapedForPage)
          }))
      sections += "<section>\n<h2 id=\"\(id)\">\(title)</h2>\n\(html)</section>\n"
    }
    add(
      "section-types", "Types", types.map { ($0.name, $0.name) },
      types.map(section).joined())
    let families = Self.families(functions)
    add(
      "section-functions", "Functions", families.map { ($0[0].name, String($0[0].baseName)) },
      families.map { $0.map(member).joined() }.joined())
    add("section-operators", "Operators", [], operators.map(member).joined())
    add(
      "section-extensions", "Additions to other types", [],
      extended.map { group in
        "<h3><code>\(group.type.escapedForPage)</code></h3>\n"
          + ordered(group.members).map(member).joined()
      }.joined())
    let contents = PageContents(entries)
    let name = module.name.escapedForPage
    let page = """
      <div class="sheet">
      <main id="main">
      <article>
      <header class="opening">
      <p class="part">Reference</p>
      <h1>\(name)</h1>
      <p class="summary">Every public name of the module, with its documentation.</p>
      \(Facts.line([count(types, "type"), count(families, "function")]))</header>
      \(contents.foldedHTML)<div class="text">
      <p class="note">Parameters that only tell where a call stands, such as <code>file</code> and \
      <code>line</code>, are left out.</p>
      \(sections)</div>
      </article>

      """
    return Content(
      beforeFoot: page, afterFoot: "</main>\n\(contents.besideHTML)</div>\n")
  }

  private func count(_ list: [some Any], _ noun: String) -> String {
    list.isEmpty ? "" : "<span>\(list.count) \(noun)\(list.count == 1 ? "" : "s")</span>"
  }

  /// Neighbours with the same name but for their labels.
  private static func families(_ symbols: [LibrarySymbol]) -> [[LibrarySymbol]] {
    var families: [[LibrarySymbol]] = []
    for symbol in symbols {
      if families.last?[0].baseName == symbol.baseName {
        families[families.count - 1].append(symbol)
      } else {
        families.append([symbol])
      }
    }
    return families
  }

  // MARK: Types

  private func section(_ type: LibrarySymbol) -> String {
    let members = ordered(
      module.symbols.filter { !$0.kind.isType && $0.path.dropLast().elementsEqual(type.path) })
    let id = type.name.escapedForPage
    let address = SymbolLinks.encoded(type.name).escapedForPage
    return """
      <section class="type">
      <h3 id="\(id)"><code>\(id)</code><a class="anchor" href="#\(address)" \
      aria-label="Link to \(id)">#</a></h3>
      \(declarations(type, hasID: false))\(conformances(of: type))\(grouped(members))</section>

      """
  }

  private func conformances(of type: LibrarySymbol) -> String {
    guard !type.conformances.isEmpty else { return "" }
    let links = SymbolLinks(index: index, page: module.name)
    let names = type.conformances.map {
      links.html($0) ?? "<code>\($0.escapedForPage)</code>"
    }
    return "<p class=\"conforms\">Conforms to \(names.joined(separator: ", ")).</p>\n"
  }

  /// Members by what they are; cases and properties in the order of the source.
  private func ordered(_ members: [LibrarySymbol]) -> [LibrarySymbol] {
    members.enumerated().sorted { left, right in
      let (rank, other) = (Self.rank(left.element.kind), Self.rank(right.element.kind))
      if rank != other { return rank < other }
      let keepsOrder: Set<LibrarySymbol.Kind> = [.enumCase, .property, .typeProperty]
      if keepsOrder.contains(left.element.kind) {
        let (first, second) = (left.element.declarations[0], right.element.declarations[0])
        if first.file != second.file { return first.file < second.file }
        if first.line != second.line { return first.line < second.line }
      }
      return left.offset < right.offset
    }.map(\.element)
  }

  private static func rank(_ kind: LibrarySymbol.Kind) -> Int {
    let order: [LibrarySymbol.Kind] = [
      .associatedtype, .typealias, .enumCase, .initializer, .property, .subscript, .method,
      .typeProperty, .typeSubscript, .typeMethod, .operator,
    ]
    return order.firstIndex(of: kind) ?? order.count
  }

  /// Members one by one, but for cases that say all by their names: those share a listing.
  private func grouped(_ members: [LibrarySymbol]) -> String {
    var html = ""
    var lines: [String] = []
    func close() {
      if !lines.isEmpty {
        html +=
          "<div class=\"member\"><pre><code>\(lines.joined(separator: "\n"))</code></pre></div>\n"
      }
      lines = []
    }
    for member in members {
      if member.kind == .enumCase, member.declarations.count == 1,
        member.declarations[0].documentation.isEmpty
      {
        let code = DeclarationView.highlighted(
          member.declarations[0].code, name: member.baseName)
        lines.append("<span id=\"\(member.name.escapedForPage)\">\(code)</span>")
      } else {
        close()
        html += self.member(member)
      }
    }
    close()
    return html
  }

  // MARK: Declarations

  private func member(_ symbol: LibrarySymbol) -> String {
    "<div class=\"member\">\(declarations(symbol, hasID: true))</div>\n"
  }

  /// The declarations, those with the same documentation together.
  private func declarations(_ symbol: LibrarySymbol, hasID: Bool) -> String {
    var groups: [(documentation: String, codes: [String])] = []
    for declaration in symbol.declarations {
      // What differs only in what is not shown is shown once.
      if groups.contains(where: { $0.codes.contains(declaration.code) }) { continue }
      if let place = groups.firstIndex(where: { $0.documentation == declaration.documentation }) {
        groups[place].codes.append(declaration.code)
      } else {
        groups.append((declaration.documentation, [declaration.code]))
      }
    }
    let links = SymbolLinks(index: index, page: module.name)
    return groups.enumerated().map { number, group in
      let id = hasID && number == 0 ? " id=\"\(symbol.name.escapedForPage)\"" : ""
      let code = group.codes.map { DeclarationView.highlighted($0, name: symbol.baseName) }
      let documentation = DocumentationView(
        comment: DocumentationComment(group.documentation), links: links, formula: formula)
      return "<pre\(id)><code>\(code.joined(separator: "\n"))</code></pre>\n\(documentation.html)"
    }.joined()
  }
}
