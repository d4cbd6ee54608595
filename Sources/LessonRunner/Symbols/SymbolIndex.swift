import LessonFormat
import Synchronization

/// Finds the public symbols that lessons name.
public struct SymbolIndex: Sendable {
  /// The modules, in the order in which lessons import them.
  public let modules: [LibraryModule]
  /// The places of symbols by their names without types and labels.
  private let places: [Substring: [Place]]
  private let suggestions = Suggestions()

  /// A symbol's place.
  private struct Place: Hashable {
    var module: Int
    var symbol: Int
  }

  /// An index of all names in some modules.
  public init(_ modules: [LibraryModule]) {
    self.modules = modules
    var places: [Substring: [Place]] = [:]
    for (number, module) in modules.enumerated() {
      for (index, symbol) in module.symbols.enumerated() {
        places[symbol.baseName, default: []].append(Place(module: number, symbol: index))
      }
    }
    self.places = places
  }

  /// What a name means.
  public enum Meaning: Hashable, Sendable {
    /// This symbol, of this module.
    case symbol(LibrarySymbol, module: String)
    /// The names, with their modules where the others are the same, that it may mean.
    case ambiguous([String])
    /// No symbol; the name that is most like it, if one is.
    case unknown(nearest: String?)
  }

  /// The meaning of what stands between double backticks.
  ///
  /// A name may leave out what is clear without it: the module, the types that it stands in, all
  /// labels, and those of arguments with a default value. What is named in full comes before what
  /// is not, and what stands at the top of a module before members. Overloads stand together on
  /// their page, so that a name without labels leads to the first of them.
  public func meaning(of written: String) -> Meaning {
    guard let name = SymbolName(written) else { return .unknown(nearest: nil) }
    let candidates = places[name.baseName[...]] ?? []
    var fits: [(place: Place, rank: Int)] = []
    for place in candidates {
      if let rank = rank(of: place, for: name) { fits.append((place, rank)) }
    }
    guard let best = fits.map(\.rank).min() else {
      return .unknown(nearest: nearest(to: name, written))
    }
    let found = fits.filter { $0.rank == best }.map(\.place)
    let families = Set(found.map { [modules[$0.module].name] + symbol($0).path.dropLast() })
    guard families.count == 1, let first = found.first else {
      let names = found.map { symbol($0).name }
      return .ambiguous(
        Set(names).count == names.count
          ? names : zip(found, names).map { "\(modules[$0.module].name).\($1)" })
    }
    return .symbol(symbol(first), module: modules[first.module].name)
  }

  /// A name as Swift spells it, with dots where documentation comments have slashes, and with the
  /// labels that a reader sees of its symbol.
  public static func spelling(of written: String, for symbol: LibrarySymbol? = nil) -> String {
    guard let name = SymbolName(written) else { return written }
    guard name.labels != nil, let last = symbol?.path.last else { return name.spelling }
    return (name.types + [last]).joined(separator: ".")
  }

  private func symbol(_ place: Place) -> LibrarySymbol {
    modules[place.module].symbols[place.symbol]
  }

  /// How far a name is from a symbol's whole name, 0 being that; nil where it is not the symbol's.
  private func rank(of place: Place, for name: SymbolName) -> Int? {
    let symbol = symbol(place)
    let types = symbol.path.dropLast()
    let full = [modules[place.module].name] + types
    var rank: Int
    if name.types.elementsEqual(types) || name.types.elementsEqual(full) {
      rank = 0
    } else if types.count > name.types.count, types.suffix(name.types.count) == name.types[...] {
      rank = 10
    } else {
      return nil
    }
    guard let labels = name.labels else {
      return symbol.path.last == name.baseName ? rank : rank + 2
    }
    let shown = name.baseName + "(" + labels.map { $0 + ":" }.joined() + ")"
    if symbol.path.last == shown { return rank }
    guard symbol.declarations.contains(where: { Self.fits(labels, $0.labels) }) else { return nil }
    rank += 1
    return rank
  }

  /// Whether labels are those of a declaration, but for some that a call may leave out.
  private static func fits(_ written: [String], _ labels: [LibrarySymbol.Label]) -> Bool {
    var written = written[...]
    for label in labels {
      if written.first == label.name {
        written.removeFirst()
      } else if !label.isOptional {
        return false
      }
    }
    return written.isEmpty
  }

  private func nearest(to name: SymbolName, _ written: String) -> String? {
    guard let nearest = Spelling.nearest(to: written, among: candidates(like: name)) else {
      return nil
    }
    if case .ambiguous(let names) = meaning(of: nearest) { return names.first }
    return nearest
  }

  /// The names that may be meant, written as a name is.
  private func candidates(like name: SymbolName) -> [String] {
    let module = name.types.first.flatMap { first in
      modules.contains { $0.name == first } ? first : nil
    }
    let form = [
      name.labels == nil ? "" : "()", name.types.isEmpty ? "" : name.separator, module ?? "",
    ]
    return suggestions.known.withLock { known in
      if let candidates = known[form] { return candidates }
      let candidates = newCandidates(like: name)
      known[form] = candidates
      return candidates
    }
  }

  private func newCandidates(like name: SymbolName) -> [String] {
    // What stands at the top of a module is meant rather than a member that is as near.
    let all = modules.flatMap { module in module.symbols.map { (module.name, $0) } }
    let ordered = all.filter { $0.1.path.count == 1 } + all.filter { $0.1.path.count > 1 }
    let candidates = ordered.flatMap { module, symbol in
      let last = name.labels == nil ? String(symbol.baseName) : symbol.path.last ?? ""
      let types = (name.types.first == module ? [module] : []) + symbol.path.dropLast()
      let whole = (types + [last]).joined(separator: name.separator)
      return [name.types.isEmpty ? last : whole, symbol.name]
    }
    // A suggestion must itself be found.
    var seen: Set<String> = []
    return candidates.filter { seen.insert($0).inserted }
  }
}

/// The names that may be meant, by the form of what is written: many a lesson has more than one name that
/// is none.
private final class Suggestions: Sendable {
  let known = Mutex<[[String]: [String]]>([:])
}

/// A symbol's name as an author writes it: `Momentum`, `Momentum.update(_:along:)`, or with slashes
/// as documentation comments have it.
struct SymbolName: Hashable {
  /// The types, and perhaps the module, that it stands in.
  var types: [String] = []
  var baseName: String
  /// nil where no parentheses are written.
  var labels: [String]?
  /// What stood between types and name.
  var separator = "."

  init?(_ written: String) {
    var rest = written[...]
    while let end = rest.firstIndex(where: { !Self.isOfIdentifier($0) }), end != rest.startIndex,
      rest[end] == "." || rest[end] == "/"
    {
      let next = rest.index(after: end)
      guard next != rest.endIndex else { return nil }
      types.append(String(rest[..<end]))
      separator = String(rest[end])
      rest = rest[next...]
    }
    guard !rest.isEmpty, !rest.contains(where: { $0.isWhitespace || $0 == "`" }) else { return nil }
    baseName = String(LibrarySymbol.baseName(String(rest)))
    guard baseName.utf8.count < rest.utf8.count else { return }
    let list = rest.dropFirst(baseName.count + 1)
    guard list.hasSuffix(")") else { return nil }
    labels = list.dropLast().split(separator: ":").map(String.init)
  }

  var spelling: String {
    let list = labels.map { "(" + $0.map { $0 + ":" }.joined() + ")" } ?? ""
    return (types + [baseName + list]).joined(separator: ".")
  }

  private static func isOfIdentifier(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }
}
