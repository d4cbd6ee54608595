/// A text as a reader sees it, markup aside, with where in the file its parts stand.
struct ReadText {
  /// The scalars that are read.
  private(set) var scalars: [Unicode.Scalar] = []
  private var parts: [(start: Int, range: SourceRange)] = []

  /// Stands for what is no text, such as a formula in a line.
  static let object = "\u{FFFC}"

  var isEmpty: Bool { scalars.isEmpty }

  /// Adds text that stands somewhere in a range of the file.
  mutating func append(_ text: String, from range: SourceRange) {
    parts.append((scalars.count, range))
    scalars += text.unicodeScalars
  }

  /// Adds what stands for markup.
  mutating func append(markup text: String) { scalars += text.unicodeScalars }

  /// Where the scalar at an offset stands.
  func range(at offset: Int) -> SourceRange? {
    var low = 0
    var high = parts.count
    while low < high {
      let middle = (low + high) / 2
      if parts[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? parts[low - 1].range : parts.first?.range
  }
}
