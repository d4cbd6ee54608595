/// A number together with the precision in which it is written.
public struct WrittenNumber: Hashable, Sendable {
  /// The number; beyond the range of `Double` infinite or zero.
  public var value: Double
  /// Half a unit of the last place that is written; 0 for `nan` and the infinities.
  public var halfUnit: Double
  /// The number as it is written, with its sign.
  public var text: String

  /// Reads the whole of `text`: digits with an optional sign, point and exponent, or `nan`,
  /// `inf`, `-inf`. A typographic minus counts as a sign, underscores separate digits.
  public init?(_ text: some StringProtocol) {
    var scanner = NumberScanner(Array(text.utf8))
    guard let number = scanner.scan(), scanner.isAtEnd else { return nil }
    self = number
  }

  init(value: Double, halfUnit: Double, text: String) {
    self.value = value
    self.halfUnit = halfUnit
    self.text = text
  }
}

extension WrittenNumber {
  /// The number with all of its digits; nil for `nan` and the infinities.
  var exact: ExactDecimal? { ExactDecimal(text) }

  /// Half a unit of the last place that is written, exactly.
  var exactHalfUnit: ExactDecimal? {
    let mantissa = text.prefix { $0 != "e" && $0 != "E" }
    let decimals = mantissa.firstIndex(of: ".").map { mantissa[$0...].count { $0.isNumber } } ?? 0
    let exponent = ExactDecimal.exponent(text.dropFirst(mantissa.count + 1)) ?? 0
    return ExactDecimal("5e\(exponent - decimals - 1)")
  }

  /// Whether `Double` tells it from its neighbours, digit by digit.
  public var isDouble: Bool { value.isFinite && ExactDecimal("\(value)") == exact }

  /// Whether it is digits and a sign only, such as a count.
  var isWhole: Bool { !text.isEmpty && text.allSatisfy { $0.isNumber || "+-−_".contains($0) } }

  /// Whether Swift would describe a number so: without zeros that say nothing.
  var isCanonical: Bool {
    let mantissa = text.drop { "+-−".contains($0) }.prefix { $0 != "e" && $0 != "E" }
    let parts = mantissa.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first else { return false }
    let hasPlainWhole = whole == "0" || whole.first != "0"
    return hasPlainWhole && (parts.count == 1 || parts[1] == "0" || parts[1].last != "0")
  }

  /// Whether its digits are of a number that no finite `Double` is near to.
  var isBeyondDouble: Bool { !value.isFinite && exact != nil }
}
