// What runs without being named where values are handed to code that may be no lesson's.

extension FlowAnalysis {
  /// What happens implicitly to values that may be of some types.
  private struct Effect {
    var use: ImplicitUse
    var types: Set<String>
    var labels: [String]?
  }

  /// Finds what bodies do with what they are given.
  mutating func followImplicitUses() {
    var uses: [(body: Int, use: BlockFlow.Use)] = []
    for (index, body) in bodies.enumerated() {
      for use in body.uses + body.held where use.kind == .call || use.kind == .implicit {
        let types = held.types(of: use.base).union(held.types(of: use.arguments))
        if types.contains(where: { $0.hasPrefix("%") }) { uses.append((index, use)) }
      }
    }
    var isChanged = true
    while isChanged {
      isChanged = false
      for (body, use) in uses {
        for effect in effects(of: use, in: scopes[body]) {
          for type in effect.types where type.hasPrefix("%") {
            let isNew = applied[body, default: [:]][type, default: []].insert(effect.use).inserted
            if isNew { isChanged = true }
          }
        }
      }
    }
  }

  /// What a call or an implicit use runs of the types that its values may hold.
  func reachOfImplicitUse(_ use: BlockFlow.Use, in scope: Int?) -> Reach {
    var found: Set<Int> = []
    for effect in effects(of: use, in: scope) {
      if effect.use == .iteration, effect.types.contains(HeldTypes.Unknown.anything) {
        found.formUnion(implicit.iterators)
      }
      for type in effect.types {
        let bodies = implicit.bodies(
          effect.use, on: type.hasPrefix("#") ? String(type.dropFirst()) : type)
        guard effect.use == .literal else {
          found.formUnion(bodies)
          continue
        }
        found.formUnion(bodies.filter { self.bodies[$0].labels == effect.labels })
      }
    }
    if use.kind == .call { found.formUnion(othersRun(by: use)) }
    var nodes: Set<Node> = []
    for body in found where isVisible(body, in: scope) {
      nodes.insert(Node(body: body, part: .uses))
      // An iterator runs closures that its maker brought.
      if bodies[body].name == "makeIterator" { nodes.insert(Node(body: body, part: .held)) }
    }
    return Reach(nodes: nodes)
  }

  /// What stands for an operator or a member that a type does not declare.
  private func othersRun(by use: BlockFlow.Use) -> [Int] {
    if use.name.count > 1, use.name.hasSuffix("="), ImplicitUse.comparison(by: use.name) == nil {
      // Without a `+=` of its own, a type adds by its `+`.
      let types = held.types(of: use.arguments)
      return (bodiesByName[String(use.name.dropLast())] ?? []).filter { index in
        bodies[index].kind == .infix && bodies[index].owner.map(types.contains) == true
      }
    }
    if use.name == ImplicitCalls.interpolation {
      // Without labels, only the types tell apart what the lesson and the library put into strings.
      let isOwn =
        use.labels?.contains { $0 != "_" } == true
        || held.types(of: use.arguments).contains(where: declaredTypes.contains)
      let all = (bodiesByName[use.name] ?? []).filter { bodies[$0].kind == .member }
      return isOwn ? matching(all, use.labels) : []
    }
    guard use.base != nil else { return [] }
    return held.types(of: use.base).filter { !hasMember(use.name, $0) }
      .flatMap { implicit.dynamicMembers(of: $0) }
  }

  // MARK: Effects

  private func effects(of use: BlockFlow.Use, in scope: Int?) -> [Effect] {
    let base = held.types(of: use.base)
    if use.kind == .implicit {
      if use.name == ImplicitUse.call.rawValue, isMethod(use.base) { return [] }
      return ImplicitUse(rawValue: use.name).map {
        [Effect(use: $0, types: base, labels: use.labels)]
      } ?? []
    }
    if use.name.hasPrefix("~=.") {
      let name = String(use.name.dropFirst(3))
      let types = held.types(of: use.arguments).filter { !held.isCase(name, of: $0) }
      return [Effect(use: .equality, types: types)]
    }
    if use.name == ImplicitCalls.interpolation { return [] }
    let called = lessonBodies(of: use, base, in: scope)
    if let called { return effects(of: use, base, through: called) }
    let all = base.union(held.types(of: use.arguments))
    if use.name == "subscript" {
      // Only keys are hashed.
      let keys = base.filter { $0.hasPrefix("#") }.union(held.types(of: use.arguments))
      return [Effect(use: .hashing, types: keys)]
    }
    return LibraryCalls.uses(by: use.name, use.labels, hasBase: use.base != nil).map {
      Effect(use: $0, types: all)
    }
  }

