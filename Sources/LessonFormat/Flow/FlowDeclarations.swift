import SwiftSyntax

// What declarations bind, and what runs when it is used.

extension FlowReader {
  // MARK: Bindings

  func readBinding(_ binding: OptionalBindingConditionSyntax) {
    var origin: Origin?
    if let value = binding.initializer?.value {
      read(Syntax(value))
      origin = self.origin(of: value)
    } else if let name = binding.pattern.as(IdentifierPatternSyntax.self) {
      let text = name.identifier.plainText
      if let local = local(text) {
        add(local.uses, at: name.codeSpan.start)
        origin = local.origin
      } else {
        use(.name, text, at: name)
        origin = .any([.variable(text), owner.map { .own(text, in: $0, nil) }])
      }
    }
    readPattern(binding.pattern, origin)
  }

  /// What a `guard` binds is there for all that follows; at the top level it is global.
  func readGuard(_ statement: GuardStmtSyntax) {
    let isTopLevel = isTopLevel
    if isTopLevel { scopes.append([:]) }
    readChildren(statement.conditions)
    let bound = isTopLevel ? scopes.removeLast() : [:]
    for (name, local) in bound.sorted(by: { $0.key < $1.key }) {
      flow.variables[name] = ""
      note(local.origin, for: name)
      giveValue(name, at: statement)
    }
    read(Syntax(statement.body))
  }

  func readVariables(_ declaration: VariableDeclSyntax) {
    for binding in declaration.bindings {
      let names = binding.pattern.names
      let isAlone = binding.pattern.is(IdentifierPatternSyntax.self)
      let type =
        isAlone
        ? binding.typeAnnotation?.type.baseName
          ?? binding.initializer.flatMap { self.type(of: $0.value) }
        : nil
      expectedType = isAlone ? binding.typeAnnotation?.type.baseName : nil
      defer { expectedType = nil }
      closureInputs = [binding.typeAnnotation.map { inputOrigin(of: $0.type) } ?? .unknown]
      if isTopLevel {
        readGlobal(declaration, binding, names, type)
        for name in names { noteValue(of: binding, for: name, named: name) }
      } else {
        readLocal(declaration, binding, names, type)
      }
      closureInputs = [.unknown]
      if let value = binding.initializer?.value, let written = binding.typeAnnotation?.type {
        useLiterals(in: value, as: origin(of: written))
        if value.is(ArrayExprSyntax.self), written.baseName == "Set" {
          useImplicitly(.hashing, of: .any([origin(of: written), origin(of: value)]), at: value)
        }
      }
    }
  }

  private func readLocal(
    _ declaration: VariableDeclSyntax, _ binding: PatternBindingSyntax, _ names: [String],
    _ type: String?
  ) {
    var uses = binding.initializer.map { readKept($0.value) } ?? []
    var key: (String) -> String? = { [offset = binding.codeSpan.start] in "\($0)@\(offset)" }
    if let block = binding.accessorBlock {
      let inner = framed { inScope { readAccessors(block) } }
      uses += inner.uses + inner.held
      if binding.initializer == nil, block.isComputed {
        for name in names {
          bind(name, Local(type: type, uses: uses, origin: .any(inner.results)))
        }
        return
      }
    }
    for wrapper in declaration.wrappers {
      use(.name, wrapper, labels: ["wrappedValue"], at: binding.pattern)
      uses.append(
        BlockFlow.Use(
          kind: .member, name: "wrappedValue", receiver: wrapper,
          offset: binding.pattern.codeSpan.start))
      key = { _ in nil }
    }
    for name in names {
      guard let key = key(name) else {
        bind(name, Local(type: type, uses: uses))
        continue
      }
      noteValue(of: binding, for: key, named: name)
      bind(
        name,
        Local(type: type, uses: uses, origin: .variable(key), key: key, frame: frame.id))
    }
  }

