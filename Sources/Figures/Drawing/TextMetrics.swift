/// How much room a text takes, known without a browser.
enum TextMetrics {
  /// The height of capitals and digits, in em.
  static let capHeight = 0.73
  /// What reaches below the base line, in em.
  static let descent = 0.24
  /// What the tallest letters reach above it, in em.
  static let ascent = 0.78

  /// The width of a text in pixels at a font size. Bold text is about a tenth wider.
  static func width(_ text: String, size: Double, bold: Bool = false) -> Double {
    var thousandths = 0
    for scalar in text.unicodeScalars { thousandths += advance(scalar.value) }
    return Double(thousandths) / 1000 * size * (bold ? 1.12 : 1)
  }

  private static func advance(_ code: UInt32) -> Int {
    var width: UInt16 = 0
    if code >= 0x20, code <= 0x7E {
      width = FontWidths.from0020[Int(code - 0x20)]
    } else if code >= 0xA0, code <= 0xFF {
      width = FontWidths.from00A0[Int(code - 0xA0)]
    } else if code >= 0x391, code <= 0x3C9 {
      width = FontWidths.from0391[Int(code - 0x391)]
    } else if code >= 0x2010, code <= 0x2027 {
      width = FontWidths.from2010[Int(code - 0x2010)]
    } else if code >= 0x2070, code <= 0x209C {
      width = FontWidths.from2070[Int(code - 0x2070)]
    } else if code >= 0x2190, code <= 0x2195 {
      width = FontWidths.from2190[Int(code - 0x2190)]
    } else if code >= 0x2200, code <= 0x2265 {
      width = FontWidths.from2200[Int(code - 0x2200)]
    } else if code >= 0x300, code <= 0x36F {
      return 0
    } else if code == 0x202F || code == 0x2009 {
      return 200
    } else if code >= 0x2E80 {
      return 1000
    }
    return width == 0 ? 700 : Int(width)
  }
}
