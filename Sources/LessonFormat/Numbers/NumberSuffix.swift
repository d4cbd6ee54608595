/// What stands behind a number's digits and belongs to it: a power of ten, a unit.
struct NumberSuffix {
  let text: [Unicode.Scalar]
  let notation: DecimalNumbers.Notation

  init(_ text: [Unicode.Scalar], _ notation: DecimalNumbers.Notation) {
    self.text = text
    self.notation = notation
  }

  private subscript(_ place: Int) -> Unicode.Scalar { place < text.count ? text[place] : " " }

  // MARK: Powers of ten

  /// The power of ten behind digits: `e-3`, `× 10⁻³`, `\times 10^{-3}`. nil where there is none.
  func powerOfTen(at start: Int) -> (end: Int, exponent: Int)? {
    if self[start] == "e" || self[start] == "E" {
      guard let (end, exponent) = integer(at: start + 1), !self[end].isWord else { return nil }
      return (end, exponent)
    }
    guard let times = endOfTimes(from: afterSpace(start)) else { return nil }
    let ten = afterSpace(times)
    guard self[ten] == "1", self[ten + 1] == "0" else { return nil }
    return exponent(at: ten + 2)
  }

  private func afterSpace(_ start: Int) -> Int {
    var place = start
    while place < text.count {
      if text[place].isBlank || (notation == .formula && text[place] == "~") {
        place += 1
      } else if notation == .formula, text[place] == "\\",
        ",;:! ".unicodeScalars.contains(self[place + 1])
      {
        place += 2
      } else {
        break
      }
    }
    return place
  }

  private func endOfTimes(from start: Int) -> Int? {
    if notation == .formula {
      for command in ["\\times", "\\cdot", "\\ast"] where matches(command, at: start) {
        return start + command.unicodeScalars.count
      }
    }
    if self[start] == "*", self[start + 1] == "*" { return nil }
    let signs = notation == .prose ? "×·⋅∙*xX" : "×·⋅∙*"
    return signs.unicodeScalars.contains(self[start]) ? start + 1 : nil
  }

  private func matches(_ word: String, at place: Int) -> Bool {
    text[min(place, text.count)...].starts(with: word.unicodeScalars)
  }

  private static let raised: [Unicode.Scalar: Unicode.Scalar] = [
    "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8",
    "⁹": "9", "⁻": "-", "⁺": "+",
  ]

  /// What stands behind the ten.
  private func exponent(at start: Int) -> (end: Int, exponent: Int)? {
    var end = start
    var digits = String.UnicodeScalarView()
    while digits.count < 8, let digit = Self.raised[self[end]] {
      digits.append(digit)
      end += 1
    }
    if end > start { return Int(String(digits)).map { (end, $0) } }
    var place = start
    if self[place] == "^" { place += 1 } else if matches("**", at: place) { place += 2 }
    guard place > start else { return nil }
    let closing: Unicode.Scalar? = ["{": "}", "(": ")"][self[place]]
    if closing != nil { place = afterSpace(place + 1) }
    guard let (last, exponent) = integer(at: place) else { return nil }
    guard let closing else { return (last, exponent) }
    let close = afterSpace(last)
    return self[close] == closing ? (close + 1, exponent) : nil
  }

  /// A whole number with or without a sign.
  private func integer(at start: Int) -> (end: Int, value: Int)? {
    var place = start
    let isNegative = self[place].isMinus
    if isNegative || self[place] == "+" { place += 1 }
    let first = place
    var value = 0
    while self[place].isDigit {
      value = min(value * 10 + Int(self[place].value - 48), 9999)
      place += 1
    }
    return place > first ? (place, isNegative ? -value : value) : nil
  }

  // MARK: Units

  /// Past a unit that is written against a number; nil where the letters make the whole a name, such
  /// as `2.0rc1`.
  func endOfUnit(from start: Int) -> Int? {
    guard notation == .prose else {
      return self[start] == "\\" && self[start + 1] == "%" ? start + 2 : start
    }
    var end = start
    while end < text.count, isInUnit(end, from: start) { end += 1 }
    if end > start, self[end].isWord { return nil }
    return end
  }

  private func isInUnit(_ place: Int, from start: Int) -> Bool {
    let scalar = text[place]
    if scalar.isASCIILetter || "%‰°′″µ€£¥\u{C5}".unicodeScalars.contains(scalar) { return true }
    if scalar.value >= 0x370, scalar.value < 0x400 { return true }
    // A sign of multiplication that nothing follows says how many times.
    if scalar == "×" { return !self[afterSpace(place + 1)].isDigit }
    guard place > start else { return false }
    if "²³⁻¹⁴".unicodeScalars.contains(scalar) { return true }
    return (scalar == "/" || scalar == "·") && self[place + 1].isASCIILetter
  }
}
