import LessonFormat

/// Collects the edits.
struct AcceptancePlanner {
  let lesson: Lesson
  private var edits: Set<Acceptance.Edit> = []
  /// Whole lines that are replaced, by the first of them: the lines after it that go, and the
  /// text that comes.
  private var lineEdits: [Int: (count: Int, lines: [String])] = [:]
  private(set) var changes = 0
  private(set) var refusals: [Acceptance.Refusal] = []

  init(lesson: Lesson) {
    self.lesson = lesson
  }

  private mutating func refuse(_ position: SourcePosition, _ cause: Acceptance.Refusal.Cause) {
    refusals.append(
      Acceptance.Refusal(file: lesson.file.path, position: position, cause: cause))
  }

  mutating func plan(_ check: Check, in block: CodeBlock, _ value: CheckedValue) {
    guard !value.passed else { return }
    let map = CodeMap(file: lesson.file, firstLine: block.firstLine, code: block.code)
    let lines = check.comments.enumerated().map { index, span in
      let start = map.position(at: span.start)
      let end = map.position(at: span.end)
      return (
        line: start.line, start: index == 0 ? check.position.column - 1 : start.column + 1,
        end: end.column - 1
      )
    }
    plan(check.expectation, value, at: check.position, lines)
  }

  mutating func plan(_ claim: Claim, _ value: CheckedValue) {
    guard !value.passed else { return }
    let start = claim.position.column - 1
    let written = (claim.position.line, start, start + claim.width)
    let before = edits
    plan(claim.expectation, value, at: claim.position, [written])
    guard claim.form == .comment, edits != before else { return }
    // The number in the text moves with the one in the comment.
    for edit in edits.subtracting(before) {
      let old = slice(edit.line, edit.start, edit.end)
      guard let place = lastWritten(old, before: claim.position) else { continue }
      let text = place.text.contains("−") ? edit.text.replacing("-", with: "−") : edit.text
      edits.insert(
        Acceptance.Edit(line: place.line, start: place.start, end: place.end, text: text))
    }
  }

  private mutating func plan(
    _ expectation: Expectation, _ value: CheckedValue, at position: SourcePosition,
    _ lines: [(line: Int, start: Int, end: Int)]
  ) {
    guard let actual = value.actual else {
      return refuse(position, .notReached)
    }
    guard !value.varies else {
      return refuse(position, .severalValues(firstFailing: actual))
    }
    guard expectation.relation == .approximately || expectation.relation == .equal else {
      return refuse(
        position, .noOneValue(expectation.relation, actual: actual))
    }
    let written = lines.flatMap { line in numbers(line.line, line.start, line.end) }
    if let came = Comparison.readNumeric(actual), let new = aligned(expectation.value, came) {
      guard new.count <= written.count else {
        return refuse(position, .ambiguousNumbers(actual: actual))
      }
      for (place, number) in zip(written, new)
      where expectation.relation == .equal
        || !Comparison.agree(place.number, number, expectation.tolerance)
      {
        let text =
          expectation.relation == .equal
          ? number.text
          : NumberStyle.format(number, like: place.number, within: expectation.tolerance)
        edits.insert(
          Acceptance.Edit(line: place.line, start: place.start, end: place.end, text: text))
      }
      changes += 1
      return
    }
    guard lines.count == 1, !actual.contains("\n"), let line = lines.first,
      actual.unicodeScalars.count <= Self.longestNewText
    else {
      return refuse(position, .otherShape(actual: actual))
    }
    let end = line.start + expectation.text.unicodeScalars.count
    edits.insert(Acceptance.Edit(line: line.line, start: line.start, end: end, text: actual))
    changes += 1
  }

  mutating func plan(_ output: ExpectedText, printed: String) {
    guard Comparison.firstDifference(expected: output.text, actual: printed) != nil else { return }
    let old = Comparison.printedLines(output.text)
    let new = Comparison.printedLines(printed)
    let opening = lesson.file.line(output.range.start.line)
    let prefix = String(
      opening.unicodeScalars.prefix(output.range.start.column - 1).map {
        $0 == ">" ? ">" : $0 == "\t" ? "\t" : " "
      } as [Character])
    let lines = new.enumerated().map { index, line in
      let text = index < old.count ? NumberStyle.line(line, like: old[index]) : line
      return text.isEmpty ? prefix.trimmingTrailingBlanks : prefix + text
    }
    let count = output.text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
    lineEdits[output.firstLine] = (count, lines)
    changes += 1
  }

  // MARK: Written numbers

  private struct Place {
    var line: Int
    var start: Int
    var end: Int
    var number: WrittenNumber
  }

