/// A small generator of random numbers that gives the same ones everywhere.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<max(1, bound), using: &self) }

  mutating func isOne(in count: Int) -> Bool { below(count) == 0 }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }
}

/// Changes texts in ways that readers of them stumble over.
struct Mutator {
  var random: SplitMix64
  /// What is put into the kind of text at hand.
  let words: [String]
  /// No mutant is longer, in bytes.
  var limit = 60_000

  /// What any reader may stumble over.
  private static let anywhere = [
    "\u{0}", "\r", "\r\n", "\n", "\n\n", "\t", " ", "\u{FEFF}", "\u{A0}", "\u{2028}", "\u{1A}", "é",
    "e\u{301}", "中", "👩‍👩‍👧", "\u{202E}", "0", "-1", "9223372036854775807", "-9223372036854775808",
    "9223372036854775808", "18446744073709551616", "1e308", "1e999999999", "0x1p-1074", "nan",
    "inf",
    "-0", "%00", "\\", "\"", "'", ":", "&", "<", ">",
  ]

  /// Bytes that are no UTF-8.
  private static let broken: [[UInt8]] = [
    [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0x80],
  ]

  /// A seed, or two spliced, changed in a few places.
  mutating func mutant(of seeds: [[UInt8]]) -> [UInt8] {
    var bytes = random.pick(seeds)
    if random.isOne(in: 4) {
      let other = random.pick(seeds)
      bytes =
        Array(bytes.prefix(random.below(bytes.count + 1)))
        + other.dropFirst(random.below(other.count + 1))
    }
    for _ in 0..<(1 + random.below(random.isOne(in: 8) ? 40 : 6)) { change(&bytes) }
    return Array(bytes.prefix(limit))
  }

  private mutating func change(_ bytes: inout [UInt8]) {
    let place = random.below(bytes.count + 1)
    let length = min(bytes.count - place, 1 + random.below(random.isOne(in: 3) ? 200 : 12))
    switch random.below(16) {
    case 0 where length > 0: bytes[place] ^= 1 << UInt8(random.below(8))
    case 1 where length > 0: bytes[place] = UInt8(random.below(256))
    case 2: bytes.removeSubrange(place..<place + length)
    case 3:
      let slice = Array(bytes[place..<place + length])
      bytes.insert(contentsOf: slice, at: random.below(bytes.count + 1))
    case 4: changeLines(&bytes)
    case 5: bytes.insert(contentsOf: random.pick(Self.broken), at: place)
    case 6: bytes.insert(contentsOf: repetition(), at: place)
    case 7 where length > 0:
      bytes.insert(
        contentsOf: repeated(Array(bytes[place..<place + length]), 1 + random.below(60)), at: place)
    case 8: changeNumber(&bytes, from: place)
    case 9: bytes.removeSubrange(place...)
    case 10, 11: bytes.insert(contentsOf: random.pick(Self.anywhere).utf8, at: place)
    default: bytes.insert(contentsOf: random.pick(words).utf8, at: place)
    }
  }

  /// The same few characters very often: what reads them must not take quadratic time or a deep
  /// stack.
  private mutating func repetition() -> [UInt8] {
    let counts = [30, 1_000, 1_000, random.isOne(in: 10) ? 30_000 : 3_000]
    var unit = Array(random.pick(words).utf8)
    if random.isOne(in: 3) { unit += random.pick(words).utf8 }
    return repeated(unit, random.pick(counts))
  }

  private func repeated(_ unit: [UInt8], _ count: Int) -> [UInt8] {
    let count = min(count, limit / max(1, unit.count))
    return Array([[UInt8]](repeating: unit, count: count).joined())
  }

  private mutating func changeLines(_ bytes: inout [UInt8]) {
    var lines = bytes.split(separator: 10, omittingEmptySubsequences: false).map(Array.init)
    let (first, second) = (random.below(lines.count), random.below(lines.count))
    switch random.below(5) {
    case 0: lines.swapAt(first, second)
    case 1: lines.remove(at: first)
    case 2: lines.insert(lines[first], at: second)
    case 3:
      lines[first].insert(
        contentsOf: random.pick([" ", "  ", "    ", "\t", "> ", "- "]).utf8, at: 0)
    default: lines[min(first, second)...max(first, second)].shuffle(using: &random)
    }
    bytes = Array(lines.joined(separator: [10]))
  }

  /// Another number in the place of the next one.
  private mutating func changeNumber(_ bytes: inout [UInt8], from place: Int) {
    guard let start = bytes[place...].firstIndex(where: { $0 >= 48 && $0 <= 57 }) else { return }
    let end = bytes[start...].firstIndex { $0 < 48 || $0 > 57 } ?? bytes.count
    let numbers = [
      "0", "1", "-1", "-00000a0", "00", "99999999", "4294967296", "9223372036854775807",
      "9223372036854775806", "-9223372036854775808", "1.5", "", "+1", "ffffffff", "-fffffff",
      "1e400",
    ]
    bytes.replaceSubrange(start..<end, with: random.pick(numbers).utf8)
  }
}
