import SwiftSyntax

// What expressions do.

extension FlowReader {
  // MARK: Expressions

  /// - Parameter onlyLooks: Whether nothing runs that the elements of the base hold.
  func readMember(
    _ access: MemberAccessExprSyntax, labels: [String]? = nil, onlyLooks: Bool = false
  ) {
    let name = access.declName.baseName.plainText
    guard let base = access.base else {
      // The type is known to the compiler alone.
      let isInitializer = name == "init"
      return use(
        isInitializer ? .initializer : .member, isInitializer ? expectedType ?? name : name,
        labels: labels, at: access.declName)
    }
    if name == "self" { return read(Syntax(base)) }
    let receiver = onlyLooks ? nil : type(of: base)
    // Of a value of which only a part is looked at, nothing runs.
    if let variable = base.as(DeclReferenceExprSyntax.self), !variable.isTypeName,
      labels == nil || onlyLooks || LibraryCalls.onlyMoves(name)
    {
      // A task brings its value once it has run.
      useName(variable, ["value", "result"].contains(name) ? .runs : .glanced)
    } else if let type = base.as(DeclReferenceExprSyntax.self), type.isTypeName {
      // Its name makes no value.
    } else {
      read(Syntax(base))
    }
    let made = access.base.flatMap { $0.as(DeclReferenceExprSyntax.self) }
    if name == "init", let made {
      let type = ["self", "Self", "super"].contains(made.baseName.text) ? owner : nil
      return use(
        .initializer, type ?? made.baseName.plainText, labels: labels, at: access.declName)
    }
    // `Outer.Inner()` makes one of the inner type.
    if labels != nil, access.declName.isTypeName {
      use(.initializer, name, labels: labels, at: access.declName)
    }
    if labels == nil, base.typeName == nil { hand(nil, to: name, of: origin(of: base), at: access) }
    use(
      .member, name, receiver: receiver, labels: labels ?? access.declName.argumentNames?.labels,
      base: receiver == nil ? origin(of: base) : nil, at: access.declName)
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
      readMember(access, labels: labels, onlyLooks: call.onlyLooksAtElements)
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
    readArguments(of: call)
    handArguments(of: call, labels)
  }

  private func readArguments(of call: FunctionCallExprSyntax) {
    let called = call.calledExpression
    let keeper = keeper(called)
    let access = called.as(MemberAccessExprSyntax.self)
    let base = access?.base.flatMap { $0.typeName == nil ? origin(of: $0) : nil }
    let name =
      access?.declName.baseName.plainText
      ?? called.as(DeclReferenceExprSyntax.self)?.baseName.plainText
    let element: Origin? = base.map(Origin.element)
    var given: [Origin?] = [name.map { .input($0) }]
    let held = frame.held.count
    func expectInput() {
      if name == "reduce" {
        closureInputs = [.any(given), element]
      } else if access?.base?.isEnumerated == true {
        closureInputs = [element, .any([element] + given)]
      } else {
        closureInputs = [.any([element] + given)]
      }
    }
    for argument in call.arguments {
      expectInput()
      readArgument(argument.expression, of: keeper)
      if !argument.expression.is(ClosureExprSyntax.self) {
        given.append(origin(of: argument.expression))
      }
    }
    for closure in [call.trailingClosure].compactMap({ $0 })
      + call.additionalTrailingClosures.map(\.closure)
    {
      expectInput()
      hold(closure, by: keeper)
    }
    closureInputs = [.unknown]
    if let name, LibraryCalls.keeping.contains(name), let variable = access?.base?.base {
      keep(Array(frame.held[held...]), inVariable: variable)
    }
  }

  /// What is called is handed its arguments, and a method also the value whose it is.
  private func handArguments(of call: FunctionCallExprSyntax, _ labels: [String]) {
    let called = call.calledExpression
    let arguments = arguments(of: call)
    for argument in call.arguments { useObservers(ofChanged: argument.expression) }
    if let access = called.as(MemberAccessExprSyntax.self) {
      let name = access.declName.baseName.plainText
      if name == "init", let type = access.base?.typeName {
        return hand(arguments, to: type, at: call)
      }
      guard let base = access.base else { return }
      hand(arguments, to: name, of: origin(of: base) ?? .either([]), at: access.declName)
      guard base.typeName == nil else { return }
      useObservers(of: base, by: name)
      if LibraryCalls.keeping.contains(name) { escape(call) }
      noteChange(of: base, by: name, arguments)
      useImplicitly(
        .call, of: .member(name, of: origin(of: base), nil), labels: labels, at: access.declName)
    } else if let name = called.as(DeclReferenceExprSyntax.self) {
      let text = name.baseName.plainText
      if let local = local(text) {
        useImplicitly(.call, of: local.origin, labels: labels, at: name)
      } else {
        if name.isTypeName || LibraryCalls.keeping.contains(text) { escape(call) }
        hand(arguments, to: text, at: call)
        if !name.isTypeName {
          useImplicitly(.call, of: .variable(text), labels: labels, at: name)
        }
      }
    } else if let made = called.as(GenericSpecializationExprSyntax.self) {
      if let name = made.expression.as(DeclReferenceExprSyntax.self) {
        hand(arguments, to: name.baseName.plainText, at: call)
      }
    } else {
      useImplicitly(.call, of: origin(of: called), labels: labels, at: called)
      if called.is(ArrayExprSyntax.self) || called.is(DictionaryExprSyntax.self) {
        hand(arguments, to: "Array", at: call)
      }
    }
  }

