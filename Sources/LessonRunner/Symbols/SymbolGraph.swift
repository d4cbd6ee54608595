import JSON

/// Reads the symbol graphs that the toolchain makes of a module.
///
/// Left out is what a reader of a reference has no use for: names with an underscore in front, and
/// members that only a conformance needs and that are not documented.
struct SymbolGraph {
  private var symbols: [LibrarySymbol] = []
  private var places: [String: Int] = [:]
  private let module: String

  /// The symbols of a module, from its own graph and those of the modules that it extends.
  static func symbols(
    _ graphs: [(name: String, text: String)], module: String
  ) throws(JSONValue.Malformed) -> [LibrarySymbol] {
    var reader = SymbolGraph(module: module)
    // The module's own graph has the shorter name.
    for (name, text) in graphs.sorted(by: { $0.name.count < $1.name.count }) {
      let graph = try JSONValue(text)
      reader.read(graph, isExtension: name.contains("@"))
    }
    return reader.sorted()
  }

  private init(module: String) {
    self.module = module
  }

  private mutating func read(_ graph: JSONValue, isExtension: Bool) {
    var names: [String: String] = [:]
    let documented = Set(
      symbols.flatMap { symbol in
        symbol.declarations.map { "\(symbol.path.last ?? "") \($0.documentation)" }
      })
    for value in graph["symbols"]?.list ?? [] {
      guard let (symbol, identifier) = symbol(value) else { continue }
      names[identifier] = symbol.name
      let declaration = symbol.declarations[0]
      // A member of another library's type that says what a requirement here says is what makes
      // the type conform.
      let words = "\(symbol.path.last ?? "") \(declaration.documentation)"
      if isExtension, declaration.documentation.isEmpty || documented.contains(words) { continue }
      add(symbol)
    }
    for value in graph["relationships"]?.list ?? [] where value["kind"]?.text == "conformsTo" {
      guard let type = value["source"]?.text.flatMap({ names[$0] }),
        let conformed = value["target"]?.text.flatMap({ names[$0] }), let place = places[type],
        !symbols[place].conformances.contains(conformed)
      else { continue }
      symbols[place].conformances.append(conformed)
    }
  }

  private mutating func add(_ symbol: LibrarySymbol) {
    if let place = places[symbol.name] {
      symbols[place].declarations += symbol.declarations
    } else {
      places[symbol.name] = symbols.count
      symbols.append(symbol)
    }
  }

  /// The tool promises no order.
  private func sorted() -> [LibrarySymbol] {
    symbols.map { symbol in
      var symbol = symbol
      symbol.conformances.sort()
      symbol.declarations.sort { left, right in
        left.file != right.file
          ? left.file < right.file
          : left.line != right.line ? left.line < right.line : left.code < right.code
      }
      return symbol
    }.sorted { left, right in
      let (types, others) = (left.path.dropLast(), right.path.dropLast())
      if types != others { return types.lexicographicallyPrecedes(others) }
      if left.baseName != right.baseName { return left.baseName < right.baseName }
      // Of names that differ in their labels the one with the fewest is the plainest.
      let (name, other) = (left.path.last ?? "", right.path.last ?? "")
      return name.utf8.count != other.utf8.count
        ? name.utf8.count < other.utf8.count : name < other
    }
  }

  // MARK: One symbol

  private func symbol(_ value: JSONValue) -> (LibrarySymbol, identifier: String)? {
    guard let identifier = value["identifier"]?["precise"]?.text,
      !identifier.contains("::SYNTHESIZED::"),
      let kindName = value["kind"]?["identifier"]?.text, kindName.hasPrefix("swift."),
      let kind = LibrarySymbol.Kind(rawValue: String(kindName.dropFirst("swift.".count))),
      kind != .deinitializer,
      var path = value["pathComponents"]?.list?.compactMap(\.text), let last = path.last,
      !path.contains(where: { $0.hasPrefix("_") && $0 != "_" })
    else { return nil }
    let comment = value["docComment"]
    // What the standard library says of a requirement says nothing of this module.
    let isOwn = comment?["module"]?.text.map { $0 == module } ?? true
    let lines = comment?["lines"]?.list?.compactMap { $0["text"]?.text } ?? []
    let documentation = isOwn ? lines.joined(separator: "\n") : ""
    if documentation.isEmpty, Self.needless.contains(last) { return nil }

    let code = DeclarationCode(
      value["declarationFragments"]?.list ?? [], hasParameters: last.hasSuffix(")"))
    let labels = code.labels(of: last)
    if let labels { path[path.count - 1] = labels.shown }
    let place = value["location"]
    let declaration = LibrarySymbol.Declaration(
      code: code.text, documentation: documentation,
      file: Self.file(place?["uri"]?.text ?? ""),
      line: (place?["position"]?["line"]?.count ?? -1) + 1, labels: labels?.all ?? [])
    return (LibrarySymbol(kind: kind, path: path, declarations: [declaration]), identifier)
  }

  /// The path below the package's sources: where the package lies is no one's business.
  private static func file(_ address: String) -> String {
    guard let sources = address.ranges(of: "/Sources/").last else {
      return String(address.split(separator: "/").last ?? "")
    }
    return String(address[sources.lowerBound...].dropFirst())
  }

  /// Members that conformances to the standard library's protocols bring.
  private static let needless: Set<String> = [
    "description", "debugDescription", "hashValue", "hash(into:)", "==(_:_:)", "!=(_:_:)",
    "<(_:_:)", "encode(to:)", "init(from:)", "customMirror", "rawValue", "init(rawValue:)",
    "allCases", "AllCases", "RawValue", "id", "ID",
  ]
}
