import SwiftSyntax

// What the reader of flows asks of single nodes.

extension TokenSyntax {
  /// The text without the backticks that let a keyword be a name.
  var plainText: String { text.filter { $0 != "`" } }
}

extension CodeBlockItemSyntax {
  /// Whether it is an expression whose value nothing needs, outside closures.
  var isSkippable: Bool {
    guard case .expr(let expression) = item else { return false }
    if expression.is(IfExprSyntax.self) || expression.is(SwitchExprSyntax.self) { return false }
    if let sequence = expression.as(SequenceExprSyntax.self),
      sequence.elements.contains(where: { $0.is(AssignmentExprSyntax.self) })
    {
      return false
    }
    return standsAmongStatements
  }

  /// Whether it is a statement of a block of code, or of a loop or branch among the statements of one.
  private var standsAmongStatements: Bool {
    guard let holder = parent?.parent else { return false }
    if holder.is(SourceFileSyntax.self) { return true }
    guard var statement = holder.as(CodeBlockSyntax.self)?.parent else { return false }
    switch statement.kind {
    case .forStmt, .whileStmt, .repeatStmt, .doStmt: break
    case .ifExpr:
      while let outer = statement.parent?.as(IfExprSyntax.self) { statement = Syntax(outer) }
      if let whole = statement.parent?.as(ExpressionStmtSyntax.self) { statement = Syntax(whole) }
    default: return false
    }
    return statement.parent?.as(CodeBlockItemSyntax.self)?.standsAmongStatements == true
  }
}

extension IfConfigClauseSyntax {
  /// Whether it is compiled on every machine, if none before it is.
  var isCertain: Bool {
    guard let text = condition?.trimmedDescription else { return true }
    if ["true", "os(Linux)", "canImport(Glibc)"].contains(text) { return true }
    return text.hasPrefix("!")
      && text.dropFirst().allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
  }

  /// Whether it may be compiled in a lesson, for which no condition is set.
  var isActive: Bool {
    guard let text = condition?.trimmedDescription else { return true }
    if text == "true" { return true }
    let isName = text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    let isOtherSystem = text != "os(Linux)" && text.wholeMatch(of: #/os\(\w+\)/#) != nil
    return !isName && !isOtherSystem && text != "!true" && text != "!os(Linux)"
  }
}

extension DeclReferenceExprSyntax {
  /// Types begin with a capital letter.
  var isTypeName: Bool { baseName.plainText.first?.isUppercase == true }
}

extension DeclNameArgumentsSyntax {
  var labels: [String] { arguments.map(\.name.plainText) }
}

extension FunctionSignatureSyntax {
  /// Whether a parameter is a function that outlives the call.
  var keepsClosures: Bool {
    parameterClause.parameters.contains { parameter in
      if parameter.type.is(OptionalTypeSyntax.self) { return true }
      return parameter.type.as(AttributedTypeSyntax.self)?.attributes.contains {
        $0.as(AttributeSyntax.self)?.attributeName.trimmedDescription == "escaping"
      } ?? false
    }
  }

  var labels: [String] { parameterClause.parameters.map(\.firstName.plainText) }
}

extension AccessorBlockSyntax {
  /// Whether it computes a value, rather than watch one.
  var isComputed: Bool {
    guard case .accessors(let accessors) = accessors else { return true }
    return accessors.contains {
      ![.keyword(.willSet), .keyword(.didSet)].contains($0.accessorSpecifier.tokenKind)
    }
  }
}

extension AccessorDeclSyntax {
  /// Whether it runs when the value is read.
  var isReading: Bool {
    ![.keyword(.set), .keyword(.willSet), .keyword(.didSet), .keyword(.`init`)].contains(
      accessorSpecifier.tokenKind)
  }
}

extension TypeSyntax {
  /// The name of the type without what it is made for or of.
  var baseName: String? {
    if let name = self.as(IdentifierTypeSyntax.self) { return name.name.plainText }
    if let name = self.as(MemberTypeSyntax.self) { return name.name.plainText }
    if let inner = self.as(OptionalTypeSyntax.self) { return inner.wrappedType.baseName }
    if let inner = self.as(AttributedTypeSyntax.self) { return inner.baseType.baseName }
    if let inner = self.as(SomeOrAnyTypeSyntax.self) { return inner.constraint.baseName }
    if self.is(ArrayTypeSyntax.self) { return "Array" }
    if self.is(DictionaryTypeSyntax.self) { return "Dictionary" }
    return nil
  }