  /// Notes where the first value of a variable comes from.
  private func noteValue(of binding: PatternBindingSyntax, for key: String, named name: String) {
    let isAlone = binding.pattern.is(IdentifierPatternSyntax.self)
    let value = binding.initializer.flatMap { value in
      // Of two tuples each element belongs to another.
      if let names = binding.pattern.as(TuplePatternSyntax.self)?.elements.map(\.pattern.names),
        let values = value.value.as(TupleExprSyntax.self)?.elements.map(\.expression),
        names.count == values.count, let index = names.firstIndex(of: [name])
      {
        origin(of: values[index])
      } else {
        origin(of: value.value)
      }
    }
    if isTopLevel { heldSoFar.updateValue(value, forKey: name) }
    if isAlone, let written = binding.typeAnnotation?.type {
      note(origin(of: written), for: OriginKey.written(key))
    }
    note(value, for: key)
    guard let tuple = binding.initializer?.value.as(TupleExprSyntax.self), isAlone else { return }
    for (index, element) in tuple.elements.enumerated() {
      for part in [String(index), element.label?.plainText].compactMap({ $0 }) {
        note(origin(of: element.expression), for: OriginKey.member(part, of: key))
      }
    }
  }

  func readGlobal(
    _ declaration: VariableDeclSyntax, _ binding: PatternBindingSyntax, _ names: [String],
    _ type: String?
  ) {
    for name in names { flow.variables[name] = type ?? "" }
    if let accessors = binding.accessorBlock, let name = names.first {
      if binding.initializer == nil, accessors.isComputed {
        flow.variables[name] = nil
        addBody(.name, name) { readAccessors(accessors, .reading) }
        addBody(.observer, name) { readAccessors(accessors, .writing) }
        if let written = binding.typeAnnotation?.type {
          note(origin(of: written), for: OriginKey.written(name))
        }
        return
      }
      addBody(.observer, name) { readAccessors(accessors, .writing) }
    }
    if let value = binding.initializer?.value {
      let held = readKept(value)
      for name in names {
        keep(held, in: name)
        giveValue(name, at: binding.pattern)
      }
    } else if binding.typeAnnotation?.type.isOptional == true,
      declaration.bindingSpecifier.tokenKind == .keyword(.var)
        || !declaration.attributes.isEmpty
    {
      for name in names { giveValue(name, at: binding.pattern) }
    }
  }

  /// Which accessors are read.
  enum AccessorChoice {
    case all, reading, writing
  }

  func readAccessors(_ block: AccessorBlockSyntax, _ choice: AccessorChoice = .all) {
    switch block.accessors {
    case .getter(let statements): if choice != .writing { readResult(statements) }
    case .accessors(let accessors):
      for accessor in accessors where choice == .all || accessor.isReading == (choice == .reading) {
        let name = accessor.parameters?.name.plainText
        inScope(
          Dictionary(
            uniqueKeysWithValues: Set(["newValue", "oldValue", name].compactMap { $0 })
              .map { ($0, Local()) })
        ) {
          if let statements = accessor.body?.statements { readResult(statements) }
        }
      }
    @unknown default: break
    }
  }

  /// Statements whose value is brought back.
  func readResult(_ statements: CodeBlockItemListSyntax) {
    inScope {
      if statements.count == 1, let only = statements.first?.item.as(ExprSyntax.self) {
        frame.held += readKept(only)
        bring(only)
      } else {
        readStatements(statements)
        for statement in statements {
          if let value = statement.item.as(ReturnStmtSyntax.self)?.expression {
            frame.held += uses(heldBy: value)
            // It has been read as if it ran here.
            if value.is(ClosureExprSyntax.self) { dropUses(in: value.codeSpan) }
          }
        }
      }
    }
  }

