import Foundation
import Testing

@testable import LessonFormat

@Suite struct ExactDecimalTests {
  /// What `Oracles/decimals.py` computed.
  private struct Row {
    var left: ExactDecimal
    var right: ExactDecimal
    var sum: String
    var difference: String
    var product: String
    var isLess: Bool
  }

  private func rows() throws -> [Row] {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../Oracles/decimals.tsv")
    return try String(contentsOf: path, encoding: .utf8).split(separator: "\n").map { line in
      let fields = line.split(separator: "\t").map(String.init)
      return Row(
        left: try #require(ExactDecimal(fields[0])), right: try #require(ExactDecimal(fields[1])),
        sum: fields[2], difference: fields[3], product: fields[4], isLess: fields[5] == "1")
    }
  }

  @Test func arithmeticAgreesWithPythonsDecimal() throws {
    let rows = try rows()
    #expect(rows.count == 300)
    for row in rows {
      #expect((row.left + row.right).text == row.sum)
      #expect((row.left - row.right).text == row.difference)
      #expect((row.left * row.right).text == row.product)
      #expect((row.left < row.right) == row.isLess)
    }
  }

  @Test(arguments: [
    ("0", "0"), ("-0.00", "0"), ("007", "7e0"), ("1_000", "1e3"), ("−0.50", "-5e-1"),
    ("+.5", "5e-1"), ("120e-1", "12e0"), ("1e99999", "1e9999"), ("12.", "12e0"),
    ("1e99999999999999999999", "1e9999"), ("1e-99999999999999999999", "1e-9999"),
  ])
  func aNumberIsItsDigits(text: String, expected: String) {
    #expect(ExactDecimal(text)?.text == expected)
  }

  @Test(arguments: ["", "-", ".", "nan", "inf", "1e", "1x", "e5", "1.2.3"])
  func whatIsNoNumberIsNone(text: String) {
    #expect(ExactDecimal(text) == nil)
  }
}
