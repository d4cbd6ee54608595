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
