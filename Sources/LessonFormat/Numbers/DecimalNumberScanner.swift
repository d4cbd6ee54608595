/// Goes through a text once and takes the decimal numbers out of it.
struct DecimalNumberScanner {
  let text: [Unicode.Scalar]
  let notation: DecimalNumbers.Notation
  private var index = 0
  private var naming: NumberNaming
  /// What parts the digits of the number that is read without a reader seeing it.
  private var filler: NumberFiller
  private var numbers: [TextNumber] = []

  init(_ text: [Unicode.Scalar], _ notation: DecimalNumbers.Notation) {
    self.text = text
    self.notation = notation
    naming = NumberNaming(text)
    filler = NumberFiller(text, notation, before: 0)
  }

  /// The numbers, in order. The time is proportional to the length of the text.
  mutating func scan() -> [TextNumber] {
    while index < text.count {
      let scalar = text[index]
      if scalar.isDigit || isLeadingPoint(index) {
        scanNumber()
      } else if scalar == "\\", notation == .formula {
        index = FormulaContext(text).end(ofCommandAt: index)
      } else {
        index += 1
      }
    }
    return numbers
  }

  // MARK: Digits

  private mutating func scanNumber() {
    let start = index
    guard !continuesWord(at: start) else { return skipWord() }
    filler = NumberFiller(text, notation, before: start)
    var point = endOfDigits(from: start)
    if let last = endOfGroups(first: start..<point) { point = last }
    let pointEnd = endOfPoint(at: point)
    guard let pointEnd, isDigit(pointEnd) else {
      // No part of a row of whole numbers is looked at again.
      index = max(point, start + 1)
      if notation == .prose, index < text.count, text[index].isWord { skipWord() }
      return
    }
    let end = endOfFraction(from: pointEnd)
    guard !continuesName(at: end) else { return skipWord() }
    finish(digits: start..<end, point: point, fraction: pointEnd)
  }

  /// Past a point, which a formula may have in braces: `0{.}5`.
  private mutating func endOfPoint(at place: Int) -> Int? {
    let place = filler.end(from: place) { $0 == "." }
    guard place < text.count else { return nil }
    if text[place] == "." { return filler.end(from: place + 1, before: \.isDigit) }
    return notation == .formula && matches(["{", ".", "}"], at: place) ? place + 3 : nil
  }

  /// Whether what stands before a digit makes it a part of a word or of a longer number.
  private func continuesWord(at start: Int) -> Bool {
    guard start > 0 else { return false }
    let before = text[start - 1]
    // A range has two or three points: `0.5...1.5`.
    if before == "." { return !(start > 1 && text[start - 2] == ".") }
    guard notation == .prose else { return false }
    // In `x1.55` the letter stands for the sign of a product.
    if before == "x" || before == "X" { return start > 1 && text[start - 2].isWord }
    return before.isWord
  }

  /// Whether a point begins a number, as in `.5`.
  private func isLeadingPoint(_ place: Int) -> Bool {
    guard text[place] == ".", isDigit(place + 1) else { return false }
    guard place > 0 else { return true }
    let before = text[place - 1]
    return !before.isOperand && before != "." && before != "_"
  }

  private func isDigit(_ place: Int) -> Bool { place < text.count && text[place].isDigit }

  /// Past digits that underscores may group.
  private mutating func endOfDigits(from start: Int) -> Int {
    var end = start
    while end < text.count {
      let isGrouped = notation == .prose && end > start && text[end] == "_" && isDigit(end + 1)
      if text[end].isDigit || isGrouped {
        end += 1
        continue
      }
      guard end > start else { return end }
      let next = filler.end(from: end, before: \.isDigit)
      guard next > end else { return end }
      end = next
    }
    return end
  }

  /// Past groups of three digits after a first one, all apart by the same separator.
  private func endOfGroups(first: Range<Int>) -> Int? {
    guard (1...3).contains(first.count), text[first.lowerBound] != "0",
      let separator = separator(at: first.upperBound)
    else { return nil }
    var end = first.upperBound
    // As in India, groups of two may come before the last one: `12,34,567`.
    if first.count < 3, separator.contains(",") {
      var pairs = end
      while matches(separator, at: pairs), isPair(at: pairs + separator.count) {
        pairs += separator.count + 2
      }
      if matches(separator, at: pairs), isGroup(at: pairs + separator.count) { end = pairs }
    }
    while matches(separator, at: end), isGroup(at: end + separator.count) {
      end += separator.count + 3
    }
    return end > first.upperBound ? end : nil
  }

  private func isPair(at place: Int) -> Bool {
    isDigit(place) && isDigit(place + 1) && !isDigit(place + 2)
  }

  private static let separators: [[Unicode.Scalar]] = [
    " ", ",", "'", "’", "\u{A0}", "\u{2007}", "\u{2009}", "\u{202F}",
  ].map { Array($0.unicodeScalars) }

