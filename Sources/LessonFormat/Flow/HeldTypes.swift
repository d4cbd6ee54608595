/// Which of the lesson's types a value may hold, by where it comes from.
///
/// A type is a name. A name behind `#` is that of a dictionary's keys; what stands for other things is in
/// ``Unknown``.
struct HeldTypes {
  typealias Origin = BlockFlow.Origin

  /// What a value may hold beside types of the lesson.
  enum Unknown {
    /// What the value holds from which it comes, or what its function is given: of a generic type.
    static let whatever = "*"
    /// Anything at all.
    static let anything = "?"
    /// What the value holds whose method is around.
    static let receiver = "%self"
    /// What the function around is given for a parameter.
    static func parameter(_ index: Int) -> String { "%\(index)" }
  }

  private let declared: Set<String>
  private let supertypes: [String: [String]]
  /// The types of which the lesson has others that are theirs, too.
  private let abstract: Set<String>
  /// The types that have a member of a name.
  private let owners: [String: [String]]
  private var known: [String: Set<String>] = [:]

  /// - Parameter supertypes: All that a type inherits or conforms to, whoever declares that.
  init(
    _ origins: [BlockFlow.Source], types: Set<String>, supertypes: [String: [String]],
    members: [String: Set<String>]
  ) {
    declared = types
    self.supertypes = supertypes
    abstract = Set(supertypes.values.joined())
    var owners: [String: [String]] = [:]
    for (type, names) in members.sorted(by: { $0.key < $1.key }) {
      for name in names { owners[name, default: []].append(type) }
    }
    self.owners = owners
    for source in origins { known[source.key] = [] }
    // Each time but the first follows what is used before it is declared.
    for _ in 0..<32 {
      var isChanged = false
      for source in origins {
        var found = self.types(of: source.origin)
        if !source.isLocal, found.contains(where: { $0.hasPrefix("%") }) {
          found = found.filter { !$0.hasPrefix("%") }
          found.insert(Unknown.whatever)
        }
        let before = known[source.key]?.count ?? 0
        known[source.key, default: []].formUnion(found)
        if known[source.key]?.count != before { isChanged = true }
      }
      if !isChanged { break }
    }
  }

  // MARK: By origin

  func types(of origin: Origin?) -> Set<String> {
    switch origin {
    case nil: return []
    case .type(let name):
      if declared.contains(name) { return [name] }
      if let named = known[name] { return named }
      let isKnown =
        LibraryCalls.plainTypes.contains(name) || LibraryCalls.containers.contains(name)
      return isKnown ? [] : [Unknown.whatever]
    case .variable(let key): return lookup(key) ?? [Unknown.anything]
    case .call(let name, let arguments): return types(ofCall: name, arguments)
    case .member(let name, let base, let arguments):
      // An element of a tuple.
      if case .variable(let key) = base,
        let element = lookup(OriginKey.member(name, of: key))
      {
        return element
      }
      return types(ofMember: name, types(of: base), arguments)
    case .own(let name, let type, let arguments):
      let all = [type] + (supertypes[type] ?? [])
      guard owners[name]?.contains(where: all.contains) == true else { return [] }
      return types(ofMember: name, [type, Unknown.receiver], arguments)
    case .element(let base): return elements(of: types(of: base))
    case .payload(let name, let base):
      let base = types(of: base)
      let found = (owners[name] ?? []).compactMap { type in
        base.contains(type) || base.contains(where: Self.isOpen)
          ? lookup(OriginKey.payload(name, of: type)) : nil
      }
      guard !found.isEmpty else { return base }
      return replaced(Set(found.joined()), base, [])
    case .key(let inner):
      return Set(types(of: inner).map { $0.hasPrefix("#") ? $0 : "#" + $0 } + ["#"])
    case .either(let all): return all.reduce(into: []) { $0.formUnion(types(of: $1)) }
    case .parameter(let index): return [Unknown.parameter(index)]
    case .receiver: return [Unknown.receiver]
    case .input(let name):
      // What is of a generic type comes from the other arguments.
      return (lookup(OriginKey.input(name)) ?? []).subtracting([Unknown.whatever])
    case .unknown: return [Unknown.anything]
    }
  }

  private func types(ofCall name: String, _ arguments: [BlockFlow.Argument]) -> Set<String> {
    if declared.contains(name) {
      let isOpen = lookup(OriginKey.parts(of: name))?.contains(Unknown.whatever) == true
      return isOpen ? types(of: arguments).union([name]) : [name]
    }
    // They are looked for once: in them may be calls with arguments of their own.
    let given = types(of: arguments)
    // Of what is none of its operands, an operator makes nothing of the lesson's.
    if name.isOperator, given.isEmpty { return [] }
    let called = lookup(name).map { types in
      // A value that can be called brings what it makes.
      types.reduce(into: Set<String>()) { all, type in
        let made = lookup(OriginKey.result("callAsFunction", of: type))
        all.formUnion(made ?? lookup(OriginKey.result("dynamicallyCall", of: type)) ?? [type])
      }
    }
    let found = [lookup(OriginKey.result(name)), called].compactMap { $0 }
    if !found.isEmpty { return replaced(Set(found.joined()), [], given) }
    return LibraryCalls.plainFunctions.contains(name) ? [] : given
  }

