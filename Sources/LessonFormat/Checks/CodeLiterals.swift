import SwiftSyntax

/// The numbers that an author typed into code: those that are values, and those in text.
public struct CodeLiterals: Hashable, Sendable {
  /// Text of a string literal between interpolations, on one line, that holds a decimal number.
  public struct Text: Hashable, Sendable {
    /// The text, with escapes as what they stand for.
    public var text: String
    /// Where it is written.
    public var span: CodeSpan

    /// Text that is written at a place.
    public init(text: String, span: CodeSpan) {
      self.text = text
      self.span = span
    }
  }

  /// The values of numeric literals in ascending order, each once and with the minus right before it;
  /// `x - 0.5` holds 0.5.
  public var numbers: [Double]
  /// The texts with decimal numbers in them, in order.
  public var texts: [Text]

  /// The literals of some code.
  public init(numbers: [Double] = [], texts: [Text] = []) {
    self.numbers = numbers
    self.texts = texts
  }

  init(of tree: SourceFileSyntax) {
    let collector = LiteralCollector(viewMode: .sourceAccurate)
    collector.walk(tree)
    self.init(numbers: collector.numbers.sorted(), texts: collector.texts)
  }
}

/// Walks through code and collects its literals.
private final class LiteralCollector: SyntaxVisitor {
  var numbers: Set<Double> = []
  var texts: [CodeLiterals.Text] = []

  private func add(_ literal: TokenSyntax, _ node: some ExprSyntaxProtocol) {
    guard let size = Self.value(of: literal.text) else { return }
    let sign = node.parent?.as(PrefixOperatorExprSyntax.self)?.operator.text
    numbers.insert(sign == "-" ? -size : size)
  }

  private static func value(of literal: String) -> Double? {
    let digits = literal.filter { $0 != "_" }
    for (prefix, radix) in [("0b", 2), ("0o", 8)] where digits.hasPrefix(prefix) {
      return Int(digits.dropFirst(2), radix: radix).map(Double.init)
    }
    return Double(digits)
  }

  override func visit(_ node: FloatLiteralExprSyntax) -> SyntaxVisitorContinueKind {
    add(node.literal, node)
    return .skipChildren
  }

  override func visit(_ node: IntegerLiteralExprSyntax) -> SyntaxVisitorContinueKind {
    add(node.literal, node)
    return .skipChildren
  }

  override func visit(_ node: StringLiteralExprSyntax) -> SyntaxVisitorContinueKind {
    let pounds = node.openingPounds?.text.count ?? 0
    for case .stringSegment(let segment) in node.segments {
      let content = segment.content
      let text = StringEscapes.resolved(content.text, pounds: pounds)
      guard !DecimalNumbers.find(in: text).isEmpty else { continue }
      texts.append(
        CodeLiterals.Text(
          text: text,
          span: CodeSpan(
            start: content.positionAfterSkippingLeadingTrivia.utf8Offset,
            end: content.endPositionBeforeTrailingTrivia.utf8Offset)))
    }
    return .visitChildren
  }

  /// Code that is never compiled.
  override func visit(_ node: IfConfigClauseSyntax) -> SyntaxVisitorContinueKind {
    node.isNeverCompiled ? .skipChildren : .visitChildren
  }
}

/// The escapes in string literals.
private enum StringEscapes {
  /// A literal's text with its escapes as what they stand for. In a raw string as many signs as open
  /// it follow the backslash.
  static func resolved(_ written: String, pounds: Int) -> String {
    guard written.utf8.contains(UInt8(ascii: "\\")) else { return written }
    let scalars = Array(written.unicodeScalars)
    var text = String.UnicodeScalarView()
    var place = 0
    while place < scalars.count {
      let mark = place + 1 + pounds
      guard scalars[place] == "\\", mark < scalars.count,
        scalars[(place + 1)..<mark].allSatisfy({ $0 == "#" })
      else {
        text.append(scalars[place])
        place += 1
        continue
      }
      place = mark + 1
      if let plain = StringLiteral.escapes[scalars[mark]] {
        text.append(plain)
      } else if scalars[mark] == "u", place < scalars.count, scalars[place] == "{",
        let end = scalars[place...].prefix(10).firstIndex(of: "}")
      {
        let digits = String(scalars: scalars[(place + 1)..<end])
        if let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) {
          text.append(scalar)
        }
        place = end + 1
      }
    }
    return String(text)
  }
}
