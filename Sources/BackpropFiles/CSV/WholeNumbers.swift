/// Whether a whole number, written in decimal digits, is exactly the number that it was read as.
func isExact(_ number: Double, _ text: String) -> Bool {
  let digits = text.utf8.drop { $0 == 43 || $0 == 45 }.drop { $0 == 48 }
  // The significand, doubled as often as the exponent says: the last digit comes first.
  var exact: [UInt8] = []
  let exponent = max(Int(number.exponent) - 52, 0)
  var rest = UInt64(number.magnitude / Double(sign: .plus, exponent: exponent, significand: 1))
  while rest > 0 {
    exact.append(UInt8(rest % 10))
    rest /= 10
  }
  for _ in 0..<exponent {
    var carry: UInt8 = 0
    for place in exact.indices {
      let doubled = 2 * exact[place] + carry
      exact[place] = doubled % 10
      carry = doubled / 10
    }
    if carry > 0 { exact.append(carry) }
  }
  return digits.elementsEqual(exact.reversed().map { $0 + 48 })
}
