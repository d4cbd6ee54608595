/// Numbers in the cells of a matrix: one precision for all.
struct CellFormat: Sendable {
  private var decimals = 0
  private let digits: Int
  private let texts: [String]
  /// Where one precision would hide much, every number has its own.
  private var isMixed = false

  init(_ cells: Cells) {
    digits = cells.digits
    texts = cells.texts
    var largest = 0.0
    var smallest = Double.infinity
    var isWhole = true
    for value in cells.values where value.isFinite {
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
        for value in cells.values where value.isFinite {
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