  private func escape(_ call: FunctionCallExprSyntax) {
    for argument in call.arguments {
      if let name = argument.expression.as(DeclReferenceExprSyntax.self) { escape(name) }
    }
  }

  private func useObservers(ofChanged argument: ExprSyntax) {
    guard let target = argument.as(InOutExprSyntax.self) else { return }
    useObservers(of: target.expression)
  }

  func readArgument(_ value: ExprSyntax, of keeper: Keeper) {
    if let closure = value.as(ClosureExprSyntax.self) { return hold(closure, by: keeper) }
    guard let name = value.as(DeclReferenceExprSyntax.self), keeper != .nothing else {
      read(Syntax(value))
      guard value.isPartOfVariable else { return }
      // What it holds may run.
      let held = uses(heldBy: value)
      hold(held, by: keeper)
      guard case .named(let called) = keeper else { return }
      let before = frame.events.count
      add(held, at: value.codeSpan.start)
      return keepEvents(from: before, by: called)
    }
    if name.baseName.text.isOperator {
      use(.infix, name.baseName.text, operands: closureInputs, at: name)
      return hand(closureInputs, toOperator: name.baseName.text, at: name)
    }
    // A variable is read now, what it or a function does may wait.
    useName(name, .kept)
    if case .named(let called) = keeper {
      let before = frame.events.count
      useName(name)
      keepEvents(from: before, by: called)
    }
    hold(uses(heldBy: value), by: keeper)
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
        let places = [index - 1, index + 1].filter(elements.indices.contains)
        if ["==", "!="].contains(infix.operator.text),
          places.contains(where: { elements[$0].is(NilLiteralExprSyntax.self) })
        {
          // Whether there is a value is asked of none.
          continue
        }
        let sides = places.map { type(of: elements[$0]) }
        let receiver =
          sides.allSatisfy { $0.map(Self.isPlain) ?? false } ? sides.first ?? nil : nil
        let operands = places.map { self.origin(of: elements[$0]) }
        use(.infix, infix.operator.text, receiver: receiver, operands: operands, at: infix)
        hand(operands, toOperator: infix.operator.text, at: infix)
        if infix.operator.text.hasSuffix("="), index == 1,
          ImplicitUse.comparison(by: infix.operator.text) == nil
        {
          useObservers(of: elements[0])
          note(operands.last ?? nil, in: elements[0])
        }
      }
      useOperandLiterals(of: elements)
      return
    }
    let target = origin(of: elements[0])
    let value = Array(elements[2...])
    for element in value.dropLast() { read(Syntax(element)) }
    guard let last = value.last else { return }
    let held = readKept(last)
    for element in value { useLiterals(in: element, as: target) }
    releaseValue(of: elements[0], isNil: last.is(NilLiteralExprSyntax.self))
    assign(elements[0], held + value.dropLast().flatMap(uses(heldBy:)))
    let origin = origin(of: ExprSyntax(sequence))
    note(origin, in: elements[0])
    if let name = elements[0].as(DeclReferenceExprSyntax.self)?.baseName.plainText {
      if isTopLevel {
        heldSoFar.updateValue(origin, forKey: name)
      } else {
        heldSoFar.removeValue(forKey: name)
      }
    }
  }

  /// A literal beside a value becomes one of its type.
  private func useOperandLiterals(of elements: [ExprSyntax]) {
    let operands = elements.filter { !$0.is(BinaryOperatorExprSyntax.self) }
    guard operands.contains(where: \.isPlainLiteral) else { return }
    let origin = Origin.any(operands.map { self.origin(of: $0) })
    for operand in operands { useLiterals(in: operand, as: origin) }
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
      useObservers(of: target)
    } else if let tuple = target.as(TupleExprSyntax.self) {
      for element in tuple.elements { assign(element.expression, []) }
    } else if !target.is(DiscardAssignmentExprSyntax.self) {
      readChanged(target)
      useObservers(of: target)
      if let name = target.base { keep(held, in: name) } else { frame.held += held }
    }
  }

  /// Of a value of which a part is changed, nothing runs that it holds.
  private func readChanged(_ target: ExprSyntax) {
    if let name = target.as(DeclReferenceExprSyntax.self) {
      useName(name, .glanced)
    } else if let access = target.as(MemberAccessExprSyntax.self), let base = access.base {
      if base.typeName != nil {
        readMember(access)
      } else if base.is(DeclReferenceExprSyntax.self) {
        readChanged(base)
      } else {
        read(Syntax(base))
      }
    } else {
      read(Syntax(target))
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
