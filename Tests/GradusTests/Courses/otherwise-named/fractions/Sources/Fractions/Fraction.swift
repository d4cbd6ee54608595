import CDivisors

/// A number as a fraction in lowest terms, its denominator above zero.
public struct Fraction: Hashable, Sendable {
  public let numerator: Int
  public let denominator: Int

  public init(_ numerator: Int, _ denominator: Int) {
    if denominator <= 0 { fatalError("a denominator is above zero, and this is \(denominator)") }
    let divisor = greatest_common_divisor(abs(numerator), denominator)
    self.numerator = numerator / divisor
    self.denominator = denominator / divisor
  }

  public static func + (left: Fraction, right: Fraction) -> Fraction {
    Fraction(
      left.numerator * right.denominator + right.numerator * left.denominator,
      left.denominator * right.denominator)
  }
}

extension Fraction: CustomStringConvertible {
  public var description: String { "\(numerator)/\(denominator)" }
}

extension Double {
  /// The nearest number of floating point.
  public init(_ fraction: Fraction) {
    self = Double(fraction.numerator) / Double(fraction.denominator)
  }
}
