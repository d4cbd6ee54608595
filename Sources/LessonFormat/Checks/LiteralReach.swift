/// Finds the numeric literals of a lesson that stand in code that may run: a function, a method or a type
/// that nothing mentions that runs itself does not run. What is in doubt runs.
struct LiteralReach {
  private typealias Declaration = CodeLiterals.Declaration

  /// The names that are mentioned in what runs.
  private var mentioned: Set<String> = []
  private let supertypes: [String: Set<String>]
  private let types: Set<String>

  /// - Parameters:
  ///   - blocks: The literals of the blocks that run, and whether a page calls what they declare.
  ///   - claims: Those of claims.
  ///   - flows: The flows of the blocks.
  init(
    blocks: [(literals: CodeLiterals, isLive: Bool)], claims: [CodeLiterals], flows: [BlockFlow]
  ) {
    types = flows.reduce(into: []) { $0.formUnion($1.types) }
    supertypes = flows.reduce(into: [:]) { all, flow in
      all.merge(flow.supertypes) { $0.union($1) }
    }
    var waiting: [String: [Declaration]] = [:]
    var next: [String] = []
    for block in blocks {
      for declaration in block.literals.declarations {
        if block.isLive { next += [declaration.name, declaration.owner].compactMap { $0 } }
        for name in conditions(of: declaration) { waiting[name, default: []].append(declaration) }
        if conditions(of: declaration).isEmpty { next += declaration.mentions }
      }
    }
    for claim in claims { next += claim.declarations.flatMap(\.mentions) }
    while let name = next.popLast() {
      guard mentioned.insert(name).inserted else { continue }
      for declaration in waiting[name] ?? [] where runs(declaration) {
        next += declaration.mentions
      }
    }
  }

  /// The literals of a block that can be reached, without what declares them.
  func reached(_ literals: CodeLiterals) -> CodeLiterals {
    var numbers: Set<Double> = []
    for declaration in literals.declarations where runs(declaration) {
      numbers.formUnion(declaration.numbers)
    }
    return CodeLiterals(numbers: numbers.sorted(), texts: literals.texts)
  }

  private func runs(_ declaration: Declaration) -> Bool {
    conditions(of: declaration).allSatisfy(mentioned.contains)
  }

  /// The names that must be mentioned.
  private func conditions(of declaration: Declaration) -> [String] {
    guard let owner = declaration.owner else { return [declaration.name].compactMap { $0 } }
    var conditions: [String] = []
    if types.contains(owner) {
      conditions.append(owner)
    } else if !LibraryCalls.plainTypes.contains(owner), !LibraryCalls.containers.contains(owner) {
      // A protocol of a library may use it.
      return []
    }
    if let name = declaration.name, !ImplicitUse.mayRun(name), !hasUnknownSupertype(owner) {
      conditions.append(name)
    }
    return conditions
  }

  /// Whether a library may use members of a type that are not known.
  private func hasUnknownSupertype(_ type: String) -> Bool {
    var seen: Set = [type]
    var next = [type]
    while let name = next.popLast() {
      for other in supertypes[name] ?? [] where seen.insert(other).inserted {
        if types.contains(other) {
          next.append(other)
        } else if LibraryCalls.requirements[other] == nil, !LibraryCalls.plainTypes.contains(other)
        {
          return true
        }
      }
    }
    return false
  }
}
