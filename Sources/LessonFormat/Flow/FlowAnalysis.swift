/// Follows what a lesson's code uses, in the order in which it runs, and finds the global variables that
/// have no value yet when they are read.
///
/// Names are all that is known: where a name could be several things, it counts as each of them, unless
/// the type in question tells them apart.
struct FlowAnalysis {
  /// A stretch of the lesson's program.
  struct Part {
    var flow: BlockFlow
    var place: Place
    /// Whether it stands in a scope of its own, which declares nothing for the rest.
    var isInScope: Bool

    enum Place {
      case block(Int)
      case claim(Int)
      /// An answer to an exercise, with its checks behind it.
      case attempt(Int, check: Int)
    }
  }

  /// A use that reads a variable too early.
  struct Finding {
    var part: Int
    var offset: Int
    var place: BlockFlow.Place
    var variable: String
    /// Where the variable gets its value.
    var value: (part: Int, offset: Int)
  }

  /// One of the things that can run of a body.
  struct Node: Hashable {
    var body: Int
    var part: BodyPart
  }

  enum BodyPart {
    /// What it does, what it does where an argument is left out, and what it holds.
    case uses, defaults, held
  }

  /// What a use leads to at once.
  struct Reach {
    var variables: Set<String> = []
    var nodes: Set<Node> = []
  }

  private(set) var parts: [Part]
  private(set) var bodies: [BlockFlow.Body] = []
  /// The part in whose scope a body stands; nil for those that all see.
  private(set) var scopes: [Int?] = []
  private(set) var bodiesByName: [String: [Int]] = [:]
  private var values: [String: (part: Int, offset: Int)] = [:]
  /// The variables that get their values where they are declared.
  private var declared: [String: (part: Int, offset: Int)] = [:]
  private var types: [String: String] = [:]
  private(set) var declaredTypes: Set<String> = []
  private var supertypes: [String: Set<String>] = [:]
  private(set) var members: [String: Set<String>] = [:]
  /// The types that other names of types stand for.
  private var aliases: [String: Set<String>] = [:]
  private var mutating: Set<String> = LibraryCalls.changing
  private var everySupertype: [String: [String]] = [:]
  /// Which types values may hold, and what of those runs without being named; nothing before it is needed.
  private(set) var held = HeldTypes([], types: [], supertypes: [:], members: [:])
  private(set) var implicit: ImplicitCalls
  private var followsTypes = false
  /// What bodies do implicitly with what they are given, by ``HeldTypes/Unknown``.
  var applied: [Int: [String: Set<ImplicitUse>]] = [:]
  /// The variables that come to be read when a node runs.
  private var reads: [Node: Set<String>] = [:]

  init(_ parts: [Part]) {
    self.parts = parts
    for (index, part) in parts.enumerated() {
      bodies += part.flow.bodies
      scopes += part.flow.bodies.map { _ in part.isInScope ? index : nil }
      declaredTypes.formUnion(part.flow.types)
      supertypes.merge(part.flow.supertypes) { $0.union($1) }
      members.merge(part.flow.members) { $0.union($1) }
      mutating.formUnion(part.flow.mutating)
      for source in part.flow.sources where source.key.first?.isUppercase == true {
        aliases[source.key, default: []].formUnion(source.origin?.types ?? [])
      }
      guard !part.isInScope else { continue }
      types.merge(part.flow.variables) { first, _ in first }
    }
    for (index, part) in parts.enumerated() where !part.isInScope {
      for case .value(let name, let offset, let isDeclaration) in part.flow.events
      where types[name] != nil && declared[name] == nil {
        if isDeclaration { declared[name] = (index, offset) }
        if isDeclaration || values[name] == nil { values[name] = (index, offset) }
      }
    }
    for (index, body) in bodies.enumerated() { bodiesByName[body.name, default: []].append(index) }
    for type in supertypes.keys { everySupertype[type] = Self.allSupertypes(of: type, supertypes) }
    implicit = ImplicitCalls([], types: [], supertypes: [:], held: held)
  }

