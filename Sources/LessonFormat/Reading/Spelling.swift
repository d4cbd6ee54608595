/// Finds what an author probably meant.
public enum Spelling {
  /// The candidate with the fewest edits to `word`, if that is near enough to be meant.
  public static func nearest(to word: String, among candidates: [String]) -> String? {
    let limit = max(1, word.count / 3)
    let ranked = candidates.map { (candidate: $0, edits: edits(from: word, to: $0)) }
    guard let best = ranked.min(by: { $0.edits < $1.edits }), best.edits <= limit else {
      return nil
    }
    return best.candidate
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
