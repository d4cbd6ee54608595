/// Tells numbers that are names, such as those of sections and versions, by what stands beside them.
struct NumberNaming {
  private let text: [Unicode.Scalar]
  /// How far the text was looked through for blanks and addresses.
  private var seen = 0
  /// Where the word that was seen last starts.
  private var wordStart = 0
  /// Whether that word is an address.
  private var isAddress = false

  init(_ text: [Unicode.Scalar]) {
    self.text = text
  }

  /// Words after which a decimal number is a name.
  private static let naming: Set<String> = [
    "section", "sections", "sect.", "sec.", "§", "chapter", "chapters", "figure", "figures",
    "fig.", "table", "tables", "equation", "equations", "eq.", "eqn.", "theorem", "lemma",
    "algorithm", "appendix", "part", "version", "versions", "release", "v", "swift", "debian",
    "python", "commonmark", "katex", "macos", "numpy", "pytorch", "arxiv", "arxiv:", "doi", "doi:",
  ]

  /// Whether the number of these digits, which ends at `end` with its unit, is a name. Numbers are
  /// asked about in the order of the text.
  mutating func isName(_ digits: Range<Int>, until end: Int) -> Bool {
    lookThrough(until: digits.lowerBound)
    return isAddress || isObjectIdentifier(digits, until: end) || isName(after: digits.lowerBound)
  }

  private mutating func lookThrough(until end: Int) {
    while seen < end {
      if text[seen].isBlank {
        wordStart = seen + 1
        isAddress = false
      } else if text[seen] == "/", seen >= wordStart + 2, text[seen - 1] == "/",
        text[seen - 2] == ":"
      {
        isAddress = true
      }
      seen += 1
    }
  }

  private func isName(after start: Int) -> Bool {
    var end = start
    while end > 0, text[end - 1].isBlank { end -= 1 }
    var first = end
    // No word that names a number is as long as this.
    while first > 0, end - first < 40, !text[first - 1].isBlank { first -= 1 }
    let bare = text[first..<end].drop { "([“\"".unicodeScalars.contains($0) }
    guard !bare.isEmpty, bare.count < 16 else { return false }
    let word = String(scalars: bare).lowercased()
    // `v5.33` is a version; the speed v may be 5.33.
    return Self.naming.contains(word) && (word != "v" || end == start)
  }

  /// Whether it begins a digital object identifier: `10.1038/323533a0`.
  private func isObjectIdentifier(_ digits: Range<Int>, until end: Int) -> Bool {
    digits.count >= 7 && end + 1 < text.count && text[end] == "/" && !text[end + 1].isBlank
      && text[digits].starts(with: "10.".unicodeScalars)
  }
}
