import SwiftParser
import SwiftSyntax

/// What reading a block's checks needs to know of its syntax.
///
/// Parsing is most of the work of reading a lesson, and depends on the code alone, so that what
/// comes of it can be kept.
public struct BlockSyntax: Hashable, Sendable {
  /// A comment.
  public struct Comment: Hashable, Sendable {
    /// From `//` to the end of the line, or from `/*` to `*/`.
    public var span: CodeSpan
    /// What stands after `//`, or between `/*` and `*/`.
    public var text: String
    /// Whether it is one between `/*` and `*/`.
    public var isBlock: Bool
    /// Whether code stands before it on its line.
    public var isTrailing: Bool
    /// The statement that ends right before it; nil when none does.
    public var statement: Statement?

    /// A comment with the statement that ends right before it.
    public init(
      span: CodeSpan, text: String, isBlock: Bool = false, isTrailing: Bool, statement: Statement?
    ) {
      self.span = span
      self.text = text
      self.isBlock = isBlock
      self.isTrailing = isTrailing
      self.statement = statement
    }
  }

  /// A statement, as a check after it sees it.
  public struct Statement: Hashable, Sendable {
    /// Its value; nil for a statement that has no single one.
    public var subject: Check.Subject?
    /// The source as one line.
    public var source: String

    /// A statement with its source as one line.
    public init(subject: Check.Subject?, source: String) {
      self.subject = subject
      self.source = source
    }
  }

  /// Where code can stand.
  public enum ScopeRequirement: Int, Hashable, Sendable {
    /// In any scope.
    case inScope
    /// At the top level only: it imports, extends, declares an operator or says who may see it.
    case inFile
    /// It has mistakes of syntax, so that it can't be said where it ends.
    case unclear
  }

  /// In order.
  public var comments: [Comment]
  /// The last expression, when it stands bare.
  public var lastExpression: CodeSpan?
  /// Where the code can stand.
  public var scopeRequirement: ScopeRequirement
  /// Whether the code waits outside its functions and closures, so that the program around it is
  /// asynchronous.
  public var isAsynchronous: Bool
  /// The statements of its top level that may throw what nothing catches, in order.
  public var throwingStatements: [ThrowingStatement]
  /// The stretches of its top level that are many expressions, one after another.
  public var expressionRuns: [CodeSpan]
  /// What the code uses and gives values to, in order.
  public var flow: BlockFlow
  /// The numbers that stand in it as literals.
  public var literals: CodeLiterals

  /// The syntax of a block that was parsed before.
  public init(
    comments: [Comment], lastExpression: CodeSpan?, scopeRequirement: ScopeRequirement,
    isAsynchronous: Bool = false, throwingStatements: [ThrowingStatement] = [],
    expressionRuns: [CodeSpan] = [], flow: BlockFlow = BlockFlow(),
    literals: CodeLiterals = CodeLiterals()
  ) {
    self.comments = comments
    self.lastExpression = lastExpression
    self.scopeRequirement = scopeRequirement
    self.isAsynchronous = isAsynchronous
    self.throwingStatements = throwingStatements
    self.expressionRuns = expressionRuns
    self.flow = flow
    self.literals = literals
  }

  /// Parses a block. One that can't be read (see ``SwiftCode``) has nothing in it that is known.
  public init(of code: String) {
    self =
      SwiftCode.read(code) { Self(of: $0) }
      ?? Self(comments: [], lastExpression: nil, scopeRequirement: .unclear)
  }

  private init(of tree: SourceFileSyntax) {
    comments = Self.comments(in: tree)
    lastExpression = Self.lastExpression(of: tree)
    scopeRequirement = tree.hasError ? .unclear : tree.needsFile ? .inFile : .inScope
    isAsynchronous = tree.isAsynchronous
    throwingStatements = ThrowingStatement.all(in: tree)
    expressionRuns = ExpressionRun.all(in: tree)
    flow = FlowReader.read(tree)
    literals = CodeLiterals(of: tree)
  }

  // MARK: Comments

  private static func comments(in tree: SourceFileSyntax) -> [Comment] {
    var comments: [Comment] = []
    for token in tree.tokens(viewMode: .sourceAccurate) {
      collect(
        token.leadingTrivia, from: token.position.utf8Offset, trailing: nil, into: &comments)
      collect(
        token.trailingTrivia, from: token.endPositionBeforeTrailingTrivia.utf8Offset,
        trailing: token, into: &comments)
    }
    return comments
  }