  /// The variables that code above their declarations mentions, in the order of these, with their places.
  func lateVariables() -> [(name: String, part: Int, offset: Int)] {
    var first: [String: (part: Int, offset: Int)] = [:]
    for (index, part) in parts.enumerated() {
      for (name, offset) in part.flow.mentions where first[name] == nil {
        first[name] = (index, offset)
      }
    }
    let late = declared.filter { name, value in first[name].map { $0 < value } ?? false }
    return late.map { (name: $0, part: $1.part, offset: $1.offset) }
      .sorted { ($0.part, $0.offset) < ($1.part, $1.offset) }
  }

  /// What is read too early: of each statement the first.
  func findings() -> [Finding] {
    guard !values.isEmpty else { return [] }
    var analysis = self
    analysis.follow()
    if analysis.membersRead { analysis.followTypes() }
    return analysis.search()
  }

  /// Whether an operator or a member of a type comes to read a variable. If none does, nothing that runs
  /// without being named does, and the types of values need not be known.
  private var membersRead: Bool {
    reads.contains { node, variables in
      let body = bodies[node.body]
      return !variables.isEmpty && (body.owner != nil || body.kind == .infix)
    }
  }

  private mutating func followTypes() {
    for (index, part) in parts.enumerated() {
      let own = part.isInScope ? Set(part.flow.variables.keys) : []
      QualifiedKeys(part: index, variables: own).apply(to: &parts[index].flow)
    }
    bodies = parts.flatMap(\.flow.bodies)
    held = HeldTypes(
      parts.flatMap(\.flow.sources), types: declaredTypes, supertypes: everySupertype,
      members: members)
    implicit = ImplicitCalls(
      bodies, types: declaredTypes, supertypes: everySupertype, held: held)
    followsTypes = true
    followImplicitUses()
    follow()
  }

  // MARK: In order

  private func search() -> [Finding] {
    var findings: [Finding] = []
    var known: Set<String> = []
    for (index, part) in parts.enumerated() {
      var reported: Set<Int> = []
      for event in part.flow.events {
        switch event {
        case .value(let name, let offset, _):
          if let value = values[name], value.part == index, value.offset == offset {
            known.insert(name)
          }
        case .use(let use, let place):
          let late = all(reachedBy: use, in: index).subtracting(known)
          guard !late.isEmpty, !reported.contains(place.statement.start),
            let first = late.min(by: isGivenBefore), let value = values[first]
          else { continue }
          reported.insert(place.statement.start)
          findings.append(
            Finding(part: index, offset: use.offset, place: place, variable: first, value: value))
        }
      }
    }
    return findings
  }

  private func isGivenBefore(_ first: String, _ second: String) -> Bool {
    guard let one = values[first], let other = values[second] else { return first < second }
    return (one.part, one.offset, first) < (other.part, other.offset, second)
  }

  private func all(reachedBy use: BlockFlow.Use, in part: Int) -> Set<String> {
    let reach = reach(of: use, in: parts[part].isInScope ? part : nil)
    return reach.nodes.reduce(into: reach.variables) { $0.formUnion(reads[$1] ?? []) }
  }

  // MARK: Through bodies

  /// Finds what each body comes to read, itself and through others.
  private mutating func follow() {
    var reaches: [Node: Reach] = [:]
    for (index, body) in bodies.enumerated() {
      let parts: [(BodyPart, [BlockFlow.Use])] = [
        (.uses, body.uses), (.defaults, body.defaults), (.held, body.held),
      ]
      for (part, uses) in parts {
        var whole = Reach()
        for use in uses {
          let reach = reach(of: use, in: scopes[index])
          whole.variables.formUnion(reach.variables)
          whole.nodes.formUnion(reach.nodes)
        }
        let node = Node(body: index, part: part)
        reaches[node] = whole
        reads[node] = whole.variables
      }
    }
    // What a node leads to comes before it, so that most need one look.
    let order = Self.order(of: reaches)
    var users: [Node: [Node]] = [:]
    for (node, reach) in reaches {
      for target in reach.nodes { users[target, default: []].append(node) }
    }
    var pending = Set(order)
    while !pending.isEmpty {
      for node in order where pending.remove(node) != nil {
        let before = reads[node] ?? []
        let after = (reaches[node]?.nodes ?? []).reduce(into: before) {
          $0.formUnion(reads[$1] ?? [])
        }
        guard after.count > before.count else { continue }
        reads[node] = after
        pending.formUnion(users[node] ?? [])
      }
    }
  }