  /// Whether what is called is a method of the library, or of every type that has a member of the name and
  /// that the value before it may hold, so that no value is called.
  private func isMethod(_ called: BlockFlow.Origin?) -> Bool {
    guard case .member(let name, let base, nil) = called else { return false }
    let isPlace = name.allSatisfy(\.isNumber)
    if case .variable(let tuple) = base, held.lookup(OriginKey.member(name, of: tuple)) != nil {
      return false
    }
    if !isPlace, !members.values.contains(where: { $0.contains(name) }) { return true }
    let owners = Set(
      (bodiesByName[name] ?? []).filter {
        bodies[$0].kind == .member && bodies[$0].labels != nil
      }.compactMap { bodies[$0].owner })
    let types = held.types(of: base).filter { hasMember(name, $0) }
    return !types.isEmpty
      && types.allSatisfy { type in
        owners.contains(type) || allSupertypes(of: type).contains(where: owners.contains)
      }
  }

  private func effects(
    of use: BlockFlow.Use, _ base: Set<String>, through called: [Int]
  ) -> [Effect] {
    var effects: [Effect] = []
    for index in called {
      guard let uses = applied[index] else { continue }
      for use in uses[HeldTypes.Unknown.receiver] ?? [] {
        effects.append(Effect(use: use, types: base))
      }
      var next = 0
      let labels = bodies[index].labels ?? []
      for argument in use.arguments {
        // Trailing closures have no label.
        guard
          let place = labels.indices.dropFirst(next).first(where: {
            labels[$0] == argument.label
              || ["_", LibraryCalls.trailing].contains(argument.label)
          })
        else { break }
        next = place + 1
        guard let uses = uses[HeldTypes.Unknown.parameter(place)] else { continue }
        let types = held.types(of: argument.origin)
        for use in uses { effects.append(Effect(use: use, types: types)) }
      }
    }
    return effects
  }

  /// The functions of the lesson that a call may mean; nil when it means one of a library.
  private func lessonBodies(
    of use: BlockFlow.Use, _ base: Set<String>, in scope: Int?
  ) -> [Int]? {
    let name = use.name
    // Of an operator a library may have one more.
    if name.isOperator { return nil }
    guard use.base != nil else { return lessonFunctions(named: name, use, in: scope) }
    let isSubscript = name == "subscript"
    let all = (bodiesByName[isSubscript ? "" : name] ?? []).filter { index in
      bodies[index].kind == (isSubscript ? .index : .member) && isVisible(index, in: scope)
    }
    let isOpen = base.contains(where: HeldTypes.isOpen)
    let found = all.filter { index in
      guard let owner = bodies[index].owner else { return false }
      return !declaredTypes.contains(owner) || isOpen || base.contains(owner)
        || base.contains { allSupertypes(of: $0).contains(owner) }
    }
    if !found.isEmpty { return matching(found, use.labels) }
    let isMember = !isSubscript && base.contains { hasMember(name, $0) }
    return isMember ? [] : nil
  }

  private func lessonFunctions(
    named name: String, _ use: BlockFlow.Use, in scope: Int?
  ) -> [Int]? {
    let all = (bodiesByName[name] ?? []).filter { isVisible($0, in: scope) }
    if declaredTypes.contains(name) {
      return matching(
        all.filter { bodies[$0].kind == .initializer && bodies[$0].labels != nil }, use.labels)
    }
    let isMethod = use.owner.map { hasMember(name, $0) } ?? false
    let found = all.filter {
      bodies[$0].kind == .name && bodies[$0].labels != nil
        || isMethod && bodies[$0].kind == .member && bodies[$0].labels != nil
    }
    if !found.isEmpty { return matching(found, use.labels) }
    let isOwn = scope.map { parts[$0].flow.variables[name] != nil } ?? false
    return isMethod || isOwn || held.lookup(name) != nil ? [] : nil
  }
}