  private static func collect(
    _ trivia: Trivia, from start: Int, trailing token: TokenSyntax?,
    into comments: inout [Comment]
  ) {
    var offset = start
    for piece in trivia.pieces {
      let length = piece.sourceLength.utf8Length
      let comment: (text: Substring, isBlock: Bool)? =
        switch piece {
        case .lineComment(let text): (text.dropFirst(2), false)
        case .blockComment(let text): (text.dropFirst(2).dropLast(2), true)
        default: nil
        }
      if let comment {
        comments.append(
          Comment(
            span: CodeSpan(start: offset, end: offset + length), text: String(comment.text),
            isBlock: comment.isBlock, isTrailing: token != nil,
            statement: token.flatMap(statement(endingWith:)).map(Statement.init)))
      }
      offset += length
    }
  }

  /// The innermost statement whose last token this is.
  private static func statement(endingWith token: TokenSyntax) -> CodeBlockItemSyntax? {
    var node = token.parent
    while let current = node {
      guard current.lastToken(viewMode: .sourceAccurate) == token else { return nil }
      if let item = current.as(CodeBlockItemSyntax.self) { return item }
      node = current.parent
    }
    return nil
  }

  private static func lastExpression(of tree: SourceFileSyntax) -> CodeSpan? {
    guard let item = tree.statements.last, case .expr(let expression) = item.item,
      !expression.is(IfExprSyntax.self), !expression.is(SwitchExprSyntax.self),
      expression.assignmentTarget == nil, !tree.hasError
    else { return nil }
    return expression.codeSpan
  }
}

extension SourceFileSyntax {
  /// Whether anything waits outside functions and closures.
  fileprivate var isAsynchronous: Bool {
    let search = WaitSearch(viewMode: .sourceAccurate)
    search.walk(self)
    return search.waits
  }

  /// Whether something is declared that can't be declared in a scope.
  fileprivate var needsFile: Bool {
    statements.contains { item in
      guard case .decl(let declaration) = item.item else { return false }
      switch declaration.kind {
      case .importDecl, .extensionDecl, .operatorDecl, .precedenceGroupDecl: return true
      default: break
      }
      if let function = declaration.as(FunctionDeclSyntax.self), !function.name.isName {
        return true
      }
      let modifiers = declaration.asProtocol(WithModifiersSyntax.self)?.modifiers ?? []
      let access: Set = ["open", "public", "package", "internal", "fileprivate", "private"]
      return modifiers.contains { access.contains($0.name.text) }
    }
  }
}

extension TokenSyntax {
  fileprivate var isName: Bool {
    if case .identifier = tokenKind { true } else { false }
  }
}

extension BlockSyntax.Statement {
  fileprivate init(_ item: CodeBlockItemSyntax) {
    switch item.item {
    case .expr(let expression):
      self.init(subject: Self.subject(of: expression), source: expression.oneLine)
    case .decl(let declaration):
      var subject: Check.Subject?
      if let variable = declaration.as(VariableDeclSyntax.self), variable.bindings.count == 1,
        let binding = variable.bindings.first, let value = binding.initializer?.value
      {
        subject = Self.subject(
          of: binding.pattern.boundNames.map { variable.waiting(for: value) + $0 }, value,
          endingAt: declaration.codeSpan.end)
      }
      self.init(subject: subject, source: declaration.oneLine)
    case .stmt(let statement):
      let result = statement.as(ReturnStmtSyntax.self)?.expression
      self.init(
        subject: result.map { .expression($0.codeSpan) },
        source: result?.oneLine ?? statement.oneLine)
    @unknown default:
      self.init(subject: nil, source: item.oneLine)
    }
  }

  private static func subject(of expression: ExprSyntax) -> Check.Subject? {
    if expression.is(IfExprSyntax.self) || expression.is(SwitchExprSyntax.self) { return nil }
    let whole = expression.codeSpan
    guard let target = expression.assignmentTarget else { return .expression(whole) }
    let value = expression.as(SequenceExprSyntax.self)?.elements.dropFirst(2).first
    return value.flatMap { subject(of: target.assignedNames, $0, endingAt: whole.end) }
  }

  /// The value of what names are bound, or of the expression itself where none is.
  private static func subject(
    of names: String?, _ value: ExprSyntax, endingAt end: Int
  ) -> Check.Subject {
    if let names { return .variable(names, after: end) }
    return .expression(CodeSpan(start: value.codeSpan.start, end: end))
  }
}