  /// Nodes behind all to which they lead, but for circles.
  private static func order(of reaches: [Node: Reach]) -> [Node] {
    var order: [Node] = []
    var seen: Set<Node> = []
    for start in reaches.keys where seen.insert(start).inserted {
      var path = [(node: start, next: Array(reaches[start]?.nodes ?? []))]
      while let last = path.indices.last {
        guard let node = path[last].next.popLast() else {
          order.append(path.removeLast().node)
          continue
        }
        guard seen.insert(node).inserted else { continue }
        path.append((node, Array(reaches[node]?.nodes ?? [])))
      }
    }
    return order
  }

  private func reach(of use: BlockFlow.Use, in scope: Int?) -> Reach {
    if let keeper = use.keeper, keepsClosures(keeper) != use.isKept { return Reach() }
    return switch use.kind {
    case .name: reachOfName(use, in: scope)
    case .member: reachOfMember(use, of: type(of: use.receiver), in: scope)
    case .infix, .index: followsTypes ? reachOfOperator(use, in: scope) : Reach()
    case .initializer where use.name == "init":
      // Of a type that only the compiler knows.
      Reach(
        nodes: Set(
          bodies.indices.filter {
            bodies[$0].kind == .initializer && bodies[$0].labels != nil
              && bodies[$0].labels == use.labels && isVisible($0, in: scope)
          }.map { Node(body: $0, part: .uses) }))
    case .initializer: reachOfInitializer(use.name, use, in: scope)
    case .observer: reachOfObserver(use, in: scope)
    case .call, .implicit: followsTypes ? reachOfImplicitUse(use, in: scope) : Reach()
    }
  }

  private func reachOfName(_ use: BlockFlow.Use, in scope: Int?) -> Reach {
    if let owner = use.owner, hasMember(use.name, owner) {
      return reachOfMember(use, of: owner, in: scope)
    }
    if let owner = use.owner, isForeign(owner), Self.commonMembers.contains(use.name) {
      return Reach()
    }
    if supertypes[use.name] != nil || aliases[use.name] != nil, use.labels != nil {
      return reachOfInitializer(use.name, use, in: scope)
    }
    let found = candidates(use, in: scope)
    let own = found.filter { scopes[$0] != nil }
    let isOwn = scope.map { parts[$0].flow.variables[use.name] != nil } ?? false
    var reach = Reach(nodes: nodes(of: isOwn || !own.isEmpty ? own : found, use))
    if values[use.name] != nil, use.role != .held, !isOwn, own.isEmpty {
      reach.variables.insert(use.name)
    }
    return reach
  }

  /// What an operator or a subscript may be, by its operands where it has some.
  private func reachOfOperator(_ use: BlockFlow.Use, in scope: Int?) -> Reach {
    let found = candidates(use, in: scope).filter {
      isPossible(bodies[$0].owner, type(of: use.receiver))
    }
    guard !found.isEmpty else { return Reach() }
    let types = held.types(of: use.arguments)
    let isKnown = !use.arguments.isEmpty && !types.contains(where: HeldTypes.isOpen)
    let operands = types.filter(declaredTypes.contains)
    let possible = found.filter { index in
      guard isKnown, let owner = bodies[index].owner, declaredTypes.contains(owner) else {
        return true
      }
      return operands.contains { isPossible(owner, $0) }
    }
    return Reach(nodes: Set(possible.map { Node(body: $0, part: .uses) }))
  }

