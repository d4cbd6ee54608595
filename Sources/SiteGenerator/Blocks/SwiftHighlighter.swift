import LessonFormat
import SwiftIDEUtils
import SwiftParser
import SwiftSyntax

/// Tells which stretches of Swift code are keywords, types, literals and comments.
enum SwiftHighlighter {
  /// A stretch of code of one kind, as offsets in UTF-8.
  struct Token: Hashable {
    var start: Int
    var end: Int
    var kind: Kind
  }

  /// The raw value is the class that the style sheet colours.
  enum Kind: String {
    case keyword = "k"
    case type = "t"
    case string = "s"
    case number = "n"
    case comment = "c"
    case attribute = "a"
    case call = "f"
  }

  /// The tokens of `code` that have a colour, in order and disjoint.
  static func tokens(of code: String) -> [Token] {
    let tokens = SwiftCode.read(code) { tree in
      let calls = CallNames(tree)
      return tree.classifications.compactMap { part -> Token? in
        let start = part.range.lowerBound.utf8Offset
        let end = part.range.upperBound.utf8Offset
        guard let kind = kind(part.kind, isCall: calls.starts.contains(start)) else {
          return nil
        }
        return Token(start: start, end: end, kind: kind)
      }
    }
    return tokens ?? []
  }

  private static func kind(_ classification: SyntaxClassification, isCall: Bool) -> Kind? {
    switch classification {
    case .keyword: .keyword
    case .type: .type
    case .stringLiteral, .regexLiteral: .string
    case .integerLiteral, .floatLiteral: .number
    case .lineComment, .blockComment, .docLineComment, .docBlockComment: .comment
    case .attribute, .ifConfigDirective: .attribute
    case .identifier where isCall: .call
    default: nil
    }
  }
}

/// Where the name of a called function or type starts: `sigmoid` in `sigmoid(x)`, `sum` in
/// `x.sum()`.
private final class CallNames: SyntaxVisitor {
  var starts: Set<Int> = []

  init(_ tree: SourceFileSyntax) {
    super.init(viewMode: .sourceAccurate)
    walk(tree)
  }

  override func visit(_ call: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
    let callee = call.calledExpression
    if let name = callee.as(DeclReferenceExprSyntax.self) {
      starts.insert(name.baseName.positionAfterSkippingLeadingTrivia.utf8Offset)
    } else if let member = callee.as(MemberAccessExprSyntax.self) {
      starts.insert(member.declName.baseName.positionAfterSkippingLeadingTrivia.utf8Offset)
    }
    return .visitChildren
  }
}
