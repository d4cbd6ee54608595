/// A decimal number with all of its digits: ±digits · 10^exponent.
///
/// What an author writes and what a value's description shows are decimals, and neighbours among
/// integers beyond 2⁵³ are one and the same `Double`.
struct ExactDecimal: Hashable {
  private(set) var isNegative = false
  /// The digits, the first of them not 0; none of zero.
  private(set) var digits: [UInt8] = []
  /// The power of ten of the last digit; 0 of zero.
  private(set) var exponent = 0

  /// Reads the text of a number: digits with an optional sign, point and exponent, and underscores
  /// between digits. nil for `nan` and the infinities.
  init?(_ text: some StringProtocol) {
    var scalars = text.unicodeScalars[...]
    if let sign = scalars.first, "+-−".unicodeScalars.contains(sign) {
      isNegative = sign != "+"
      scalars.removeFirst()
    }
    var hasPoint = false
    var count = 0
    scan: while let scalar = scalars.first {
      switch scalar {
      case "0"..."9":
        count += 1
        if hasPoint { exponent -= 1 }
        if !digits.isEmpty || scalar != "0" { digits.append(UInt8(scalar.value - 48)) }
      case "_": break
      case "." where !hasPoint: hasPoint = true
      default: break scan
      }
      scalars.removeFirst()
    }
    guard count > 0 else { return nil }
    if let letter = scalars.first {
      guard letter == "e" || letter == "E",
        let power = Self.exponent(String(scalars: scalars.dropFirst()))
      else { return nil }
      exponent += power
    }
    trim()
  }

  private init(isNegative: Bool, digits: [UInt8], exponent: Int) {
    self.isNegative = isNegative
    self.digits = digits
    self.exponent = exponent
    trim()
  }

  /// The largest power of ten that is told from others: beyond it no two numbers that anyone compares
  /// are apart.
  static let farthest = 9999

  /// The power of ten that stands behind `e`, however large; nil for what is no whole number.
  static func exponent(_ text: some StringProtocol) -> Int? {
    let isNegative = text.first == "-"
    let digits = isNegative || text.first == "+" ? text.dropFirst() : text[...]
    guard !digits.isEmpty, digits.utf8.allSatisfy(\.isDigit) else { return nil }
    // What no `Int` can hold is beyond it, too.
    let size = min(Int(digits) ?? farthest, farthest)
    return isNegative ? -size : size
  }

  private mutating func trim() {
    while digits.last == 0 {
      digits.removeLast()
      exponent += 1
    }
    let zeros = digits.prefix { $0 == 0 }.count
    if zeros > 0 { digits.removeFirst(zeros) }
    if digits.isEmpty { (isNegative, exponent) = (false, 0) }
  }

  /// 10^exponent.
  static func power(_ exponent: Int) -> ExactDecimal {
    ExactDecimal(isNegative: false, digits: [1], exponent: exponent)
  }

  /// As `Double` and `Float` read it.
  var text: String {
    digits.isEmpty
      ? "0"
      : (isNegative ? "-" : "") + String(decoding: digits.map { $0 + 48 }, as: UTF8.self)
        + "e\(exponent)"
  }

  // MARK: Arithmetic

  var magnitude: ExactDecimal {
    ExactDecimal(isNegative: false, digits: digits, exponent: exponent)
  }

  static prefix func - (number: ExactDecimal) -> ExactDecimal {
    ExactDecimal(
      isNegative: !number.isNegative, digits: number.digits, exponent: number.exponent)
  }

  static func - (left: ExactDecimal, right: ExactDecimal) -> ExactDecimal { left + -right }

  static func + (left: ExactDecimal, right: ExactDecimal) -> ExactDecimal {
    if left.digits.isEmpty { return right }
    if right.digits.isEmpty { return left }
    let exponent = min(left.exponent, right.exponent)
    let (a, b) = (left.digits(from: exponent), right.digits(from: exponent))
    if left.isNegative == right.isNegative {
      return ExactDecimal(isNegative: left.isNegative, digits: sum(a, b), exponent: exponent)
    }
    let isLess = isLess(a, b)
    return ExactDecimal(
      isNegative: isLess ? right.isNegative : left.isNegative,
      digits: isLess ? difference(b, a) : difference(a, b), exponent: exponent)
  }

  static func * (left: ExactDecimal, right: ExactDecimal) -> ExactDecimal {
    var product = [Int](repeating: 0, count: left.digits.count + right.digits.count)
    for (i, a) in left.digits.enumerated() {
      for (j, b) in right.digits.enumerated() { product[i + j + 1] += Int(a) * Int(b) }
    }
    for index in product.indices.dropFirst().reversed() {
      product[index - 1] += product[index] / 10
      product[index] %= 10
    }
    return ExactDecimal(
      isNegative: left.isNegative != right.isNegative, digits: product.map { UInt8($0) },
      exponent: left.exponent + right.exponent)
  }

  /// The digits down to a place, without the zeros before them.
  private func digits(from place: Int) -> [UInt8] {
    digits + [UInt8](repeating: 0, count: exponent - place)
  }

  private static func isLess(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    a.count == b.count ? a.lexicographicallyPrecedes(b) : a.count < b.count
  }

  private static func sum(_ a: [UInt8], _ b: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var carry: UInt8 = 0
    for index in 0..<max(a.count, b.count) {
      let digit =
        carry + (index < a.count ? a[a.count - 1 - index] : 0)
        + (index < b.count ? b[b.count - 1 - index] : 0)
      result.append(digit % 10)
      carry = digit / 10
    }
    if carry > 0 { result.append(carry) }
    return result.reversed()
  }

  /// `a` less `b`, which is not larger.
  private static func difference(_ a: [UInt8], _ b: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var borrow: UInt8 = 0
    for index in 0..<a.count {
      let taken = borrow + (index < b.count ? b[b.count - 1 - index] : 0)
      let digit = a[a.count - 1 - index]
      borrow = digit < taken ? 1 : 0
      result.append(digit + borrow * 10 - taken)
    }
    return result.reversed()
  }
}

extension ExactDecimal: Comparable {
  static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    let difference = left - right
    return difference.isNegative
  }
}