  private func reachOfObserver(_ use: BlockFlow.Use, in scope: Int?) -> Reach {
    if let method = use.labels?.first, !mutating.contains(method) { return Reach() }
    var named = use
    named.labels = nil
    let found = candidates(named, in: scope).filter {
      isPossible(bodies[$0].owner, type(of: use.receiver))
    }
    return Reach(nodes: Set(found.map { Node(body: $0, part: .uses) }))
  }

  private func reachOfMember(_ use: BlockFlow.Use, of type: String?, in scope: Int?) -> Reach {
    var use = use
    use.kind = .member
    // Only a variable can be called through its type.
    if use.name == "callAsFunction", let receiver = use.receiver, receiver.hasPrefix("$"),
      types[String(receiver.dropFirst())] == nil
    {
      return Reach()
    }
    let types = followsTypes && type == nil ? possibleTypes(of: use.base) : []
    let found = candidates(use, in: scope).filter { body in
      let owner = bodies[body].owner
      return isPossible(owner, type)
        && (types.isEmpty || types.contains { isPossible(owner, $0) })
    }
    var reach = Reach(nodes: nodes(of: found, use))
    // Elements that are put in or taken out do not run.
    let isOfLibrary = found.isEmpty && LibraryCalls.onlyMoves(use.name)
    if let receiver = use.receiver, receiver.hasPrefix("$"), !isOfLibrary,
      use.labels != nil || !found.isEmpty
    {
      // What the variable holds may run with it.
      for body in bodiesByName[String(receiver.dropFirst())] ?? []
      where bodies[body].kind == .name && bodies[body].labels == nil && isVisible(body, in: scope) {
        reach.nodes.insert(Node(body: body, part: .held))
      }
    }
    return reach
  }

  private func reachOfInitializer(
    _ type: String, _ use: BlockFlow.Use, in scope: Int?
  ) -> Reach {
    // One that is not called makes nothing.
    if use.labels == nil, [.kept, .glanced].contains(use.role) { return Reach() }
    let part: BodyPart = use.role == .held && use.labels != nil ? .held : .uses
    var reach = Reach()
    for name in [type] + allSupertypes(of: type) + (aliases[type] ?? []) {
      let found = (bodiesByName[name] ?? []).filter {
        bodies[$0].kind == .initializer && isVisible($0, in: scope)
      }
      let properties = found.filter { bodies[$0].labels == nil }
      let initializers = matching(found.filter { bodies[$0].labels != nil }, use.labels)
      for body in properties + initializers {
        reach.nodes.insert(Node(body: body, part: part))
        if part == .uses, leavesOut(use, body) {
          reach.nodes.insert(Node(body: body, part: .defaults))
        }
      }
    }
    return reach
  }

  // MARK: What a use may mean

  /// Whether what has a name is of the lesson and puts closures aside: a function that says so, or a type
  /// that is made of its parts.
  private func keepsClosures(_ name: String) -> Bool {
    let functions = (bodiesByName[name] ?? []).filter { bodies[$0].labels != nil }
    if supertypes[name] != nil, functions.isEmpty { return members[name] != nil }
    return functions.contains { bodies[$0].keepsClosures }
  }

  func isVisible(_ body: Int, in scope: Int?) -> Bool {
    scopes[body] == nil || scopes[body] == scope
  }

  func candidates(_ use: BlockFlow.Use, in scope: Int?) -> [Int] {
    let found = (bodiesByName[use.name] ?? []).filter { index in
      let body = bodies[index]
      return body.kind == use.kind && isVisible(index, in: scope)
    }
    let functions = found.filter { bodies[$0].labels != nil }
    return found.filter { bodies[$0].labels == nil } + matching(functions, use.labels)
  }

