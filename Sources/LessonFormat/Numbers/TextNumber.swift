/// A decimal number as a text has it: with its sign, its grouping and its unit.
///
/// A decimal number has digits on both sides of a point, or a point and digits that begin a word.
/// Groups of three digits may be apart by a blank, a comma, an apostrophe or an underscore
/// (`12 000.5`, `9,234.5`); a power of ten belongs to the number (`1.5e-3`, `1.5 × 10⁻³`), and so does
/// a unit written against it (`1.37s`, `12.5%`). Versions and dates (`1.2.3`), numbers of sections,
/// figures and versions (`section 5.7`, `Swift 6.3`), parts of words and addresses are no such numbers.
public struct TextNumber: Hashable, Sendable {
  /// The number as it is written, from its sign to its unit.
  public var text: String
  /// The number as code would have it.
  package var plain: String
  /// What it says, with its sign and without its unit.
  public var value: Double
  /// Half a unit of the last place that is written.
  package var halfUnit: Double
  /// Whether a minus before it subtracts or may subtract, so that it may stand for either sign:
  /// `x - 0.5` takes 0.5 away, or adds -0.5.
  public var isSubtracted: Bool
  /// Where its digits stand among the scalars of the text, without sign, power of ten and unit.
  package var digits: Range<Int>
  /// Where the sign before the digits stands among the scalars of the text, if there is one.
  var sign: Int?

  /// The values that may back the number: its own, and where a minus may subtract it the opposite.
  package var candidates: [Double] { isSubtracted ? [value, -value] : [value] }
}

extension TextNumber {
  /// The decimal numbers of a text that a reader sees as it is, in order.
  package static func all(in text: String) -> [TextNumber] {
    DecimalNumbers.find(in: text)
  }

  /// The values of all numbers in code's output or in what a check expects, whole ones too, each with
  /// half a unit of the last place to which it is written. Where a comma or a blank may stand between two
  /// numbers or within one, both readings are among them.
  package static func halfUnits(in text: String) -> [Double: Double] {
    var halfUnits: [Double: Double] = [:]
    func add(_ value: Double, _ halfUnit: Double) {
      halfUnits[value] = min(halfUnit, halfUnits[value] ?? .infinity)
    }
    for line in text.split(separator: "\n")
    where line.utf8.contains(where: \.isDigit) {
      let line = String(line)
      for case .number(let number) in PrintedLine.pieces(of: line) {
        add(number.value, number.halfUnit)
      }
      for number in DecimalNumbers.find(in: line) {
        for value in number.candidates { add(value, number.halfUnit) }
      }
    }
    return halfUnits
  }
}