  private static let formulaSeparators: [[Unicode.Scalar]] = [
    "\\,", "\\;", "\\:", "\\ ", "~", "{,}", "{\\,}", "\\thinspace ",
  ].map { Array($0.unicodeScalars) }

  private func separator(at place: Int) -> [Unicode.Scalar]? {
    guard place < text.count else { return nil }
    if let plain = Self.separators.first(where: { matches($0, at: place) }) { return plain }
    guard notation == .formula else { return nil }
    return Self.formulaSeparators.first { matches($0, at: place) }
  }

  private func matches(_ word: [Unicode.Scalar], at place: Int) -> Bool {
    place + word.count <= text.count && text[place..<place + word.count].elementsEqual(word)
  }

  private func isGroup(at place: Int) -> Bool {
    isDigit(place) && isDigit(place + 1) && isDigit(place + 2) && !isDigit(place + 3)
  }

  /// Past the digits after the point, which blanks that do not break may group: `3.141 592`.
  private mutating func endOfFraction(from start: Int) -> Int {
    var end = endOfDigits(from: start)
    guard end - start == 3, let separator = separator(at: end),
      separator.count > 1 || "\u{A0}\u{2009}\u{202F}".unicodeScalars.contains(separator[0])
    else { return end }
    while matches(separator, at: end) {
      let next = endOfDigits(from: end + separator.count)
      let count = next - end - separator.count
      guard (1...3).contains(count), !(next < text.count && text[next] == ".") else { break }
      end = next
      if count < 3 { break }
    }
    return end
  }

  /// Whether what follows makes the digits a version, a date or the name of a file.
  private func continuesName(at end: Int) -> Bool {
    guard end + 1 < text.count else { return false }
    let next = text[end + 1]
    if text[end] == "." { return next.isDigit || (notation == .prose && "a"..."z" ~= next) }
    return notation == .prose && text[end] == "_" && next.isWord
  }

  /// Past a word that is no number, points within it included.
  private mutating func skipWord() {
    while index < text.count {
      let isInside = text[index] == "." && index + 1 < text.count && text[index + 1].isWord
      guard text[index].isWord || isInside else { return }
      index += 1
    }
  }

  // MARK: What stands around

  private mutating func finish(digits: Range<Int>, point: Int, fraction: Int) {
    let power = NumberSuffix(text, notation).powerOfTen(at: digits.upperBound)
    let plainEnd = power?.end ?? digits.upperBound
    guard let end = NumberSuffix(text, notation).endOfUnit(from: plainEnd) else {
      return skipWord()
    }
    index = end
    if notation == .prose, naming.isName(digits, until: end) { return }
    let whole = text[digits.lowerBound..<point].filter(\.isDigit)
    let fraction = text[fraction..<digits.upperBound].filter(\.isDigit)
    let written = String(scalars: (whole.isEmpty ? ["0"] : whole) + ["."] + fraction)
    let exponent = power.map { "e\($0.exponent)" } ?? ""
    guard let number = WrittenNumber(written + exponent) else { return }
    let size = number.value
    let sign = NumberSign(text, notation).before(digits.lowerBound)
    numbers.append(
      TextNumber(
        text: String(scalars: text[(sign.place ?? digits.lowerBound)..<end]),
        plain: (sign.place == nil ? "" : "-") + (power == nil ? written : "\(size)"),
        value: sign.place == nil ? size : -size, halfUnit: number.halfUnit,
        isSubtracted: sign.subtracts, digits: digits, sign: sign.place))
  }
}

extension Unicode.Scalar {
  var isDigit: Bool { value >= 48 && value <= 57 }

  /// The ASCII digit that says the same as a digit of another script or width; all else is itself.
  var plainDigit: Unicode.Scalar {
    guard properties.numericType == .decimal, let value = properties.numericValue else {
      return self
    }
    return Unicode.Scalar(48 + UInt8(value))
  }

  /// Whether it may stand in the digits of a decimal number.
  var isNumeral: Bool { isDigit || self == "." }

  /// Whether it is an ASCII letter.
  var isASCIILetter: Bool { value < 128 && (value | 0x20) >= 97 && (value | 0x20) <= 122 }

  /// Whether words of ASCII are made of it.
  var isWord: Bool { isDigit || isASCIILetter || self == "_" }

  var isBlank: Bool { properties.isWhitespace }

  /// Whether it looks like a minus. An en dash is one where nothing stands before it.
  var isMinus: Bool { "-\u{2212}\u{2013}\u{2012}\u{FE63}\u{FF0D}".unicodeScalars.contains(self) }

  /// Whether something that a minus after it subtracts from ends with it. The last one stands for what
  /// is no text, such as a formula in a line.
  var isOperand: Bool {
    isDigit || isASCIILetter || ")]}%‰°”’»²³¹⁰⁴⁵⁶⁷⁸⁹\u{FFFC}".unicodeScalars.contains(self)
      || (value >= 128 && properties.isAlphabetic)
  }
}
