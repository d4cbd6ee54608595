import SwiftSyntax

// Which code can't run, as far as its syntax alone says so. What is in doubt runs.

extension ExprSyntax {
  /// The truth value that it always has; nil where it may have either.
  var constantTruth: Bool? {
    if let literal = self.as(BooleanLiteralExprSyntax.self) {
      return literal.literal.tokenKind == .keyword(.true)
    }
    if let tuple = self.as(TupleExprSyntax.self), tuple.elements.count == 1 {
      return tuple.elements.first?.expression.constantTruth
    }
    if let prefix = self.as(PrefixOperatorExprSyntax.self), prefix.operator.text == "!" {
      return prefix.expression.constantTruth.map { !$0 }
    }
    return nil
  }
}

extension ConditionElementListSyntax {
  /// Whether they always or never hold together; nil where that is open.
  var constantTruth: Bool? {
    var isTrue = true
    for element in self {
      guard case .expression(let value) = element.condition, let truth = value.constantTruth else {
        isTrue = false
        continue
      }
      if !truth { return false }
    }
    return isTrue ? true : nil
  }

  /// Those that are asked: none after one that never holds.
  var asked: [ConditionElementSyntax] {
    let end = firstIndex { element in
      if case .expression(let value) = element.condition {
        value.constantTruth == false
      } else {
        false
      }
    }
    return Array(self[..<(end ?? endIndex)])
  }
}

extension CodeBlockItemSyntax {
  /// Whether nothing that stands behind it in the same list runs.
  var endsList: Bool {
    switch item {
    case .stmt(let statement):
      if let guarding = statement.as(GuardStmtSyntax.self) {
        return guarding.conditions.constantTruth == false
      }
      return [
        .returnStmt, .throwStmt, .breakStmt, .continueStmt, .fallThroughStmt,
      ].contains(statement.kind)
    case .expr(let value):
      let name = value.as(FunctionCallExprSyntax.self)?.calledExpression
        .as(DeclReferenceExprSyntax.self)?.baseName.text
      return name == "fatalError" || name == "preconditionFailure"
    default: return false
    }
  }

  /// Whether it can be used by what stands before it.
  var isHoisted: Bool {
    guard case .decl(let declaration) = item else { return false }
    return !declaration.is(VariableDeclSyntax.self)
  }
}

/// Walks through the code that may run.
class LiveCodeVisitor: SyntaxVisitor {
  override func visit(_ node: CodeBlockItemListSyntax) -> SyntaxVisitorContinueKind {
    var isEnded = false
    for item in node where !isEnded || item.isHoisted {
      walk(item)
      if item.endsList { isEnded = true }
    }
    return .skipChildren
  }

  override func visit(_ node: IfExprSyntax) -> SyntaxVisitorContinueKind {
    guard let truth = node.conditions.constantTruth else { return .visitChildren }
    for condition in node.conditions.asked { walk(condition) }
    if truth {
      walk(node.body)
    } else if let other = node.elseBody {
      walk(other)
    }
    return .skipChildren
  }

  override func visit(_ node: WhileStmtSyntax) -> SyntaxVisitorContinueKind {
    guard node.conditions.constantTruth == false else { return .visitChildren }
    for condition in node.conditions.asked { walk(condition) }
    return .skipChildren
  }

  override func visit(_ node: GuardStmtSyntax) -> SyntaxVisitorContinueKind {
    node.conditions.constantTruth == true ? .skipChildren : .visitChildren
  }

  override func visit(_ node: SequenceExprSyntax) -> SyntaxVisitorContinueKind {
    let elements = Array(node.elements)
    guard elements.count == 3, let truth = elements[0].constantTruth,
      let choice = elements[1].as(UnresolvedTernaryExprSyntax.self)
    else { return .visitChildren }
    if truth { walk(choice.thenExpression) } else { walk(elements[2]) }
    return .skipChildren
  }

  /// Of code under conditions, what may be compiled.
  override func visit(_ node: IfConfigDeclSyntax) -> SyntaxVisitorContinueKind {
    for clause in node.clauses where clause.isActive {
      if let elements = clause.elements { walk(elements) }
      if clause.isCertain { break }
    }
    return .skipChildren
  }
}