  /// Those of several functions that take arguments of these labels, or all where none does.
  func matching(_ functions: [Int], _ labels: [String]?) -> [Int] {
    guard let labels, functions.count > 1 else { return functions }
    let fitting = functions.filter { index in
      var rest = (bodies[index].labels ?? [])[...]
      for label in labels {
        guard
          let place = rest.firstIndex(where: {
            $0 == label || ["_", LibraryCalls.trailing].contains(label)
          })
        else {
          return false
        }
        rest = rest[(place + 1)...]
      }
      return true
    }
    return fitting.isEmpty ? functions : fitting
  }

  /// What of bodies runs by a use.
  private func nodes(of found: [Int], _ use: BlockFlow.Use) -> Set<Node> {
    var nodes: Set<Node> = []
    for index in found {
      let body = bodies[index]
      let isFunction = body.labels != nil
      switch use.role {
      case .runs:
        nodes.insert(Node(body: index, part: .uses))
        if !isFunction { nodes.insert(Node(body: index, part: .held)) }
        if leavesOut(use, index) { nodes.insert(Node(body: index, part: .defaults)) }
      case .kept, .glanced: if !isFunction { nodes.insert(Node(body: index, part: .uses)) }
      case .held:
        nodes.insert(Node(body: index, part: .held))
        if isFunction, use.labels == nil { nodes.insert(Node(body: index, part: .uses)) }
      }
    }
    return nodes
  }

  /// Whether a call leaves arguments to their defaults.
  private func leavesOut(_ use: BlockFlow.Use, _ body: Int) -> Bool {
    guard let labels = use.labels, let all = bodies[body].labels else { return false }
    return labels.count < all.count
  }

  // MARK: Types

  /// The types of the lesson that a value is of; none where it may be of others too.
  private func possibleTypes(of origin: BlockFlow.Origin?) -> Set<String> {
    guard let origin else { return [] }
    let types = held.types(of: origin)
    return types.allSatisfy(declaredTypes.contains) ? types : []
  }

  private func type(of receiver: String?) -> String? {
    guard let receiver, receiver.hasPrefix("$") else { return receiver }
    return types[String(receiver.dropFirst())].flatMap { $0.hasPrefix("$") ? nil : $0 }
  }

  /// Whether a value of a type may have what is declared in another.
  private func isPossible(_ owner: String?, _ type: String?) -> Bool {
    guard let owner, let type, !type.isEmpty else { return true }
    guard supertypes[type] != nil || FlowReader.isPlain(type) else { return true }
    // A literal may be a value of several types.
    if FlowReader.isPlain(type), FlowReader.isPlain(owner) { return true }
    return owner == type || allSupertypes(of: type).contains(owner)
      || allSupertypes(of: owner).contains(type)
  }

  /// Whether a type may have members that are declared elsewhere.
  private func isForeign(_ type: String) -> Bool {
    ([type] + allSupertypes(of: type)).contains { !declaredTypes.contains($0) }
  }

  /// What types of libraries call their members: in an extension such a name is the member's.
  private static let commonMembers: Set = [
    "allCases", "capacity", "count", "description", "endIndex", "exponent", "first", "hashValue",
    "indices", "isEmpty", "item", "keys", "last", "magnitude", "max", "min", "rank", "rawValue",
    "scalars", "shape", "significand", "startIndex", "sum", "utf8", "values",
  ]

  func hasMember(_ name: String, _ type: String) -> Bool {
    ([type] + allSupertypes(of: type)).contains { members[$0]?.contains(name) == true }
  }

  func allSupertypes(of type: String) -> [String] { everySupertype[type] ?? [] }

  private static func allSupertypes(
    of type: String, _ supertypes: [String: Set<String>]
  ) -> [String] {
    var found: [String] = []
    var next = Array(supertypes[type] ?? [])
    while let name = next.popLast() {
      guard name != type, !found.contains(name) else { continue }
      found.append(name)
      next += supertypes[name] ?? []
    }
    return found
  }
}