extension VariableDeclSyntax {
  /// What must stand before the name of a variable that is computed meanwhile.
  fileprivate func waiting(for value: ExprSyntax) -> String {
    guard modifiers.contains(where: { $0.name.tokenKind == .keyword(.async) }) else { return "" }
    return value.is(TryExprSyntax.self) ? "try await " : "await "
  }
}

extension PatternSyntax {
  /// The names that a pattern binds, as an expression: a name, or a tuple of names without what is
  /// left blank. nil where all is.
  fileprivate var boundNames: String? {
    if self.is(WildcardPatternSyntax.self) { return nil }
    guard let tuple = self.as(TuplePatternSyntax.self) else { return trimmedDescription }
    return tupleOfNames(tuple.elements.map { ($0.label?.text, $0.pattern.boundNames) })
  }
}

extension ExprSyntax {
  /// What an assignment gives a value, as an expression: like the names of a pattern.
  fileprivate var assignedNames: String? {
    if self.is(DiscardAssignmentExprSyntax.self) { return nil }
    guard let tuple = self.as(TupleExprSyntax.self) else { return trimmedDescription }
    return tupleOfNames(tuple.elements.map { ($0.label?.text, $0.expression.assignedNames) })
  }
}

/// A tuple of those of its elements that have a name; one alone is no tuple.
private func tupleOfNames(_ elements: [(label: String?, names: String?)]) -> String? {
  let bound = elements.compactMap { label, names in
    names.map { (label: label.map { $0 + ": " } ?? "", names: $0) }
  }
  guard bound.count > 1 else { return bound.first?.names }
  return "(" + bound.map { $0.label + $0.names }.joined(separator: ", ") + ")"
}

extension ExprSyntax {
  /// The left side of an assignment such as `w -= η * slope`; nil for any other expression.
  fileprivate var assignmentTarget: ExprSyntax? {
    guard let sequence = self.as(SequenceExprSyntax.self), sequence.elements.count >= 3,
      let target = sequence.elements.first
    else { return nil }
    let second = sequence.elements[sequence.elements.index(after: sequence.elements.startIndex)]
    if second.is(AssignmentExprSyntax.self) { return target }
    guard let binary = second.as(BinaryOperatorExprSyntax.self) else { return nil }
    let spelling = binary.operator.text
    let comparisons: Set = ["==", "!=", "<=", ">=", "===", "!==", "~="]
    return spelling.hasSuffix("=") && !comparisons.contains(spelling) ? target : nil
  }
}

extension SyntaxProtocol {
  /// Where the node stands in the code, without what surrounds it.
  var codeSpan: CodeSpan {
    CodeSpan(
      start: positionAfterSkippingLeadingTrivia.utf8Offset,
      end: endPositionBeforeTrailingTrivia.utf8Offset)
  }

  /// The source as one line, without comments. Of what is long only the beginning: expressions one
  /// within the other, each with a check, would be copied whole for every one of them.
  fileprivate var oneLine: String {
    beginning.split(whereSeparator: \.isNewline)
      .map { line in
        // A comment inside ends with its line and says nothing about the value.
        let code = line.range(ofComment: "//").map { line[..<$0] } ?? line[...]
        return code.trimmingBlanks
      }
      .filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension SyntaxProtocol {
  private static var longest: Int { 1000 }

  private var beginning: String {
    if trimmedLength.utf8Length <= Self.longest { return trimmedDescription }
    var text = ""
    for token in tokens(viewMode: .sourceAccurate) {
      text += text.isEmpty ? token.text + token.trailingTrivia.description : token.description
      if text.utf8.count > Self.longest { break }
    }
    return text + " …"
  }
}

extension Substring {
  /// Where a comment starts, outside string literals.
  fileprivate func range(ofComment marker: String) -> Index? {
    var inString = false
    var index = startIndex
    while index < endIndex {
      let character = self[index]
      if character == "\"" { inString.toggle() }
      if !inString, self[index...].hasPrefix(marker) { return index }
      index = self.index(after: index)
    }
    return nil
  }
}

/// Looks for what waits in the code of a block itself.
private final class WaitSearch: TopLevelSearch {
  var waits = false

  override func visit(_ node: AwaitExprSyntax) -> SyntaxVisitorContinueKind {
    waits = true
    return .skipChildren
  }
  override func visit(_ node: ForStmtSyntax) -> SyntaxVisitorContinueKind {
    if node.awaitKeyword != nil { waits = true }
    return .visitChildren
  }
  override func visit(_ node: VariableDeclSyntax) -> SyntaxVisitorContinueKind {
    if node.modifiers.contains(where: { $0.name.tokenKind == .keyword(.async) }) { waits = true }
    return .visitChildren
  }
}
