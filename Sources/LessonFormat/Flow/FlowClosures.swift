import SwiftSyntax

// What closures do, and where they are kept.

extension FlowReader {
  // MARK: Closures

  func readClosure(_ closure: ClosureExprSyntax) {
    readCaptures(of: closure)
    inScope(parameters(of: closure)) { readClosureBody(closure) }
  }

  /// What a closure does, and where its result comes from.
  private func readClosureBody(_ closure: ClosureExprSyntax) {
    let outer = frame.results
    frame.results = []
    readStatements(closure.statements)
    let returned = frame.results.map { Optional($0) }
    frame.results = outer
    let result = Origin.any(
      returned + [
        result(of: closure.statements), origin(of: closure.signature?.returnClause?.type),
      ])
    closureResults.updateValue(result, forKey: closure.id)
  }

  /// What a closure catches is read where it stands.
  func readCaptures(of closure: ClosureExprSyntax) {
    for capture in closure.signature?.capture?.items ?? [] {
      if let value = capture.initializer?.value {
        read(Syntax(value))
      } else if local(capture.name.plainText) == nil, capture.name.plainText != "self" {
        use(.name, capture.name.plainText, .glanced, at: capture)
      }
    }
  }

  func parameters(of closure: ClosureExprSyntax) -> [String: Local] {
    var names: [String: Local] = [:]
    let inputs = closureInputs
    closureInputs = [.unknown]
    func input(_ index: Int) -> Origin? {
      index < inputs.count ? inputs[index] : inputs.last ?? .unknown
    }
    for index in 0..<4 { names["$\(index)"] = Local(origin: input(index)) }
    switch closure.signature?.parameterClause {
    case .simpleInput(let list):
      for (index, parameter) in list.enumerated() {
        names[parameter.name.plainText] = Local(origin: input(index))
      }
    case .parameterClause(let clause):
      for (index, parameter) in clause.parameters.enumerated() {
        names[(parameter.secondName ?? parameter.firstName).plainText] = Local(
          type: parameter.type?.baseName,
          origin: parameter.type.map { origin(of: $0) } ?? input(index))
      }
    default: break
    }
    for capture in closure.signature?.capture?.items ?? [] {
      let name = capture.name.plainText
      let origin =
        capture.initializer.map { self.origin(of: $0.value) }
        ?? (local(name).map(\.origin) ?? .variable(name))
      names[name] = name == "self" ? nil : Local(origin: origin)
    }
    return names
  }

  /// Notes what runs another time, if what it is given to keeps it.
  func hold(_ uses: [BlockFlow.Use], by keeper: Keeper) {
    guard case .named(let name) = keeper else {
      frame.held += uses
      return
    }
    frame.held += uses.map { use in
      var use = use
      (use.keeper, use.isKept) = (name, true)
      return use
    }
  }

  /// Puts a closure aside, and notes what it does where it may run at once.
  func hold(_ closure: ClosureExprSyntax, by keeper: Keeper = .another) {
    if keeper == .nothing { return readClosure(closure) }
    readCaptures(of: closure)
    let inner = framed(frame.statements) {
      inScope(parameters(of: closure)) { readClosureBody(closure) }
    }
    hold(inner.uses + inner.held, by: keeper)
    if case .named(let name) = keeper {
      let before = frame.events.count
      frame.events += inner.events
      keepEvents(from: before, by: name)
    }
  }

  /// Reads a value that is put into a variable or brought back, and says what runs when that is used.
  func readKept(_ value: ExprSyntax) -> [BlockFlow.Use] {
    let outer = frame.held
    frame.held = []
    keepParts(value)
    let held = frame.held
    frame.held = outer
    return held + uses(heldBy: value)
  }

