/// What runs of a lesson's types without being named: operators through comparisons, descriptions through
/// `print`, iterators through `for`.
struct ImplicitCalls {
  /// The name of the body that stands for any member.
  static let dynamicMember = "subscript(dynamicMember:)"

  /// The name of the method that puts a value into a string.
  static let interpolation = "appendInterpolation"

  private struct Key: Hashable {
    var use: ImplicitUse
    var type: String
  }

  private var found: [Key: [Int]] = [:]
  private var dynamicMembers: [String: [Int]] = [:]
  /// The bodies of iterators and their like, whoever has them.
  private(set) var iterators: [Int] = []

  init(
    _ bodies: [BlockFlow.Body], types: Set<String>, supertypes: [String: [String]],
    held: HeldTypes
  ) {
    var byOwner: [String: [Int]] = [:]
    for (index, body) in bodies.enumerated() {
      if let owner = body.owner { byOwner[owner, default: []].append(index) }
      if ["makeIterator", "next"].contains(body.name), body.kind == .member {
        iterators.append(index)
      }
    }
    for type in types {
      let all = [type] + (supertypes[type] ?? [])
      let requirements = Self.requirements(all.filter { !types.contains($0) })
      for index in all.flatMap({ byOwner[$0] ?? [] }) {
        let body = bodies[index]
        let uses = ImplicitUse.uses(of: body)
        for use in uses { found[Key(use: use, type: type), default: []].append(index) }
        if body.name == "==", all.contains("Hashable") {
          found[Key(use: .hashing, type: type), default: []].append(index)
        }
        if Self.isRequired(body, by: requirements), !uses.contains(.description),
          !uses.contains(.release)
        {
          found[Key(use: .anything, type: type), default: []].append(index)
        } else if !uses.isDisjoint(with: [.equality, .ordering, .hashing, .iteration]) {
          found[Key(use: .anything, type: type), default: []].append(index)
        }
        if body.name == Self.dynamicMember { dynamicMembers[type, default: []].append(index) }
      }
    }
    addParts(types, held)
  }

  /// What a use runs of a value of a type.
  func bodies(_ use: ImplicitUse, on type: String) -> [Int] {
    found[Key(use: use, type: type)] ?? []
  }

  /// What stands for members that a type does not declare.
  func dynamicMembers(of type: String) -> [Int] { dynamicMembers[type] ?? [] }

  /// Without a member of its own, a type hands a use to its parts; a sequence is gone through by its
  /// iterator.
  private mutating func addParts(_ types: Set<String>, _ held: HeldTypes) {
    let own = found
    for use in ImplicitUse.allCases {
      for type in types {
        var all: Set<Int> = []
        var seen: Set = [type]
        var next = [type]
        while let name = next.popLast() {
          let bodies = own[Key(use: use, type: name)] ?? []
          all.formUnion(bodies)
          var more: Set<String> = []
          if use.reachesParts, bodies.isEmpty || use == .release { more = held.parts(of: name) }
          if use == .iteration || use == .anything {
            for maker in ["makeIterator", "makeAsyncIterator"] {
              more.formUnion(held.lookup(OriginKey.result(maker, of: name)) ?? [])
            }
          }
          for part in more where seen.insert(part).inserted { next.append(part) }
        }
        if !all.isEmpty { found[Key(use: use, type: type)] = all.sorted() }
      }
    }
  }

  // MARK: What a library asks of a type

  /// The members that a library may run of a type, by what that conforms to; nil for all, where a
  /// protocol or a class is not known.
  private static func requirements(_ supertypes: [String]) -> Set<String>? {
    var all: Set<String> = []
    for name in supertypes {
      if let names = LibraryCalls.requirements[name] {
        all.formUnion(names)
      } else if !LibraryCalls.plainTypes.contains(name) {
        return nil
      }
    }
    return all
  }

  private static func isRequired(_ body: BlockFlow.Body, by names: Set<String>?) -> Bool {
    guard let names else { return [.member, .infix, .index].contains(body.kind) }
    return names.contains(body.name) && [.member, .infix].contains(body.kind)
  }
}