  /// A closure that is returned does not run before.
  func dropUses(in span: CodeSpan) {
    let isInside = { (event: BlockFlow.Event) -> Bool in
      guard case .use(let use, _) = event else { return false }
      return span.start <= use.offset && use.offset < span.end
    }
    for event in frame.events where isInside(event) {
      if case .use(let use, _) = event { frame.held.append(use) }
    }
    frame.events.removeAll(where: isInside)
  }

  // MARK: Declarations

  func readFunction(
    _ signature: FunctionSignatureSyntax, _ body: CodeBlockSyntax?, isLocal: Bool = false
  ) {
    bindParameters(signature.parameterClause, isLocal: isLocal)
    if let body { readResult(body.statements) }
  }

  func bindParameters(_ clause: FunctionParameterClauseSyntax, isLocal: Bool = false) {
    for (index, parameter) in clause.parameters.enumerated() {
      useBuilders(parameter.attributes)
      // A function that is given brings what its type says.
      var origin = origin(of: parameter.type)
      if origin != nil { origin = .any([origin, isLocal ? .unknown : .parameter(index)]) }
      bind(
        (parameter.secondName ?? parameter.firstName).plainText,
        Local(type: parameter.type.baseName, origin: origin))
    }
  }

  /// Notes what closures get that a function is given.
  func noteInputs(of signature: FunctionSignatureSyntax, to name: String) {
    for parameter in signature.parameterClause.parameters {
      if let origin = inputOrigin(of: parameter.type) { note(origin, for: OriginKey.input(name)) }
    }
  }

  func defaults(of signature: FunctionSignatureSyntax) -> [BlockFlow.Use] {
    body {
      for parameter in signature.parameterClause.parameters {
        if let value = parameter.defaultValue?.value { read(Syntax(value)) }
      }
    }.uses
  }

  func readDeclaration(_ function: FunctionDeclSyntax) {
    guard scopes.isEmpty else { return }
    let isOperator = if case .identifier = function.name.tokenKind { false } else { true }
    noteInputs(of: function.signature, to: function.name.plainText)
    addBody(
      isOperator ? .infix : .name, function.name.plainText,
      function.signature
    ) {
      useBuilders(function.attributes)
      readFunction(function.signature, function.body)
    }
    if isOperator, owner == nil, function.genericParameterClause == nil {
      // An operator belongs to the type of its operands.
      let operand = function.signature.parameterClause.parameters.first?.type.baseName
      flow.bodies[flow.bodies.count - 1].owner = operand
    }
  }

  func readType(
    _ name: String, _ declaration: some DeclGroupSyntax, _ inherited: InheritanceClauseSyntax?
  ) {
    let outer = (owner, scopes)
    (owner, scopes) = (name, [])
    defer { (owner, scopes) = outer }
    if !declaration.is(ExtensionDeclSyntax.self) { flow.types.insert(name) }
    let supertypes = inherited?.inheritedTypes.map { $0.type.baseName ?? "" } ?? []
    flow.supertypes[name, default: []].formUnion(supertypes.filter { !$0.isEmpty })
    for member in declaration.memberBlock.members { readMember(member.decl, of: name) }
  }

  func readMember(_ declaration: DeclSyntax, of type: String) {
    func note(_ member: String) { flow.members[type, default: []].insert(member) }
    switch declaration.as(DeclSyntaxEnum.self) {
    case .functionDecl(let function):
      let isOperator = if case .identifier = function.name.tokenKind { false } else { true }
      if !isOperator { note(function.name.plainText) }
      noteInputs(of: function.signature, to: function.name.plainText)
      if function.modifiers.contains(where: { $0.name.tokenKind == .keyword(.mutating) }) {
        flow.mutating.insert(function.name.plainText)
      }
      addBody(
        isOperator ? .infix : .member, function.name.plainText,
        function.signature
      ) {
        useBuilders(function.attributes)
        readFunction(function.signature, function.body)
      }
    case .initializerDecl(let initializer):
      noteInputs(of: initializer.signature, to: type)
      addBody(
        .initializer, type, initializer.signature
      ) { readFunction(initializer.signature, initializer.body) }
    case .deinitializerDecl(let deinitializer):
      addBody(.member, "deinit") {
        if let statements = deinitializer.body?.statements { readStatements(statements) }
      }
    case .subscriptDecl(let access): readSubscript(access, of: type)
    case .variableDecl(let variable):
      for binding in variable.bindings {
        for name in binding.pattern.names {
          note(name)
          readProperty(name, binding, of: variable, in: type)
        }
      }
    case .enumCaseDecl(let cases):
      for element in cases.elements {
        note(element.name.plainText)
        let parameters = element.parameterClause.map { Array($0.parameters) } ?? []
        let origin = Origin.any(parameters.map { self.origin(of: $0.type) })
        self.note(origin, for: OriginKey.payload(element.name.plainText, of: type))
        self.note(origin, for: OriginKey.parts(of: type))
      }
    default: read(Syntax(declaration))
    }
  }