  private func types(
    ofMember name: String, _ base: Set<String>, _ arguments: [BlockFlow.Argument]?
  ) -> Set<String> {
    let given = types(of: arguments ?? [])
    let owners = owners[name] ?? []
    let own = owners.filter { owner in
      base.contains(owner) || base.contains { supertypes[$0]?.contains(owner) == true }
    }
    var found = own.compactMap { value(of: name, in: $0, isCalled: arguments != nil) }
    if found.isEmpty {
      // A type of the library may have it from the lesson, and what is not known any type of the lesson.
      let others = owners.filter { !declared.contains($0) || base.contains(where: Self.isOpen) }
      found = others.compactMap { value(of: name, in: $0, isCalled: arguments != nil) }
    }
    if !found.isEmpty {
      if let more = known[OriginKey.anyMember(name)] { found.append(more) }
      return replaced(Set(found.joined()), base, given)
    }
    if LibraryCalls.plainMembers.contains(name) { return [] }
    if LibraryCalls.mapping.contains(name) { return given }
    if ["key", "keys", OriginPart.keys].contains(name) {
      let keys = base.filter { $0.hasPrefix("#") }
      return keys.isEmpty ? base : Set(keys.map { String($0.dropFirst()) }).subtracting([""])
    }
    if ["value", "values", OriginPart.values].contains(name) {
      return base.filter { !$0.hasPrefix("#") }
    }
    return base.union(given)
  }

  /// What a member of a type holds or brings.
  private func value(of name: String, in type: String, isCalled: Bool) -> Set<String>? {
    if known[OriginKey.payload(name, of: type)] != nil { return [type] }
    let value = lookup(OriginKey.member(name, of: type))
    let result = isCalled ? lookup(OriginKey.result(name, of: type)) : nil
    guard value != nil || result != nil else { return nil }
    return (value ?? []).union(result ?? [])
  }

  private func elements(of base: Set<String>) -> Set<String> {
    var elements: Set<String> = []
    for type in base {
      let iterator = lookup(OriginKey.result("makeIterator", of: type)) ?? [type]
      let own =
        [lookup(OriginKey.elements(of: type))]
        + iterator.map { lookup(OriginKey.result("next", of: $0)) }
      let found = own.compactMap { $0 }
      elements.formUnion(found.isEmpty ? [type] : replaced(Set(found.joined()), base, []))
    }
    return elements
  }

  func types(of arguments: [BlockFlow.Argument]) -> Set<String> {
    arguments.reduce(into: []) { $0.formUnion(types(of: $1.origin)) }
  }

  // MARK: By name

  /// What has a key may hold: only what is written for it, where that says all.
  func lookup(_ key: String) -> Set<String>? {
    let held = known[key]
    guard let written = known[OriginKey.written(key)] else { return held }
    if written.allSatisfy({ $0 != Unknown.whatever && !abstract.contains($0) }) { return written }
    return written.union(held ?? [])
  }

  /// Whether a type has a case of a name.
  func isCase(_ name: String, of type: String) -> Bool {
    known[OriginKey.payload(name, of: type)] != nil
  }

  /// The types of what a value of a type consists of.
  func parts(of type: String) -> Set<String> {
    let parts = lookup(OriginKey.parts(of: type)) ?? []
    return Set(parts.map { $0.hasPrefix("#") ? String($0.dropFirst()) : $0 })
  }

  private func replaced(
    _ found: Set<String>, _ base: Set<String>, _ given: Set<String>
  ) -> Set<String> {
    guard found.contains(where: { Self.isOpen($0) && $0 != Unknown.anything }) else { return found }
    var types: Set<String> = []
    for type in found {
      if type == Unknown.whatever {
        types.formUnion(base)
        types.formUnion(given)
      } else if type == Unknown.receiver {
        types.formUnion(base)
      } else if type.hasPrefix("%") {
        types.formUnion(given)
      } else {
        types.insert(type)
      }
    }
    return types
  }

  /// Whether it stands for types that are not known here.
  static func isOpen(_ type: String) -> Bool {
    guard let first = type.unicodeScalars.first else { return false }
    return first == "*" || first == "?" || first == "%"
  }
}

extension String {
  /// Whether it is an operator, rather than a name.
  var isOperator: Bool { first.map { !$0.isLetter && $0 != "_" && $0 != "$" } ?? false }
}