  private func slice(_ line: Int, _ start: Int, _ end: Int) -> String {
    let scalars = lesson.file.line(line).unicodeScalars
    return String(String.UnicodeScalarView(scalars.dropFirst(start).prefix(end - start)))
  }

  /// The numbers of a stretch, up to a tolerance.
  private func numbers(_ line: Int, _ start: Int, _ end: Int) -> [Place] {
    var text = slice(line, start, end)
    if let tolerance = text.firstIndex(of: "±") { text = String(text[..<tolerance]) }
    return NumberStyle.places(in: text).map { place in
      Place(line: line, start: start + place.start, end: start + place.end, number: place.number)
    }
  }

  /// Where a number stands last before a place, and how it is written there.
  private func lastWritten(
    _ number: String, before position: SourcePosition
  ) -> (line: Int, start: Int, end: Int, text: String)? {
    for line in stride(from: position.line, to: max(0, position.line - 40), by: -1) {
      let limit = line == position.line ? position.column - 1 : Int.max
      let content = slice(line, 0, limit == Int.max ? 1 << 20 : limit)
      // A comment's own text is not the text beside it.
      let visible = content.components(before: "<!--")
      guard let place = WrittenText.places(of: number, in: visible).last else { continue }
      let text = String(visible[place])
      let start = visible[..<place.lowerBound].unicodeScalars.count
      return (line, start, start + text.unicodeScalars.count, text)
    }
    return nil
  }

  /// What a value of another shape may take of a line.
  private static let longestNewText = 200

  /// The numbers that came for those that are written, in order; nil when the shapes differ.
  private func aligned(_ written: ExpectedValue, _ came: ExpectedValue) -> [WrittenNumber]? {
    switch (written, came) {
    case (.number, .number(let number)): return [number]
    case (.list(let written), .list(let came)):
      guard let gap = written.firstIndex(of: .anything) else {
        return written.count == came.count ? aligned(written[...], came[...]) : nil
      }
      let rest = written[(gap + 1)...]
      guard !rest.contains(.anything), gap + rest.count <= came.count,
        let head = aligned(written[..<gap], came[..<gap]),
        let tail = aligned(rest, came.suffix(rest.count))
      else { return nil }
      return head + tail
    default: return nil
    }
  }

  private func aligned(
    _ written: ArraySlice<ExpectedValue>, _ came: ArraySlice<ExpectedValue>
  ) -> [WrittenNumber]? {
    var numbers: [WrittenNumber] = []
    for (written, came) in zip(written, came) {
      guard let new = aligned(written, came) else { return nil }
      numbers += new
    }
    return numbers
  }

  // MARK: Writing

  /// The file's text with all edits made.
  func apply() -> String {
    var result = ""
    var remaining = Substring(lesson.file.text)
    var skipped = 0
    for (index, line) in lesson.file.lines.enumerated() {
      let number = index + 1
      let ending = takeLine(line, from: &remaining)
      if let replacement = lineEdits[number] {
        let lineEnd = ending.isEmpty ? "\n" : String(ending)
        result += replacement.lines.map { $0 + lineEnd }.joined()
        skipped = replacement.count
        if replacement.count == 0 { result += line + ending }
      }
      if skipped > 0 {
        skipped -= 1
        continue
      }
      if lineEdits[number] == nil { result += edited(line, number) + ending }
    }
    return result
  }

  /// Passes over a line of the text, and returns its ending.
  private func takeLine(_ line: Substring, from remaining: inout Substring) -> Substring {
    remaining = Substring(remaining.utf8.dropFirst(line.utf8.count))
    let bytes = remaining.utf8
    var length = 0
    if bytes.first == 13 {
      length = bytes.dropFirst().first == 10 ? 2 : 1
    } else if bytes.first == 10 {
      length = 1
    }
    let ending = Substring(bytes.prefix(length))
    remaining = Substring(bytes.dropFirst(length))
    return ending
  }

  private func edited(_ line: Substring, _ number: Int) -> String {
    var scalars = Array(line.unicodeScalars)
    for edit in edits.filter({ $0.line == number }).sorted(by: { $0.start > $1.start })
    where edit.start <= edit.end && edit.end <= scalars.count {
      scalars.replaceSubrange(edit.start..<edit.end, with: Array(edit.text.unicodeScalars))
    }
    return String(String.UnicodeScalarView(scalars))
  }
}

extension String {
  fileprivate func components(before marker: String) -> String {
    firstRange(of: marker).map { String(self[..<$0.lowerBound]) } ?? self
  }

  fileprivate var trimmingTrailingBlanks: String {
    var text = self
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return text
  }
}