  /// Whether a variable of the type is nil until it gets a value.
  var isOptional: Bool {
    self.is(OptionalTypeSyntax.self) || self.is(ImplicitlyUnwrappedOptionalTypeSyntax.self)
      || self.as(IdentifierTypeSyntax.self)?.name.text == "Optional"
  }
}

extension VariableDeclSyntax {
  /// The types by which its value is wrapped.
  var wrappers: [String] {
    attributes.compactMap { $0.as(AttributeSyntax.self)?.attributeName.baseName }
      .filter { $0.first?.isUppercase == true }
  }
}

extension PatternSyntax {
  /// The names that it binds.
  var names: [String] {
    if let binding = self.as(ValueBindingPatternSyntax.self) { return binding.pattern.names }
    if let name = self.as(IdentifierPatternSyntax.self) { return [name.identifier.plainText] }
    if let tuple = self.as(TuplePatternSyntax.self) {
      return tuple.elements.flatMap { $0.pattern.names }
    }
    return []
  }
}

extension ExprSyntax {
  /// The name, where it is that of a type.
  var typeName: String? {
    self.as(DeclReferenceExprSyntax.self).flatMap { $0.isTypeName ? $0.baseName.plainText : nil }
  }

  /// Whether it is a literal without other values in it.
  var isPlainLiteral: Bool {
    switch kind {
    case .integerLiteralExpr, .floatLiteralExpr, .stringLiteralExpr, .booleanLiteralExpr,
      .nilLiteralExpr:
      true
    default: false
    }
  }

  /// Whether it is a sequence whose elements are computed when they are asked for.
  var isLazy: Bool {
    if let access = self.as(MemberAccessExprSyntax.self) {
      return access.declName.baseName.text == "lazy" || access.base?.isLazy == true
    }
    return self.as(FunctionCallExprSyntax.self)?.calledExpression.isLazy == true
  }

  /// Whether it is an element of what a variable holds.
  var isPartOfVariable: Bool {
    switch self.as(ExprSyntaxEnum.self) {
    case .subscriptCallExpr(let access): access.calledExpression.base != nil
    case .forceUnwrapExpr(let inner): inner.expression.isPartOfVariable
    case .memberAccessExpr(let access):
      access.declName.baseName.text.allSatisfy(\.isNumber) && access.base?.base != nil
    default: false
    }
  }

  /// Whether it is a closure that may be chosen by a condition.
  var isClosureOfChoice: Bool {
    self.as(UnresolvedTernaryExprSyntax.self)?.thenExpression.is(ClosureExprSyntax.self) ?? false
  }

  /// Whether it counts the elements of another sequence.
  var isEnumerated: Bool {
    self.as(FunctionCallExprSyntax.self)?.calledExpression.as(MemberAccessExprSyntax.self)?.declName
      .baseName.text == "enumerated"
  }

  /// The variable of which this is a part.
  var base: String? {
    if let name = self.as(DeclReferenceExprSyntax.self) { return name.baseName.plainText }
    if let access = self.as(MemberAccessExprSyntax.self) { return access.base?.base }
    if let access = self.as(SubscriptCallExprSyntax.self) { return access.calledExpression.base }
    if let inner = self.as(ForceUnwrapExprSyntax.self) { return inner.expression.base }
    return nil
  }
}

extension ClosureExprSyntax {
  /// The names of its parameters; none for `$0` and its like.
  var parameterNames: [String] {
    switch signature?.parameterClause {
    case .simpleInput(let list): list.map(\.name.plainText)
    case .parameterClause(let clause):
      clause.parameters.map { ($0.secondName ?? $0.firstName).plainText }
    default: []
    }
  }
}
