import SwiftSyntax

// What expressions do.

extension FlowReader {
  // MARK: Expressions

  func readMember(_ access: MemberAccessExprSyntax, labels: [String]? = nil) {
    let name = access.declName.baseName.plainText
    guard let base = access.base else {
      // The type is known to the compiler alone.
      let isInitializer = name == "init"
      return use(
        isInitializer ? .initializer : .member, isInitializer ? expectedType ?? name : name,
        labels: labels, at: access.declName)
    }
    if name == "self" { return read(Syntax(base)) }
    let receiver = type(of: base)
    // Of a value of which only a part is looked at, nothing runs.
    if let variable = base.as(DeclReferenceExprSyntax.self), labels == nil, !variable.isTypeName {
      // A task brings its value once it has run.
      useName(variable, ["value", "result"].contains(name) ? .runs : .glanced)
    } else if let type = base.as(DeclReferenceExprSyntax.self), type.isTypeName {
      // Its name makes no value.
    } else {
      read(Syntax(base))
    }
    let made = access.base.flatMap { $0.as(DeclReferenceExprSyntax.self) }
    if name == "init", let made {
      return use(.initializer, made.baseName.plainText, labels: labels, at: access.declName)
    }
    use(
      .member, name, receiver: receiver, labels: labels ?? access.declName.argumentNames?.labels,
      at: access.declName)
  }

  func readCall(_ call: FunctionCallExprSyntax) {
    let labels =
      call.arguments.map { $0.label?.plainText ?? "_" }
      + (call.trailingClosure == nil ? [] : ["_"])
      + call.additionalTrailingClosures.map(\.label.plainText)
    let called = call.calledExpression
    if let name = called.as(DeclReferenceExprSyntax.self) {
      useName(name, labels: labels)
      if local(name.baseName.plainText) == nil, !name.isTypeName {
        use(
          .member, "callAsFunction", receiver: "$" + name.baseName.plainText, labels: labels,
          at: name)
      }
    } else if let access = called.as(MemberAccessExprSyntax.self) {
      readMember(access, labels: labels)
    } else if let made = called.as(GenericSpecializationExprSyntax.self) {
      if let name = made.expression.as(DeclReferenceExprSyntax.self) {
        useName(name, labels: labels)
      } else {
        read(Syntax(made.expression))
      }
    } else {
      let before = frame.held.count
      read(Syntax(called))
      // `make()()` calls what `make` brings.
      for var use in uses(heldBy: called) + frame.held[before...] {
        use.offset = called.codeSpan.start
        add(use)
      }
    }
    let keeper = keeper(called)
    for argument in call.arguments { readArgument(argument.expression, of: keeper) }
    for closure in [call.trailingClosure].compactMap({ $0 })
      + call.additionalTrailingClosures.map(\.closure)
    {
      hold(closure, by: keeper)
    }
  }

  func readArgument(_ value: ExprSyntax, of keeper: Keeper) {
    if let closure = value.as(ClosureExprSyntax.self) { return hold(closure, by: keeper) }
    guard let name = value.as(DeclReferenceExprSyntax.self), keeper != .nothing else {
      read(Syntax(value))
      return useDescription(of: value)
    }
    // A variable is read now, what it or a function does may wait.
    useName(name, .kept)
    if case .named(let called) = keeper {
      let before = frame.events.count
      useName(name)
      keepEvents(from: before, by: called)
    }
    hold(uses(heldBy: value), by: keeper)
    useDescription(of: value)
  }

  /// What becomes of the closures that something is called with.
  enum Keeper: Equatable {
    /// They run at once.
    case nothing
    /// They run at once, unless what has the name is of the lesson and keeps them.
    case named(String)
    /// They run another time.
    case another
  }

  func keeper(_ called: ExprSyntax) -> Keeper {
    let later: Set = [
      "Task", "detached", "async", "asyncAfter", "atexit", "addTask", "append", "insert", "Thread",
      "scheduledTimer", "detachNewThread", "notify", "AnyIterator", "AnySequence", "AsyncStream",
      "AsyncThrowingStream", "sequence",
    ]
    if let name = called.as(DeclReferenceExprSyntax.self) {
      let text = name.baseName.plainText
      return later.contains(text) ? .another : .named(text)
    }
    if let made = called.as(GenericSpecializationExprSyntax.self) { return keeper(made.expression) }
    guard let access = called.as(MemberAccessExprSyntax.self) else { return .nothing }
    let text = access.declName.baseName.plainText
    if later.contains(text) || access.base?.isLazy == true { return .another }
    if text == "init", let type = access.base?.as(DeclReferenceExprSyntax.self) {
      return .named(type.baseName.plainText)
    }
    return .named(text)
  }

