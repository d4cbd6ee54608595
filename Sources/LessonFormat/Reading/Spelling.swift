/// Finds what an author probably meant.
public enum Spelling {
  /// The candidate with the fewest edits to `word`, if that is near enough to be meant.
  public static func nearest(to word: String, among candidates: [String]) -> String? {
    var nearest: String?
    var fewest = max(1, word.count / 3) + 1
    let letters = Letters(word)
    for candidate in candidates where letters.fewestEdits(to: Letters(candidate)) < fewest {
      let edits = edits(from: word, to: candidate)
      if edits < fewest { (nearest, fewest) = (candidate, edits) }
    }
    return nearest
  }

  /// Which letters a word has, whatever their order: tells at once of most words that they are far from
  /// another.
  private struct Letters {
    /// A bit for each character, upper case being lower case.
    var found: UInt64 = 0
    var count = 0
    var isASCII = true

    init(_ word: String) {
      for byte in word.utf8 {
        found |= 1 << UInt64((byte | 0x20) & 63)
        count += 1
        if byte >= 0x80 { isASCII = false }
      }
    }

    /// At least so many edits lie between two words. One takes a letter away and adds another at most.
    func fewestEdits(to other: Letters) -> Int {
      guard isASCII, other.isASCII else { return 0 }
      return max(abs(count - other.count), ((found ^ other.found).nonzeroBitCount + 1) / 2)
    }
  }

  /// The edit distance with transpositions of neighbours (optimal string alignment).
  static func edits(from source: String, to target: String) -> Int {
    let a = Array(source.lowercased())
    let b = Array(target.lowercased())
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1]
      for j in 0..<b.count {
        var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          best = min(best, beforeLast[j - 1] + 1)
        }
        row.append(best)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
