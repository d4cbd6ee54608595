/// The keys (``OriginKey``) of one part of a program, told apart from those of the others.
///
/// The key of a local variable has its place in its own block, which another block may have too; and what
/// stands in a scope of its own may have variables of the names of global ones.
struct QualifiedKeys {
  private let part: Int
  /// The variables at the part's top level that are its own.
  private let variables: Set<String>

  init(part: Int, variables: Set<String>) {
    self.part = part
    self.variables = variables
  }

  /// Gives all that a flow knows of values its own keys.
  func apply(to flow: inout BlockFlow) {
    flow.sources = flow.sources.map { source in
      BlockFlow.Source(
        key: key(source.key), origin: source.origin.map(origin), isLocal: source.isLocal)
    }
    flow.events = flow.events.map { event in
      if case .use(let use, let place) = event { .use(self.use(use), place) } else { event }
    }
    for index in flow.bodies.indices {
      flow.bodies[index].uses = flow.bodies[index].uses.map(use)
      flow.bodies[index].defaults = flow.bodies[index].defaults.map(use)
      flow.bodies[index].held = flow.bodies[index].held.map(use)
    }
  }

  private func key(_ key: String) -> String {
    if let place = key.firstIndex(of: "@") {
      return "\(key[...place])\(part)/\(key[key.index(after: place)...])"
    }
    let name = key.prefix { !":.([{#".contains($0) }
    return variables.contains(String(name)) ? "\(name)@\(part)/\(key[name.endIndex...])" : key
  }

  private func use(_ use: BlockFlow.Use) -> BlockFlow.Use {
    guard use.base != nil || !use.arguments.isEmpty else { return use }
    var use = use
    use.base = use.base.map(origin)
    use.arguments = use.arguments.map(argument)
    return use
  }

  private func argument(_ argument: BlockFlow.Argument) -> BlockFlow.Argument {
    BlockFlow.Argument(label: argument.label, origin: argument.origin.map(origin))
  }

  private func origin(_ origin: BlockFlow.Origin) -> BlockFlow.Origin {
    switch origin {
    case .type, .parameter, .receiver, .input, .unknown: origin
    case .variable(let key): .variable(self.key(key))
    case .call(let name, let arguments):
      .call(variables.contains(name) ? key(name) : name, arguments.map(argument))
    case .member(let name, let base, let arguments):
      .member(name, of: base.map(self.origin), arguments?.map(argument))
    case .own(let name, let type, let arguments):
      .own(name, in: type, arguments?.map(argument))
    case .element(let base): .element(of: self.origin(base))
    case .payload(let name, let base): .payload(name, of: base.map(self.origin))
    case .key(let inner): .key(inner.map(self.origin))
    case .either(let all): .either(all.map(self.origin))
    }
  }
}
