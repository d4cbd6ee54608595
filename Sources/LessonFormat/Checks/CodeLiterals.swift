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

  /// What runs only where it is used, or the code around all of that.
  public struct Declaration: Hashable, Sendable {
    /// The name by which it is used; nil where it may be used without.
    public var name: String?
    /// The type whose member it is, or which it extends.
    public var owner: String?
    /// The values of the numeric literals in it, in ascending order.
    public var numbers: [Double]
    /// The names that it mentions.
    public var mentions: Set<String>

    /// What has a name.
    public init(name: String?, owner: String?, numbers: [Double], mentions: Set<String>) {
      self.name = name
      self.owner = owner
      self.numbers = numbers
      self.mentions = mentions
    }
  }

  /// The values of numeric literals in code that may run, in ascending order, each once and with the minus
  /// right before it; `x - 0.5` holds 0.5.
  public var numbers: [Double]
  /// The texts with decimal numbers in them, in order.
  public var texts: [Text]

  /// The code without declarations, and each of those.
  public var declarations: [Declaration]

  /// The literals of some code.
  public init(
    numbers: [Double] = [], texts: [Text] = [], declarations: [Declaration] = []
  ) {
    self.numbers = numbers
    self.texts = texts
    self.declarations = declarations
  }

  init(of tree: SourceFileSyntax) {
    let collector = LiteralCollector(viewMode: .sourceAccurate)
    collector.walk(tree)
    self.init(
      numbers: collector.numbers.sorted(), texts: collector.texts,
      declarations: collector.declarations)
  }
}

/// The escapes in string literals.
enum StringEscapes {
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
