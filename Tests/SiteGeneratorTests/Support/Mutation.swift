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
}

/// One or two of the texts, joined and changed in a few places.
func mutated(_ texts: [String], using random: inout SplitMix64) -> String {
  let pieces = [
    " ", "  ", "    ", "\t", "\n", "\n\n", "\r\n", "> ", "- ", "1. ", "# ", "```", "~~~", "`",
    "``", "*", "**", "_", "[", "]", "(", ")", "![", "](", "[a]: /b\n", "<", ">", "<a>", "<!--",
    "-->", "&amp;", "&", ";", "\\", "|", "---", "===", ":", "\"", "'", "é", "中", "😀", "\u{A0}",
    "\u{0C}", "\u{1A}", "\u{0}", "\u{FEFF}", "$", "$$", "~", "~~", "[^a]", "[^a]: ",
    "| - |", "[ ] ", "> [!NOTE]\n", "www.a.b", "https://a.b/", "]:", "\\\n", "  \n", "](<b\nc>)",
  ]
  var text = Array((texts.randomElement(using: &random) ?? "").unicodeScalars)
  if Bool.random(using: &random) {
    text += (texts.randomElement(using: &random) ?? "").unicodeScalars
  }
  for _ in 0..<Int.random(in: 1...6, using: &random) {
    let place = Int.random(in: 0...text.count, using: &random)
    switch Int.random(in: 0..<4, using: &random) {
    case 0 where place < text.count:
      text.remove(at: place)
    case 1 where place < text.count:
      let end = min(text.count, place + Int.random(in: 1...12, using: &random))
      let slice = text[place..<end]
      text.insert(contentsOf: slice, at: Int.random(in: 0...text.count, using: &random))
    default:
      let piece = pieces.randomElement(using: &random) ?? ""
      text.insert(contentsOf: piece.unicodeScalars, at: place)
    }
  }
  var view = String.UnicodeScalarView()
  view.append(contentsOf: text)
  return String(view)
}
