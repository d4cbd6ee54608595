import LessonFormat
import LessonRunner
import Markup

/// The page of a module's public names: types with their members, then functions.
struct ReferencePage {
  let module: LibraryModule
  let index: SymbolIndex
  /// What KaTeX made of the formulas.
  let typeset: [Formula: TypesetFormula]

  /// The page but for what depends on the course: its frame, and the foot at the end of `main`.
  struct Content: Sendable {
    var article: HTML<Flow>
    var contents: HTML<Flow>

    /// The page's text with its foot.
    func html(foot: HTML<Flow>) -> HTML<Flow> {
      .div(
        [.class("sheet")], "\n", .main([.id("page.main")], "\n", article, foot), "\n", contents)
        + "\n"
    }
  }

  /// The formulas in the documentation.
  static func formulas(of module: LibraryModule) -> [Formula] {
    var collector = FormulaCollector()
    for symbol in module.symbols {
      for declaration in symbol.declarations where declaration.documentation.contains("$") {
        let comment = DocumentationComment(declaration.documentation)
        for node in comment.nodes { collector.collect(outsideOfTheFile: node) }
      }
    }
    return collector.occurrences.map(\.formula)
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
    var sections = HTML<Flow>()
    func add(
      _ id: String, _ title: String, _ names: [(id: String, name: String)], _ html: HTML<Flow>
    ) {
      guard !html.isEmpty else { return }
      entries.append(
        .init(
          id: id, title: .text(title),
          entries: names.map { .init(id: SymbolLinks.encoded($0.id), title: .text($0.name)) }))
      sections += .section([], "\n", .heading(2, [.id(id)], .text(title)), "\n", html) + "\n"
    }
    add("section-types", "Types", types.map { ($0.name, $0.name) }, types.html(section))
    let families = Self.families(functions)
    add(
      "section-functions", "Functions", families.map { ($0[0].name, String($0[0].baseName)) },
      families.html { $0.html(member) })
    add("section-operators", "Operators", [], operators.html(member))
    add(
      "section-extensions", "Additions to other types", [],
      extended.html { group in
        .heading(3, [], .code([], .text(group.type))) + "\n" + ordered(group.members).html(member)
      })
    let contents = PageContents(entries)
    return Content(
      article: .article(
        [], "\n", opening(types.count, families.count), contents.folded,
        .div([.class("text")], "\n", note, sections), "\n") + "\n",
      contents: contents.beside)
  }

  private func opening(_ types: Int, _ functions: Int) -> HTML<Flow> {
    .header(
      [.class("opening")], "\n", .p([.class("part")], "Reference"), "\n",
      .heading(1, [], .text(module.name)), "\n",
      .p([.class("summary")], "Every public name of the module, with its documentation."), "\n",
      LessonMetadata.line([
        types == 0 ? HTML() : LessonMetadata.count(types, "type"),
        functions == 0 ? HTML() : LessonMetadata.count(functions, "function"),
      ])) + "\n"
  }

  private var note: HTML<Flow> {
    .p(
      [.class("note")], "Parameters that only tell where a call stands, such as ",
      .code([], "file"), " and ", .code([], "line"), ", are left out.") + "\n"
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

  private func section(_ type: LibrarySymbol) -> HTML<Flow> {
    let members = ordered(
      module.symbols.filter { !$0.kind.isType && $0.path.dropLast().elementsEqual(type.path) })
    return .section(
      [.class("type")], "\n",
      .heading(
        3, [.id(type.name)], .code([], .text(type.name)),
        .a(
          [
            .class("anchor"), .href("#" + SymbolLinks.encoded(type.name)),
            .ariaLabel("Link to \(type.name)"),
          ], "#")), "\n",
      declarations(type, hasID: false), conformances(of: type), grouped(members)) + "\n"
  }

  private func conformances(of type: LibrarySymbol) -> HTML<Flow> {
    guard !type.conformances.isEmpty else { return HTML() }
    let links = SymbolLinks(page: module.name)
    let names = type.conformances.map { name -> HTML<Phrasing> in
      SymbolNode(name, in: index).map(links.html) ?? .code([], .text(name))
    }
    return .p([.class("conforms")], "Conforms to ", names.joined(separator: ", "), ".") + "\n"
  }

  /// Members by what they are; cases and properties in the order of the source.
  private func ordered(_ members: [LibrarySymbol]) -> [LibrarySymbol] {
    members.enumerated().sorted { left, right in
      let (rank, other) = (Self.rank(left.element.kind), Self.rank(right.element.kind))
      if rank != other { return rank < other }
      let keepsOrder: Set<LibrarySymbol.Kind> = [.enumCase, .property, .typeProperty]
      if keepsOrder.contains(left.element.kind), let first = left.element.declarations.first,
        let second = right.element.declarations.first
      {
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
  private func grouped(_ members: [LibrarySymbol]) -> HTML<Flow> {
    var html = HTML<Flow>()
    var lines: [HTML<Phrasing>] = []
    func close() {
      if !lines.isEmpty {
        html += .div([.class("member")], .pre([], .code([], lines.joined(separator: "\n")))) + "\n"
      }
      lines = []
    }
    for member in members {
      if member.kind == .enumCase, member.declarations.count == 1,
        member.declarations[0].documentation.isEmpty
      {
        lines.append(
          .span(
            [.id(member.name)],
            DeclarationView.highlighted(member.declarations[0].code, name: member.baseName)))
      } else {
        close()
        html += self.member(member)
      }
    }
    close()
    return html
  }

  // MARK: Declarations

  private func member(_ symbol: LibrarySymbol) -> HTML<Flow> {
    .div([.class("member")], declarations(symbol, hasID: true)) + "\n"
  }

  /// The declarations, those with the same documentation together.
  private func declarations(_ symbol: LibrarySymbol, hasID: Bool) -> HTML<Flow> {
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
    return groups.enumerated().html { number, group -> HTML<Flow> in
      let codes = group.codes.map { DeclarationView.highlighted($0, name: symbol.baseName) }
      let documentation = DocumentationView(
        comment: DocumentationComment(group.documentation), page: module.name, index: index,
        typeset: typeset)
      return .pre(
        hasID && number == 0 ? [.id(symbol.name)] : [],
        .code([], codes.joined(separator: "\n"))) + "\n" + documentation.html
    }
  }
}
