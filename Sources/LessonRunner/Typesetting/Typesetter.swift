/// Typesets formulas with KaTeX, and keeps what came of them.
///
/// The formulas of one owner, such as a lesson, are one entry of the cache, which holds those that it
/// used last: a build reads one entry a lesson, and nothing piles up.
public struct Typesetter: Sendable {
  private let katex: KaTeX
  private let cache: Cache

  /// A typesetter that keeps its work in a cache.
  public init(katex: KaTeX, cache: Cache) {
    self.katex = katex
    self.cache = cache
  }

  /// Changes with all that a typeset formula depends on in addition to its source.
  public var version: String { katex.version }

  /// The formulas of something that keeps them under a name of its own.
  public struct Request: Sendable {
    /// The name of their entry in the cache.
    public var owner: String
    /// The formulas, in any order and any number of times.
    public var formulas: [Formula]

    /// A request for an owner's formulas.
    public init(owner: String, formulas: [Formula]) {
      self.owner = owner
      self.formulas = formulas
    }
  }

  /// What KaTeX makes of all formulas. Node runs once, and only if one of them is not in the cache.
  public func typeset(
    _ requests: [Request]
  ) throws(TypesettingError) -> [Formula: TypesetFormula] {
    let version = katex.version
    let kept = Parallel.map(requests) { request in
      request.formulas.isEmpty ? [:] : self.kept(request.owner, version)
    }
    var all: [Formula: TypesetFormula] = [:]
    for formulas in kept { all.merge(formulas) { first, _ in first } }
    var seen: Set<Formula> = []
    let missing = requests.flatMap(\.formulas).filter { all[$0] == nil && seen.insert($0).inserted }
    for (formula, result) in zip(missing, try katex.render(missing)) { all[formula] = result }
    let found = all
    _ = Parallel.map(requests.indices) { index in
      let used = Set(requests[index].formulas).filter { found[$0]?.isMistake == false }
      guard used != Set(kept[index].keys) else { return }
      self.keep(used.map { ($0, found[$0]) }, requests[index].owner, version)
    }
    return all
  }

  // MARK: Entries

  private func key(_ owner: String, _ version: String) -> String {
    Digest.of(["formulas", version, owner])
  }

  private func kept(_ owner: String, _ version: String) -> [Formula: TypesetFormula] {
    guard let bytes = cache.read(.formulas, key(owner, version)) else { return [:] }
    var reader = FieldReader(bytes)
    let formulas = try? reader.dictionary { reader throws(FieldReader.Malformed) in
      (
        Formula(tex: try reader.text(), display: try reader.flag()),
        TypesetFormula.typeset(mathML: try reader.text(), visible: try reader.text())
      )
    }
    return formulas ?? [:]
  }

  /// What could not be typeset is not kept. A cache that can't be written only costs time.
  private func keep(
    _ formulas: [(Formula, TypesetFormula?)], _ owner: String, _ version: String
  ) {
    var writer = FieldWriter()
    let ordered = formulas.sorted {
      ($0.0.tex, $0.0.display ? 1 : 0) < ($1.0.tex, $1.0.display ? 1 : 0)
    }
    writer.write(ordered) { writer, pair in
      guard case .typeset(let mathML, let visible)? = pair.1 else { return }
      writer.write(pair.0.tex)
      writer.write(pair.0.display)
      writer.write(mathML)
      writer.write(visible)
    }
    try? cache.write(.formulas, key(owner, version), writer.bytes)
  }
}

extension TypesetFormula {
  fileprivate var isMistake: Bool {
    if case .mistake = self { true } else { false }
  }
}
