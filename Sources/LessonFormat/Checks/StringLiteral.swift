/// A string in double quotes with Swift's escapes.
package enum StringLiteral {
  /// Reads a literal from its first quote on: the string, and how many Unicode scalars the literal
  /// takes. nil where it does not end, or has an escape that Swift does not know.
  static func read(
    _ text: some Collection<Unicode.Scalar>
  ) -> (value: String, length: Int)? {
    var scanner = Array(text)[...]
    let count = scanner.count
    guard scanner.popFirst() == "\"" else { return nil }
    var value = String.UnicodeScalarView()
    while let scalar = scanner.popFirst() {
      if scalar == "\"" { return (String(value), count - scanner.count) }
      guard scalar == "\\" else {
        value.append(scalar)
        continue
      }
      guard let escaped = escaped(&scanner) else { return nil }
      value.append(escaped)
    }
    return nil
  }

  /// The string that the whole of a text is the literal of; nil where it is none.
  package static func value(of text: String) -> String? {
    guard let (value, length) = read(text.unicodeScalars), length == text.unicodeScalars.count
    else { return nil }
    return value
  }

  /// What the letters behind a backslash stand for.
  static let escapes: [Unicode.Scalar: Unicode.Scalar] = [
    "0": "\0", "\\": "\\", "t": "\t", "n": "\n", "r": "\r", "\"": "\"", "'": "'",
  ]

  /// The scalar that an escape stands for, after its backslash.
  private static func escaped(_ scanner: inout ArraySlice<Unicode.Scalar>) -> Unicode.Scalar? {
    guard let letter = scanner.popFirst() else { return nil }
    if let plain = escapes[letter] { return plain }
    guard letter == "u", scanner.popFirst() == "{", let end = scanner.firstIndex(of: "}") else {
      return nil
    }
    let digits = String(scalars: scanner[..<end])
    scanner = scanner[(end + 1)...]
    guard digits.count <= 8, let number = UInt32(digits, radix: 16) else { return nil }
    return Unicode.Scalar(number)
  }

  /// The literal of a string, on one line and in plain sight: what would not be seen, would end a line,
  /// or means something to Markdown where a claim stands, is escaped.
  package static func text(of value: String) -> String {
    var text = "\""
    var previous: Unicode.Scalar?
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\0": text += "\\0"
      case "\\": text += "\\\\"
      case "\t": text += "\\t"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\"": text += "\\\""
      case _ where isUnseen(scalar, after: previous) || isMarkup(scalar, after: previous):
        text += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: text.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    return text + "\""
  }

  /// Whether a reader would not see it as a character of its own.
  static func isUnseen(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar?) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
      .unassigned:
      true
    case .spaceSeparator: scalar != " "
    // It would join the quote before it.
    case .nonspacingMark, .enclosingMark, .spacingMark: previous == nil || previous == " "
    default: false
    }
  }

  /// Whether it could end the code span, the comment or the table's cell in which a claim stands.
  private static func isMarkup(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar?) -> Bool {
    scalar == "`" || scalar == "|" || (scalar == "-" || scalar == ">") && previous == "-"
  }
}
