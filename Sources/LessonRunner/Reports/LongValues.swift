import LessonFormat

/// Long values as a person can take them in: what stands around the first element that differs.
struct LongValues: Hashable {
  let expected: String
  let actual: String
  /// Where the two differ; nil when both are shown whole.
  let note: String?

  private static let limit = 88
  /// How many elements are shown on each side of the one that differs.
  private static let neighbours = 2

  /// Shortens both when one is too long for a line.
  init(expected: String, actual: String) {
    guard max(expected.unicodeScalars.count, actual.unicodeScalars.count) > Self.limit else {
      self.expected = expected
      self.actual = actual
      note = nil
      return
    }
    let written = Self.beforeTolerance(expected)
    if let value = Comparison.readNumeric(written), let came = Comparison.readNumeric(actual) {
      let left = Elements(value, in: written)
      let right = Elements(came, in: actual)
      if left.isWhole, right.isWhole, left.places.count > 1 || right.places.count > 1 {
        let index = Self.firstDifference(left, right)
        self.expected = left.around(index, Self.neighbours)
        self.actual = right.around(index, Self.neighbours)
        note = Self.note(left, right, index)
        return
      }
    }
    // A text may be expected with quotes around it.
    let isQuoted = expected.hasPrefix("\"") && !actual.hasPrefix("\"")
    let plain = isQuoted ? String(expected.dropFirst().dropLast()) : expected
    let common = zip(plain.unicodeScalars, actual.unicodeScalars).prefix { $0 == $1 }.count
    self.expected = Self.cut(plain, around: common)
    self.actual = Self.cut(actual, around: common)
    note = "the first character that differs is number \(common + 1)"
  }

  private static func note(_ left: Elements, _ right: Elements, _ index: Int) -> String {
    let counts =
      left.places.count == right.places.count
      ? "of \(left.places.count)"
      : "of \(left.places.count) expected and \(right.places.count) that came"
    let path = (index < right.paths.count ? right.paths : left.paths)[index]
    return "the first number that differs, \(counts), is at index "
      + path.map(String.init).joined(separator: ", ")
  }

  private static func firstDifference(_ left: Elements, _ right: Elements) -> Int {
    let pairs = zip(left.places, right.places)
    let differing = pairs.enumerated().first { index, pair in
      left.paths[index] != right.paths[index]
        || !Comparison.agree(pair.0.number, pair.1.number)
    }
    if let differing { return differing.offset }
    let common = min(left.places.count, right.places.count)
    // Equal as written, so that an exact check or a narrow tolerance failed.
    if left.places.count != right.places.count { return common }
    return pairs.enumerated().first { $1.0.number.value != $1.1.number.value }?.offset ?? 0
  }

  private static func beforeTolerance(_ text: String) -> String {
    text.firstIndex(of: "±").map { String(text[..<$0]) } ?? text
  }

  private static func cut(_ text: String, around index: Int) -> String {
    let scalars = Array(text.unicodeScalars)
    let start = max(0, min(index - limit / 2, scalars.count - limit))
    let end = min(scalars.count, start + limit)
    return (start > 0 ? "…" : "") + String(String.UnicodeScalarView(scalars[start..<end]))
      + (end < scalars.count ? "…" : "")
  }

  /// The numbers of nested lists, each with its place in the text and its path of indices.
  private struct Elements {
    let scalars: [Unicode.Scalar]
    let places: [(start: Int, end: Int, number: WrittenNumber)]
    private(set) var paths: [[Int]] = []

    init(_ value: ExpectedValue, in text: String) {
      scalars = Array(text.unicodeScalars)
      places = NumberStyle.places(in: text)
      collect(value, [])
    }

    /// Whether the text's numbers are those of the value, one for one.
    var isWhole: Bool { paths.count == places.count }

    private mutating func collect(_ value: ExpectedValue, _ path: [Int]) {
      switch value {
      case .number: paths.append(path)
      case .list(let values):
        for (index, value) in values.enumerated() { collect(value, path + [index]) }
      case .anything, .text, .string, .dictionary: break
      }
    }

    func around(_ index: Int, _ neighbours: Int) -> String {
      guard !places.isEmpty else { return String(String.UnicodeScalarView(scalars)) }
      let first = max(0, min(index, places.count - 1) - neighbours)
      let last = min(places.count - 1, index + neighbours)
      let start = first == 0 ? 0 : places[first].start
      let end = last == places.count - 1 ? scalars.count : places[last].end
      return (first == 0 ? "" : "…, ")
        + String(String.UnicodeScalarView(scalars[start..<max(start, end)]))
        + (last == places.count - 1 ? "" : ", …")
    }
  }
}
