import Testing

@testable import LessonFormat

private func text(_ string: String) -> ComputedValue { ComputedValue(string, .text) }

private func list(_ strings: String...) -> ComputedValue {
  ComputedValue(
    "[" + strings.map(\.debugDescription).joined(separator: ", ") + "]", .list(strings.map(text)))
}

@Suite struct ComputedValueTests {
  @Test(arguments: [
    (text("oak"), "oak"), (text("two words"), "two words"), (text(""), "\"\""),
    (text(" a"), "\" a\""), (text("a "), "\"a \""), (text("4.20"), "\"4.20\""),
    (text("nan"), "\"nan\""), (text("[1"), "\"[1\""), (text("…"), "\"…\""),
    (text("\"a\""), #""\"a\"""#), (text("a\nb"), #""a\nb""#), (text("a`b"), #""a\u{60}b""#),
    (text("1 ± 2"), "\"1 ± 2\""), (text("[1, 2]"), "\"[1, 2]\""),
    (ComputedValue("0.5", .numbers(.double)), "0.5"),
    (list("a", "b c"), "[\"a\", \"b c\"]"), (list("a\u{2028}"), #"["a\u{2028}"]"#),
    (ComputedValue("[[1.0, 2.0],\n [3.0, 4.0]]"), "[[1.0, 2.0], [3.0, 4.0]]"),
    (ComputedValue("Two\nlines"), #""Two\nlines""#), (ComputedValue("red"), "red"),
    (ComputedValue("Optional(\"a\\n\")", .optional(text("a\n"))), #"Optional("a\n")"#),
  ])
  func theNotationIsTheDescriptionWhereNothingCanBeMisread(value: ComputedValue, notation: String) {
    #expect(value.notation == notation)
  }

  /// Strings of all that is awkward in a check, a claim or a line of Markdown.
  private static let awkward: [Unicode.Scalar] =
    Array(
      "ab 0.1-+/\\\"'`|[](){},:;=≈≠<>±…%~_*#!&$@\t\r\n\0é\u{301}\u{A0}\u{AD}\u{200B}".unicodeScalars
    )
    + Array("\u{2028}\u{2029}\u{85}\u{B}\u{C}\u{1B}\u{7F}\u{FEFF}\u{202E}\u{1F600}−".unicodeScalars)

  private static func randomString(_ random: inout SystemRandomNumberGenerator) -> String {
    var view = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      view.append(awkward.randomElement(using: &random)!)
    }
    return String(view)
  }

  private static func randomValue(
    _ random: inout SystemRandomNumberGenerator, depth: Int = 0
  ) -> ComputedValue {
    switch Int.random(in: 0..<(depth < 2 ? 9 : 4), using: &random) {
    case 0, 1: return text(randomString(&random))
    case 2:
      let number = Int.random(in: .min ... .max, using: &random)
      return ComputedValue(String(number), .numbers(.exact))
    case 3:
      let bits = UInt64.random(in: 0...UInt64.max, using: &random)
      return ComputedValue("\(Double(bitPattern: bits))", .numbers(.double))
    case 4: return ComputedValue(randomString(&random))
    case 5:
      let wrapped = randomValue(&random, depth: depth + 1)
      return ComputedValue("Optional(\(part(wrapped)))", .optional(wrapped))
    case 6:
      let keys = (0..<Int.random(in: 0...3, using: &random)).map { "\($0)" + randomString(&random) }
      let entries = keys.map {
        ComputedValue.Entry(key: text($0), value: randomValue(&random, depth: depth + 1))
      }
      let parts = entries.map { "\(part($0.key)): \(part($0.value))" }
      return ComputedValue(
        parts.isEmpty ? "[:]" : "[\(parts.joined(separator: ", "))]", .dictionary(entries))
    default:
      let parts = (0..<Int.random(in: 0...3, using: &random)).map { _ in
        randomValue(&random, depth: depth + 1)
      }
      let description = "[" + parts.map(part).joined(separator: ", ") + "]"
      return ComputedValue(
        description, Bool.random(using: &random) ? .list(parts) : .set(parts))
    }
  }

  private static func part(_ value: ComputedValue) -> String {
    value.structure == .text ? value.description.debugDescription : value.description
  }

  /// What `accept` relies on: what it writes is read as the value that it was written for.
  @Test func whatTheNotationIsReadAsIsTheValue() throws {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<20_000 {
      let value = Self.randomValue(&random)
      let notation = value.notation
      #expect(
        notation.unicodeScalars.allSatisfy {
          $0.value >= 32 && ![0x7F, 0x85, 0x2028, 0x2029].contains($0.value)
        })
      let expectation = try Expectation.read(.equal, notation)
      #expect(
        Comparison.holds(expectation, actual: value) && !Expectation.isUnfinished(notation),
        "\(value) is written \(notation)")
    }
  }
}
