/// What code does with a value without naming the members that it runs.
enum ImplicitUse: String, Hashable, CaseIterable {
  /// It is compared with another.
  case equality
  /// It is put in order.
  case ordering
  /// It is put into a set, or is a key.
  case hashing
  /// Its description is asked for.
  case description
  /// It is gone through element by element.
  case iteration
  /// It is written as data.
  case encoding
  /// One is read from data.
  case decoding
  /// It is no longer kept.
  case release
  /// It is called like a function.
  case call
  /// A result builder builds with it.
  case building
  /// A literal becomes one.
  case literal
  /// It is given to a library, which may use whatever its type says that it can do.
  case anything

  /// Whether, where a type has no member of its own for it, it happens to the parts of a value.
  var reachesParts: Bool {
    switch self {
    case .equality, .ordering, .hashing, .description, .encoding, .decoding, .release, .anything:
      true
    case .iteration, .call, .building, .literal: false
    }
  }

  /// The uses that may run a body that a type declares; `anything` is not among them.
  static func uses(of body: BlockFlow.Body) -> Set<ImplicitUse> {
    switch body.kind {
    case .infix:
      return comparison(by: body.name).map { [$0] } ?? []
    case .index: return body.owner == nil ? [] : [.iteration]
    case .initializer:
      guard let labels = body.labels, labels.count == 1 else {
        return body.labels == ["stringInterpolation"] ? [.literal] : []
      }
      if labels == ["from"] { return [.decoding] }
      return literals.contains(labels[0]) ? [.literal] : []
    case .member:
      if body.name.hasPrefix("build") { return [.building] }
      return byMember[body.name] ?? []
    case .name, .observer, .call, .implicit: return []
    }
  }

  /// What an operator that compares does; nil for others.
  static func comparison(by name: String) -> ImplicitUse? {
    switch name {
    case "==", "!=", "~=": .equality
    case "<", ">", "<=", ">=": .ordering
    default: nil
    }
  }

  static let literals: Set = [
    "integerLiteral", "floatLiteral", "stringLiteral", "booleanLiteral", "nilLiteral",
    "arrayLiteral", "dictionaryLiteral", "unicodeScalarLiteral", "extendedGraphemeClusterLiteral",
    "stringInterpolation",
  ]

  /// Whether a member of a name may run without being named.
  static func mayRun(_ member: String) -> Bool {
    byMember[member] != nil || member.hasPrefix("build")
      || ["wrappedValue", "projectedValue"].contains(member)
      || LibraryCalls.requirements.values.contains { $0.contains(member) }
  }

  private static let byMember: [String: Set<ImplicitUse>] = [
    "hash": [.hashing], "hashValue": [.hashing],
    "description": [.description], "debugDescription": [.description],
    "customMirror": [.description], "errorDescription": [.description],
    "failureReason": [.description], "recoverySuggestion": [.description],
    "write": [.description],
    "makeIterator": [.iteration], "next": [.iteration], "makeAsyncIterator": [.iteration],
    "underestimatedCount": [.iteration], "startIndex": [.iteration], "endIndex": [.iteration],
    "index": [.iteration], "formIndex": [.iteration], "count": [.iteration],
    "encode": [.encoding], "deinit": [.release],
    "callAsFunction": [.call], "dynamicallyCall": [.call],
  ]
}