  /// Marks what was noted last as given to what may keep it.
  func keepEvents(from first: Int, by keeper: String) {
    for index in frame.events.indices[first...] {
      guard case .use(var use, let place) = frame.events[index] else { continue }
      if use.keeper == nil { use.keeper = keeper }
      frame.events[index] = .use(use, place)
    }
  }

  func readSequence(_ sequence: SequenceExprSyntax) {
    let elements = Array(sequence.elements)
    guard elements.count >= 3, elements[1].is(AssignmentExprSyntax.self) else {
      for (index, element) in elements.enumerated() {
        guard let infix = element.as(BinaryOperatorExprSyntax.self) else {
          read(Syntax(element))
          continue
        }
        let sides = [index - 1, index + 1].filter(elements.indices.contains).map {
          type(of: elements[$0])
        }
        let receiver =
          sides.allSatisfy { $0.map(Self.isPlain) ?? false } ? sides.first ?? nil : nil
        use(.infix, infix.operator.text, receiver: receiver, at: infix)
      }
      return
    }
    let value = Array(elements[2...])
    for element in value.dropLast() { read(Syntax(element)) }
    guard let last = value.last else { return }
    let held = readKept(last)
    assign(elements[0], held + value.dropLast().flatMap(uses(heldBy:)))
  }

  func assign(_ target: ExprSyntax, _ held: [BlockFlow.Use]) {
    if let name = target.as(DeclReferenceExprSyntax.self) {
      let text = name.baseName.plainText
      if var local = local(text) {
        local.uses += held
        for index in scopes.indices.reversed() where scopes[index][text] != nil {
          scopes[index][text] = local
          break
        }
        return
      }
      keep(held, in: text)
      giveValue(text, at: name, isDeclaration: false)
      use(.observer, text, at: name)
    } else if let tuple = target.as(TupleExprSyntax.self) {
      for element in tuple.elements { assign(element.expression, []) }
    } else if !target.is(DiscardAssignmentExprSyntax.self) {
      // A part of a value is changed.
      read(Syntax(target))
      if let name = target.base { keep(held, in: name) } else { frame.held += held }
    }
  }

  // MARK: Types

  static func isPlain(_ type: String) -> Bool {
    ["Int", "Double", "String", "Bool", "Array", "Dictionary", "Float", "Set"].contains(type)
  }

  /// The type of a value, where its syntax tells.
  func type(of value: ExprSyntax) -> String? {
    switch value.as(ExprSyntaxEnum.self) {
    case .integerLiteralExpr: return "Int"
    case .floatLiteralExpr: return "Double"
    case .stringLiteralExpr: return "String"
    case .booleanLiteralExpr: return "Bool"
    case .arrayExpr: return "Array"
    case .dictionaryExpr: return "Dictionary"
    case .tryExpr(let inner): return type(of: inner.expression)
    case .awaitExpr(let inner): return type(of: inner.expression)
    case .forceUnwrapExpr(let inner): return type(of: inner.expression)
    case .optionalChainingExpr(let inner): return type(of: inner.expression)
    case .tupleExpr(let tuple):
      return tuple.elements.count == 1
        ? tuple.elements.first.flatMap { type(of: $0.expression) } : nil
    case .declReferenceExpr(let name):
      let text = name.baseName.plainText
      if text == "self" || text == "Self" || text == "super" { return owner }
      if let local = local(text) { return local.type }
      return name.isTypeName ? text : "$" + text
    case .functionCallExpr(let call):
      if let name = call.calledExpression.as(DeclReferenceExprSyntax.self), name.isTypeName {
        return name.baseName.plainText
      }
      if let made = call.calledExpression.as(GenericSpecializationExprSyntax.self),
        let name = made.expression.as(DeclReferenceExprSyntax.self)
      {
        return name.baseName.plainText
      }
      return nil
    default: return nil
    }
  }
}
