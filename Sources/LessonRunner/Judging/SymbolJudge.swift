import LessonFormat

/// Holds the names in double backticks to the public symbols of the library.
struct SymbolJudge {
  /// nil where the library is not built.
  let symbols: SymbolIndex?

  /// The code spans of a lesson that name a symbol: those in double backticks, but for claims and
  /// for code that needs them because it has a backtick in it.
  static func references(in lesson: Lesson) -> [(name: String, range: SourceRange)] {
    var references: [(name: String, range: SourceRange)] = []
    lesson.document.visit { node in
      if let name = node.symbolName { references.append((name, node.range)) }
    }
    return references
  }

  /// One check for each name.
  func checks(of lesson: Lesson) -> [CheckResult] {
    Self.references(in: lesson).map { name, range in
      var check = CheckResult(
        in: lesson, position: range.start, kind: .link,
        status: .fail, rule: .unknownSymbol, source: name, expected: name, width: range.width)
      guard let symbols else {
        check.rule = .doesNotCompile
        check.message = "the library did not compile, so its symbols are not known"
        check.actual = "no library"
        check.isConsequence = true
        return check
      }
      switch symbols.meaning(of: name) {
      case .symbol(let symbol, let module):
        check.status = .pass
        check.rule = nil
        check.actual = "\(module).\(symbol.name)"
      case .ambiguous(let names):
        check.message = "`\(name)` can be any of \(names.count) symbols"
        check.actual = "ambiguous"
        check.remedy =
          "write " + names.prefix(4).map { "``\($0)``" }.joined(separator: " or ")
          + (names.count > 4 ? " or another of them" : "")
      case .unknown(let nearest):
        let modules = symbols.modules.map { "`\($0.name)`" }.joined(separator: " or ")
        check.message = "`\(name)` is not a public symbol of \(modules)"
        check.actual = "unknown"
        check.remedy =
          nearest.map { "did you mean ``\($0)``?" }
          ?? "name a public symbol, or set other code in single backticks"
      }
      return check
    }
  }
}

extension Node {
  /// The name in a code span that refers to a symbol of the library; nil for any other node.
  public var symbolName: String? {
    guard case .code(let text, backticks: 2) = kind, !text.contains("`"), !text.contains("≈")
    else { return nil }
    return text
  }
}
