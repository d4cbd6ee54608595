/// Numbers in the cells of a matrix: one precision for all.
struct CellFormat: Sendable {
  private var decimals = 0
  private let digits: Int
  private let texts: [String]
  /// Where one precision would hide much, every number has its own.
  private var isMixed = false

  init(_ cells: Cells) {
    self.init(cells.values, digits: cells.digits ?? 3, texts: cells.texts)
  }

  /// Numbers with so many significant digits of the largest.
  init(_ values: [Double], digits: Int, texts: [String] = []) {
    self.digits = digits
    self.texts = texts
    var largest = 0.0
    var smallest = Double.infinity
    var isWhole = true
    for value in values where value.isFinite {
      largest = max(largest, value.magnitude)
      if value != 0 { smallest = min(smallest, value.magnitude) }
      if value != value.roundedDown { isWhole = false }
    }
    if largest == 0 || isWhole && largest < 1e6 { return }
    if largest >= 1e5 || largest < 1e-3 {
      isMixed = true
    } else {
      decimals = max(0, digits - 1 - Decimal.exponent(largest))
      // Zeros at the end of all of them say nothing.
      while decimals > 0 {
        let power = Decimal.power(decimals - 1)
        var isExact = true
        for value in values where value.isFinite {
          let scaled = value * power
          if (scaled - scaled.roundedToNearest).magnitude > 1e-7 * largest * power {
            isExact = false
          }
        }
        if !isExact { break }
        decimals -= 1
      }
    }
  }

  /// A column of numbers: one precision of four significant digits, or of as many more as tell
  /// different numbers apart; each with digits of its own where no precision does.
  static func column(_ values: [Double]) -> [String] {
    for digits in 4...12 {
      let format = CellFormat(values, digits: digits)
      let texts = values.map { format.text($0) }
      if NumberText.tellApart(values, texts) { return texts }
    }
    return NumberText.distinct(values)
  }

  /// What stands in a cell.
  func text(_ value: Double, cell: Int) -> String {
    texts.isEmpty ? text(value) : texts[cell]
  }

  func text(_ value: Double) -> String {
    if isMixed || !value.isFinite { return numeral(value, digits: digits) }
    let mantissa = (value.magnitude * Decimal.power(decimals)).roundedToNearest
    if mantissa == 0 { return "0" }
    return (value < 0 ? "−" : "")
      + NumberText.decimal(UInt64(mantissa), decimals: decimals, trimming: false, grouping: true)
  }
}