  func keepParts(_ value: ExprSyntax) {
    if let closure = value.as(ClosureExprSyntax.self) {
      hold(closure)
    } else if let name = value.as(DeclReferenceExprSyntax.self) {
      useName(name, .kept)
      escape(name)
    } else if let access = value.as(MemberAccessExprSyntax.self), access.base != nil {
      let before = frame.events.count
      readMember(access)
      // A method that is not called does not run.
      if frame.events.count > before, case .use(var use, let place) = frame.events.removeLast() {
        use.role = .kept
        frame.events.append(.use(use, place))
      }
    } else if let list = value.as(ArrayExprSyntax.self) {
      for element in list.elements { keepParts(element.expression) }
    } else if let tuple = value.as(TupleExprSyntax.self) {
      for element in tuple.elements { keepParts(element.expression) }
    } else if let pairs = value.as(DictionaryExprSyntax.self),
      case .elements(let elements) = pairs.content
    {
      for element in elements {
        read(Syntax(element.key))
        keepParts(element.value)
        useImplicitly(.hashing, of: element.key)
      }
    } else if let sequence = value.as(SequenceExprSyntax.self),
      sequence.elements.contains(where: \.isClosureOfChoice)
    {
      for element in sequence.elements {
        if let choice = element.as(UnresolvedTernaryExprSyntax.self) {
          keepParts(choice.thenExpression)
        } else {
          keepParts(element)
        }
      }
    } else {
      read(Syntax(value))
    }
  }

  /// What a value holds that was put aside before: in another variable, or by what brought it.
  func uses(heldBy value: ExprSyntax) -> [BlockFlow.Use] {
    func held(_ kind: BlockFlow.Use.Kind, _ name: String, _ labels: [String]?) -> [BlockFlow.Use] {
      [
        BlockFlow.Use(
          kind: kind, name: name, role: .held, owner: owner, labels: labels,
          offset: value.codeSpan.start)
      ]
    }
    if let name = value.as(DeclReferenceExprSyntax.self) {
      return local(name.baseName.plainText)?.uses ?? held(.name, name.baseName.plainText, nil)
    }
    switch value.as(ExprSyntaxEnum.self) {
    case .arrayExpr(let list): return list.elements.flatMap { uses(heldBy: $0.expression) }
    case .tupleExpr(let tuple): return tuple.elements.flatMap { uses(heldBy: $0.expression) }
    case .dictionaryExpr(let dictionary):
      guard case .elements(let elements) = dictionary.content else { return [] }
      return elements.flatMap { uses(heldBy: $0.value) }
    case .subscriptCallExpr(let access): return uses(heldBy: access.calledExpression)
    case .forceUnwrapExpr(let inner): return uses(heldBy: inner.expression)
    case .optionalChainingExpr(let inner): return uses(heldBy: inner.expression)
    case .tryExpr(let inner): return uses(heldBy: inner.expression)
    case .awaitExpr(let inner): return uses(heldBy: inner.expression)
    case .memberAccessExpr(let access):
      // `fs.first` and `pair.0` are what the variable holds.
      let isPart =
        LibraryCalls.elements.contains(access.declName.baseName.text)
        || access.declName.baseName.text.allSatisfy(\.isNumber)
      if isPart, let base = access.base { return uses(heldBy: base) }
    default: break
    }
    guard let call = value.as(FunctionCallExprSyntax.self) else {
      if let access = value.as(MemberAccessExprSyntax.self), access.base != nil {
        if access.declName.baseName.text == "init", let type = access.base?.typeName {
          return held(.initializer, type, nil)
        }
        return held(.member, access.declName.baseName.plainText, nil)
      }
      return []
    }
    let labels = call.arguments.map { $0.label?.plainText ?? "_" }
    if let name = call.calledExpression.as(DeclReferenceExprSyntax.self) {
      return local(name.baseName.plainText)?.uses ?? held(.name, name.baseName.plainText, labels)
    }
    if let access = call.calledExpression.as(MemberAccessExprSyntax.self) {
      return held(.member, access.declName.baseName.plainText, labels)
    }
    return []
  }

  /// Notes what runs when a variable is used.
  func keep(_ held: [BlockFlow.Use], inVariable name: String) {
    guard var local = local(name) else { return keep(held, in: name) }
    local.uses += held
    for index in scopes.indices.reversed() where scopes[index][name] != nil {
      scopes[index][name] = local
      break
    }
  }

  /// Notes what runs when a global variable is used.
  func keep(_ held: [BlockFlow.Use], in variable: String) {
    guard !held.isEmpty else { return }
    flow.bodies.append(
      BlockFlow.Body(kind: .name, name: variable, owner: nil, labels: nil, held: held))
  }
}
