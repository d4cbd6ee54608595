import LessonFormat

extension FieldWriter {
  /// Writes the flow of some code.
  mutating func write(_ flow: BlockFlow) {
    write(flow.events) { writer, event in
      switch event {
      case .use(let use, let place):
        writer.write("use")
        writer.write(use)
        writer.write(place.statement)
        writer.write(place.outermost)
        writer.write(place.skippable ?? CodeSpan(start: -1, end: -1))
      case .value(let name, let offset, let isDeclaration):
        writer.write(isDeclaration ? "declaration" : "assignment")
        writer.write(name)
        writer.write(offset)
      }
    }
    write(flow.bodies) { writer, body in
      writer.write(body.kind.rawValue)
      writer.write(body.name)
      writer.write(body.owner)
      writer.write(body.labels)
      writer.write(body.keepsClosures)
      for uses in [body.uses, body.defaults, body.held] {
        writer.write(uses) { $0.write($1) }
      }
    }
    write(flow.variables) { writer, name, type in
      writer.write(name)
      writer.write(type)
    }
    write(flow.types.sorted())
    write(flow.mutating.sorted())
    write(flow.sources) { writer, source in
      writer.write(source.key)
      writer.write(source.origin)
      writer.write(source.isLocal)
    }
    write(flow.mentions) { writer, name, offset in
      writer.write(name)
      writer.write(offset)
    }
    for names in [flow.supertypes, flow.members] {
      write(names) { writer, type, names in
        writer.write(type)
        writer.write(names.sorted())
      }
    }
  }

  private mutating func write(_ use: BlockFlow.Use) {
    write(use.kind.rawValue)
    write(use.name)
    write(use.role.rawValue)
    write(use.receiver)
    write(use.owner)
    write(use.labels)
    write(use.base)
    write(use.arguments)
    write(use.keeper)
    write(use.isKept)
    write(use.offset)
  }

  private mutating func write(_ arguments: [BlockFlow.Argument]) {
    write(arguments) { writer, argument in
      writer.write(argument.label)
      writer.write(argument.origin)
    }
  }

  private mutating func write(_ origin: BlockFlow.Origin?) {
    switch origin {
    case nil: write("none")
    case .type(let name):
      write("type")
      write(name)
    case .variable(let key):
      write("variable")
      write(key)
    case .call(let name, let arguments):
      write("call")
      write(name)
      write(arguments)
    case .member(let name, let base, let arguments):
      write("member")
      write(name)
      write(base)
      write(arguments != nil)
      write(arguments ?? [])
    case .own(let name, let type, let arguments):
      write("own")
      write(name)
      write(type)
      write(arguments != nil)
      write(arguments ?? [])
    case .element(let base):
      write("element")
      write(base)
    case .payload(let name, let base):
      write("payload")
      write(name)
      write(base)
    case .key(let inner):
      write("key")
      write(inner)
    case .either(let all):
      write("either")
      write(all) { $0.write($1) }
    case .parameter(let index):
      write("parameter")
      write(index)
    case .receiver: write("receiver")
    case .input(let name):
      write("input")
      write(name)
    case .unknown: write("unknown")
    }
  }

  private mutating func write(_ text: String?) {
    write(text.map { [$0] } ?? [])
  }

  private mutating func write(_ texts: [String]?) {
    write(texts != nil)
    if let texts { write(texts) }
  }
}

extension FieldReader {
  /// Reads the flow of some code.
  mutating func flow() throws(Malformed) -> BlockFlow {
    var flow = BlockFlow()
    flow.events = try list { reader throws(Malformed) in try reader.event() }
    flow.bodies = try list { reader throws(Malformed) in
      BlockFlow.Body(
        kind: try reader.useKind(), name: try reader.text(), owner: try reader.optionalText(),
        labels: try reader.optionalTexts(), keepsClosures: try reader.flag(),
        uses: try reader.uses(), defaults: try reader.uses(),
        held: try reader.uses())
    }
    flow.variables = try dictionary { reader throws(Malformed) in
      (try reader.text(), try reader.text())
    }
    flow.types = Set(try texts())
    flow.mutating = Set(try texts())
    flow.sources = try list { reader throws(Malformed) in
      BlockFlow.Source(
        key: try reader.text(), origin: try reader.origin(), isLocal: try reader.flag())
    }
    flow.mentions = try dictionary { reader throws(Malformed) in
      (try reader.text(), try reader.number())
    }
    flow.supertypes = try namesByType()
    flow.members = try namesByType()
    return flow
  }

  private mutating func namesByType() throws(Malformed) -> [String: Set<String>] {
    try dictionary { reader throws(Malformed) in (try reader.text(), Set(try reader.texts())) }
  }

  private mutating func event() throws(Malformed) -> BlockFlow.Event {
    let kind = try text()
    guard kind == "use" else {
      return .value(of: try text(), at: try offset(), isDeclaration: kind == "declaration")
    }
    let use = try use()
    let (statement, outermost, skippable) = (try span(), try span(), try optionalSpan())
    return .use(
      use,
      BlockFlow.Place(
        statement: statement, outermost: outermost, skippable: skippable))
  }

  private mutating func uses() throws(Malformed) -> [BlockFlow.Use] {
    try list { reader throws(Malformed) in try reader.use() }
  }

  private mutating func use() throws(Malformed) -> BlockFlow.Use {
    let (kind, name) = (try useKind(), try text())
    guard let role = BlockFlow.Use.Role(rawValue: try number()) else { throw Malformed() }
    return BlockFlow.Use(
      kind: kind, name: name, role: role, receiver: try optionalText(), owner: try optionalText(),
      labels: try optionalTexts(), base: try origin(), arguments: try arguments(),
      keeper: try optionalText(), isKept: try flag(), offset: try offset())
  }

  private mutating func arguments() throws(Malformed) -> [BlockFlow.Argument] {
    try list { reader throws(Malformed) in
      BlockFlow.Argument(label: try reader.text(), origin: try reader.origin())
    }
  }

  private mutating func origin() throws(Malformed) -> BlockFlow.Origin? {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw Malformed() }
    switch try text() {
    case "none": return nil
    case "type": return .type(try text())
    case "variable": return .variable(try text())
    case "call": return .call(try text(), try arguments())
    case "member":
      let (name, base) = (try text(), try origin())
      let (isCalled, arguments) = (try flag(), try arguments())
      return .member(name, of: base, isCalled ? arguments : nil)
    case "own":
      let (name, type) = (try text(), try text())
      let (isCalled, arguments) = (try flag(), try arguments())
      return .own(name, in: type, isCalled ? arguments : nil)
    case "element": return .element(of: try known(origin()))
    case "payload": return .payload(try text(), of: try origin())
    case "key": return .key(try origin())
    case "either":
      return .either(
        try list { reader throws(Malformed) in try reader.known(reader.origin()) })
    case "parameter": return .parameter(try number())
    case "receiver": return .receiver
    case "input": return .input(try text())
    case "unknown": return .unknown
    default: throw Malformed()
    }
  }

  private func known(_ origin: BlockFlow.Origin?) throws(Malformed) -> BlockFlow.Origin {
    guard let origin else { throw Malformed() }
    return origin
  }

  private mutating func useKind() throws(Malformed) -> BlockFlow.Use.Kind {
    guard let kind = BlockFlow.Use.Kind(rawValue: try number()) else { throw Malformed() }
    return kind
  }

  private mutating func optionalText() throws(Malformed) -> String? { try texts().first }

  private mutating func optionalTexts() throws(Malformed) -> [String]? {
    try flag() ? try texts() : nil
  }
}
