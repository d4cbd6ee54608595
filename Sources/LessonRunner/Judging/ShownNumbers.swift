import LessonFormat

/// The decimal numbers in figures and tables as a run produced them, each with where its author typed
/// it, if at all.
///
/// A number in such a text was typed when a string literal of the code that ran has it between its
/// interpolations, and that stretch stands as a whole, around the number, in the text: `"A peak of 0.85"`
/// types the number of a title that says so, and so do `"A peak of " + "0.85"` and a variable that holds
/// either. Any other number came of a value: by interpolation (`"A peak of \(peak)"`), by formatting,
/// or because the figure computed it, as it does the numbers at its ticks.
///
/// The case of ASCII letters and blanks at the ends of a literal's stretch make no difference, since
/// texts are capitalised and trimmed. A stretch of a drawing's own markup types the numbers of the text
/// in it.
struct ShownNumbers {
  /// What a number stands in, as a reader would call it.
  enum Place: String {
    case title
    case alternative = "alternative text"
    case caption
    case label
    case table
  }

  /// A number that a figure or table shows.
  struct Shown {
    let number: TextNumber
    let place: Place
    /// Where its author typed it; nil for one that came of a value.
    let typed: Typed?
  }

  /// A stretch of a string literal in a block.
  struct Typed: Hashable {
    let block: Int
    let literal: CodeLiterals.Text
    /// The digits as they are typed there.
    let digits: String
  }

  /// A stretch with its scalars as they are compared.
  private struct Stretch {
    let typed: Typed
    let scalars: [Unicode.Scalar]
    /// The text in it, where it is markup.
    let isMarkup: Bool
  }

  /// The stretches in which digits stand, by those.
  private var stretches: [String: [Stretch]] = [:]

  /// What the blocks that ran have typed.
  init(_ lesson: Lesson, _ blocks: [BlockResult]) {
    for (block, result) in zip(lesson.blocks, blocks) where result.isReached {
      for literal in block.literals.texts { add(literal, of: block.index) }
    }
  }

  private mutating func add(_ literal: CodeLiterals.Text, of block: Int) {
    let text = literal.text.trimmed
    add(TextNumber.digits(in: text), literal, text, of: block, isMarkup: false)
    guard text.contains("<"), text.contains(">") else { return }
    // What stands behind the end of each tag.
    let content = text.split(separator: "<").compactMap { part in
      part.firstIndex(of: ">").map { String(part[part.index(after: $0)...]) }
    }.joined(separator: " ")
    add(TextNumber.digits(in: content), literal, literal.text, of: block, isMarkup: true)
  }

  private mutating func add(
    _ digits: [String], _ literal: CodeLiterals.Text, _ text: String, of block: Int, isMarkup: Bool
  ) {
    for digits in Set(digits) {
      let typed = Typed(block: block, literal: literal, digits: digits)
      stretches[digits, default: []].append(
        Stretch(typed: typed, scalars: Self.folded(text), isMarkup: isMarkup))
    }
  }

  private static func folded(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.map { scalar in
      ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value | 0x20)) : scalar
    }
  }

  // MARK: Texts

  /// The numbers of a figure or table. Of the table beneath a figure, which repeats what it draws, only
  /// those that were typed; and each typed number once.
  func numbers(of item: ShownItem) -> [Shown] {
    var shown: [Shown] = []
    switch item {
    case .figure(let figure):
      shown += numbers(in: figure.title, .title)
      shown += numbers(in: figure.alternative, .alternative)
      shown += numbers(inCaption: figure.caption)
      for text in figure.words where text != figure.title && text != figure.alternative {
        shown += numbers(in: text, .label, markup: figure.svg)
      }
      if let table = figure.table {
        shown += (table.columns + table.rows.flatMap(\.self)).flatMap { numbers(in: $0, .table) }
          .filter { $0.typed != nil }
      }
    case .table(let table):
      shown += numbers(in: table.title, .title)
      shown += (table.columns + table.rows.flatMap(\.self)).flatMap { numbers(in: $0, .table) }
    }
    var seen: Set<Typed> = []
    return shown.filter { $0.typed.map { seen.insert($0).inserted } ?? true }
  }

  private func numbers(in text: String, _ place: Place, markup: String? = nil) -> [Shown] {
    let found = TextNumber.all(in: text)
    guard !found.isEmpty else { return [] }
    let scalars = Self.folded(text)
    return found.map { number in
      Shown(
        number: number, place: place, typed: typed(number.digits, in: scalars, markup: markup))
    }
  }

  private func numbers(inCaption caption: String) -> [Shown] {
    let found = MarkdownLine.numbers(in: caption, isComputed: true)
    guard !found.isEmpty else { return [] }
    let scalars = Self.folded(caption)
    var starts = [0]
    for (offset, scalar) in scalars.enumerated() where scalar == "\n" { starts.append(offset + 1) }
    return found.map { found in
      let offset = starts[min(found.position.line, starts.count) - 1] + found.position.column - 1
      let first = scalars[min(offset, scalars.count)...].firstIndex { ("0"..."9").contains($0) }
      let start = first ?? offset
      let digits = start..<min(scalars.count, start + found.number.digits.count)
      return Shown(number: found.number, place: .caption, typed: typed(digits, in: scalars))
    }
  }

  /// Where digits of a text were typed; nil where they came of a value.
  private func typed(
    _ digits: Range<Int>, in text: [Unicode.Scalar], markup: String? = nil
  ) -> Typed? {
    guard digits.lowerBound <= digits.upperBound, digits.upperBound <= text.count else {
      return nil
    }
    let written = String(scalars: text[digits])
    let stretch = stretches[written]?.first { stretch in
      guard stretch.isMarkup else { return Self.covers(digits, stretch.scalars, in: text) }
      return markup?.contains(stretch.typed.literal.text) ?? false
    }
    return stretch?.typed
  }

  /// Whether a stretch stands in a text so that digits are within it.
  private static func covers(
    _ digits: Range<Int>, _ stretch: [Unicode.Scalar], in text: [Unicode.Scalar]
  ) -> Bool {
    let first = max(0, digits.upperBound - stretch.count)
    let last = min(digits.lowerBound, text.count - stretch.count)
    guard first <= last else { return false }
    return (first...last).contains { start in
      text[start..<(start + stretch.count)].elementsEqual(stretch)
    }
  }
}

extension TextNumber {
  /// The digits of the decimal numbers in a text.
  fileprivate static func digits(in text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    return all(in: text).map { String(scalars: scalars[$0.digits]) }
  }
}