  private func readProperty(
    _ name: String, _ binding: PatternBindingSyntax, of variable: VariableDeclSyntax,
    in type: String
  ) {
    let isStatic = variable.modifiers.contains {
      [.keyword(.static), .keyword(.class)].contains($0.name.tokenKind)
    }
    if let accessors = binding.accessorBlock {
      addBody(.member, name) {
        useBuilders(variable.attributes)
        readAccessors(accessors, .reading)
      }
      addBody(.observer, name) { readAccessors(accessors, .writing) }
    }
    if let written = binding.typeAnnotation?.type {
      if written.isOptional { optionalMembers.insert(name) }
      note(
        origin(of: written), for: OriginKey.written(OriginKey.member(name, of: type)))
    }
    if binding.accessorBlock?.isComputed != true {
      note(nil, for: OriginKey.member(name, of: type))
      if !isStatic, let written = binding.typeAnnotation?.type {
        note(origin(of: written), for: OriginKey.parts(of: type))
      }
    }
    for wrapper in variable.wrappers {
      addBody(.member, name) {
        use(.member, "wrappedValue", receiver: wrapper, at: binding.pattern)
      }
      addBody(.observer, name) {
        use(.observer, "wrappedValue", receiver: wrapper, at: binding.pattern)
      }
      addBody(.member, "$" + name) {
        use(.member, "projectedValue", receiver: wrapper, at: binding.pattern)
      }
      addBody(.initializer, type) {
        use(.name, wrapper, labels: ["wrappedValue"], at: binding.pattern)
      }
    }
    guard let value = binding.initializer?.value else { return }
    let isLazy = variable.modifiers.contains {
      [.keyword(.lazy), .keyword(.static), .keyword(.class)].contains($0.name.tokenKind)
    }
    // Others get their values when one of the type is made.
    closureInputs = [binding.typeAnnotation.map { inputOrigin(of: $0.type) } ?? .unknown]
    addBody(isLazy ? .member : .initializer, isLazy ? name : type) {
      frame.held += readKept(value)
      let held = origin(of: value)
      note(held, for: OriginKey.member(name, of: type))
      if !isStatic, binding.typeAnnotation == nil {
        note(held, for: OriginKey.parts(of: type))
      }
      useLiterals(in: value, as: origin(of: binding.typeAnnotation?.type))
    }
    closureInputs = [.unknown]
  }

  private func readSubscript(_ access: SubscriptDeclSyntax, of type: String) {
    note(origin(of: access.returnClause.type), for: OriginKey.elements(of: type))
    func read(_ choice: AccessorChoice) {
      bindParameters(access.parameterClause)
      if let accessors = access.accessorBlock { readAccessors(accessors, choice) }
    }
    if access.parameterClause.parameters.first?.firstName.plainText == "dynamicMember" {
      addBody(.member, ImplicitCalls.dynamicMember) { read(.reading) }
    }
    addBody(.index, "") { read(.reading) }
    addBody(.observer, "subscript") { read(.writing) }
  }
}
