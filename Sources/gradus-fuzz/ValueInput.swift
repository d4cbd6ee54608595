import LessonFormat

/// A relation, what is expected, and what came, on three lines.
struct ValueInput {
  let bytes: [UInt8]

  static let values = [
    "0.5", "1", "-0.0", "nan", "inf", "[1.0, 2.0]", "[[1.0], [2.0]]", "Optional(0.25)", "1e-300",
    "1.7976931348623157e+308", "a", "", "[]", "[[]]", "true", "(1, 2)", "0.1\n0.2",
  ]

  static let seeds: [[UInt8]] = [
    "≈\n0.550\n0.549833997312478", "=\n[2, 1]\n[2, 1]",
    "≈\n[[-0.0056, …], [1, 2]] ± 1e-3\n[[-0.0056, 1], [1, 2]]",
    "≠\nnil\nOptional(1)", "<\n0.02\n0.01", "≈\n[…, 1, …, 2, …]\n[1, 2, 1, 1, 2, 2]",
    "≥\n-inf\n-inf",
    "≈\n1.5 ± 2%\n1.51", "=\n\"a\"\na", "≈\n0.1013e0\n0.1013",
    "≈\n[\(String(repeating: "…, ", count: 30))9]\n"
      + "[\(String(repeating: "1, ", count: 30))2]", "=\nloss 0.25 after 3\nloss 0.25 after 3",
  ].map { Array($0.utf8) }

  func run() throws {
    let text = String(decoding: bytes, as: UTF8.self)
    let fields = text.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false)
      .map(String.init)
    guard fields.count == 3 else { return }
    let relations = [Relation(rawValue: fields[0])].compactMap { $0 } + [.approximately, .equal]
    for relation in relations {
      guard let expectation = try? Expectation.read(relation, fields[1]) else { continue }
      let holds = Comparison.holds(expectation, actual: ComputedValue(fields[2]))
      try expect(
        holds == Comparison.holds(expectation, actual: ComputedValue(fields[2])),
        "comparing twice differs")
      _ = Comparison.holds(expectation, actual: ComputedValue(fields[1]))
    }
    _ = Comparison.firstDifference(expected: fields[1], actual: fields[2])
    for line in Comparison.printedLines(text) { _ = Comparison.pieces(of: line) }
    _ = Comparison.readNumeric(fields[2])
  }
}
