import SwiftSyntax

// What declarations bind, and what runs when it is used.

extension FlowReader {
  // MARK: Bindings

  func readBinding(_ binding: OptionalBindingConditionSyntax) {
    if let value = binding.initializer?.value {
      read(Syntax(value))
    } else if let name = binding.pattern.as(IdentifierPatternSyntax.self) {
      if let local = local(name.identifier.plainText) {
        add(local.uses, at: name.codeSpan.start)
      } else {
        use(.name, name.identifier.plainText, at: name)
      }
    }
    read(Syntax(binding.pattern))
  }

  /// What a `guard` binds is there for all that follows; at the top level it is global.
  func readGuard(_ statement: GuardStmtSyntax) {
    let isTopLevel = isTopLevel
    if isTopLevel { scopes.append([:]) }
    readChildren(statement.conditions)
    let names = isTopLevel ? scopes.removeLast().keys.sorted() : []
    for name in names {
      flow.variables[name] = ""
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
      if isTopLevel {
        readGlobal(declaration, binding, names, type)
      } else {
        let held = binding.initializer.map { readKept($0.value) } ?? []
        let accessed = binding.accessorBlock.map { block in body { readAccessors(block) } }
        for name in names {
          bind(name, Local(type: type, uses: held + (accessed.map { $0.uses + $0.held } ?? [])))
        }
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
        return addBody(.name, name) { readAccessors(accessors) }
      }
      addBody(.observer, name) { readAccessors(accessors) }
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

  func readAccessors(_ block: AccessorBlockSyntax) {
    switch block.accessors {
    case .getter(let statements): readResult(statements)
    case .accessors(let accessors):
      for accessor in accessors {
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

  func readFunction(_ signature: FunctionSignatureSyntax, _ body: CodeBlockSyntax?) {
    for parameter in signature.parameterClause.parameters {
      bind(
        (parameter.secondName ?? parameter.firstName).plainText,
        Local(type: parameter.type.baseName))
    }
    if let body { readResult(body.statements) }
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
    addBody(
      isOperator ? .infix : .name, function.name.plainText,
      function.signature
    ) { readFunction(function.signature, function.body) }
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
      addBody(
        isOperator ? .infix : .member, function.name.plainText,
        function.signature
      ) { readFunction(function.signature, function.body) }
    case .initializerDecl(let initializer):
      addBody(
        .initializer, type, initializer.signature
      ) { readFunction(initializer.signature, initializer.body) }
    case .subscriptDecl(let access):
      addBody(.index, "") {
        for parameter in access.parameterClause.parameters {
          bind(
            (parameter.secondName ?? parameter.firstName).plainText,
            Local(type: parameter.type.baseName))
        }
        if let accessors = access.accessorBlock { readAccessors(accessors) }
      }
    case .variableDecl(let variable):
      for binding in variable.bindings {
        for name in binding.pattern.names {
          note(name)
          readProperty(name, binding, of: variable, in: type)
        }
      }
    case .enumCaseDecl(let cases):
      for element in cases.elements { note(element.name.plainText) }
    default: read(Syntax(declaration))
    }
  }

  private func readProperty(
    _ name: String, _ binding: PatternBindingSyntax, of variable: VariableDeclSyntax,
    in type: String
  ) {
    if let accessors = binding.accessorBlock {
      addBody(.member, name) { readAccessors(accessors) }
    }
    for wrapper in variable.wrappers {
      addBody(.member, name) {
        use(.member, "wrappedValue", receiver: wrapper, at: binding.pattern)
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
    addBody(isLazy ? .member : .initializer, isLazy ? name : type) {
      frame.held += readKept(value)
    }
  }
}
