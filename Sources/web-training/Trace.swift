/// Lines of text that tell what was computed to the last bit, the same on every machine.
enum Trace {
  /// Prints a name and the bits of a number: `exclusive or loss 3fe62e42fefa39ef`.
  static func print(_ name: StaticString, _ what: StaticString, _ number: Double) {
    line(name, what, bits(number))
  }

  /// Prints a name and a digest of the bits of many numbers, in order.
  static func print(_ name: StaticString, _ what: StaticString, digestOf numbers: [Double]) {
    var digest = Digest()
    for number in numbers { digest.add(bits(number)) }
    line(name, what, digest.value)
  }

  /// Prints a name and a digest of a text's bytes.
  static func print(_ name: StaticString, _ what: StaticString, digestOf text: String) {
    var digest = Digest()
    for byte in text.utf8 { digest.add(UInt64(byte)) }
    line(name, what, digest.value)
  }

  /// A number's bits; of NaN, always the same.
  private static func bits(_ number: Double) -> UInt64 {
    number.isNaN ? Double.nan.bitPattern : number.bitPattern
  }

  private static func line(_ name: StaticString, _ what: StaticString, _ bits: UInt64) {
    Swift.print(name, terminator: " ")
    Swift.print(what, terminator: " ")
    for place in stride(from: 60, through: 0, by: -4) {
      Swift.print(hexadecimal[Int(bits >> UInt64(place) & 15)], terminator: "")
    }
    Swift.print("")
  }

  private static let hexadecimal: [StaticString] = [
    "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "a", "b", "c", "d", "e", "f",
  ]
}

/// A digest of words in order: FNV-1a, a byte at a time.
struct Digest {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Takes in one more word.
  mutating func add(_ word: UInt64) {
    for place in stride(from: 0, to: 64, by: 8) {
      value = (value ^ (word >> UInt64(place) & 255)) &* 0x0000_0100_0000_01b3
    }
  }
}
