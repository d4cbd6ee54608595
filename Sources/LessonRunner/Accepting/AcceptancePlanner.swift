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

  /// Whether a value that fails can't be relied on, since a variable was read before it had one above it;
  /// then says so.
  mutating func refuses(_ value: CheckedValue, at position: SourcePosition) -> Bool {
    !value.passed && value.actual != nil && refuses(at: position)
  }

  mutating func refuses(at position: SourcePosition) -> Bool {
    let first = lesson.earlyReads.compactMap { read -> (EarlyRead, line: Int)? in
      // What the program leaves out makes no value.
      guard read.skipped == nil, case .block(let index, let offset) = read.reader,
        lesson.blocks[index].execution == .run
      else { return nil }
      let block = lesson.blocks[index]
      let map = CodeMap(file: lesson.file, firstLine: block.firstLine, code: block.code)
      return (read, map.position(at: offset).line)
    }.min { $0.line < $1.line }
    guard let (read, line) = first, line < position.line else { return false }
    refuse(position, .restsOn(read.variable, readInLine: line))
    return true
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
    let before = (edits, changes)
    plan(claim.expectation, value, at: claim.position, [written])
    guard claim.form == .comment, edits != before.0 else { return }
    // What stands in the text moves with what stands in the comment; a string has no quotes there.
    for edit in edits.subtracting(before.0) {
      let written = slice(edit.line, edit.start, edit.end)
      let isNumber = WrittenNumber(written) != nil
      let old = StringLiteral.value(of: written) ?? written
      let new = StringLiteral.value(of: edit.text) ?? edit.text
      guard let place = lastWritten(old, before: claim.position),
        isNumber || Self.isPlainText(new)
      else {
        if isNumber { continue }
        (edits, changes) = before
        return refuse(claim.position, .otherShape(actual: value.actual ?? ""))
      }
      let text = place.text.contains("−") ? new.replacing("-", with: "−") : new
      edits.insert(
        Acceptance.Edit(line: place.line, start: place.start, end: place.end, text: text))
    }
  }

  /// Whether a text means itself to Markdown, wherever it stands in a line.
  private static func isPlainText(_ text: String) -> Bool {
    !text.isEmpty && text.first != " " && text.last != " "
      && text.unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || " .,:;()-+%/'[]".unicodeScalars.contains(scalar)
      }
  }

  private mutating func plan(
    _ expectation: Expectation, _ value: CheckedValue, at position: SourcePosition,
    _ lines: [(line: Int, start: Int, end: Int)]
  ) {
    guard let computed = value.computed else {
      return refuse(position, .notReached)
    }
    guard !value.varies else {
      return refuse(position, .severalValues(firstFailing: computed.notation))
    }
    guard expectation.relation == .approximately || expectation.relation == .equal else {
      return refuse(position, .noOneValue(expectation.relation, actual: computed.notation))
    }
    if !planNumbers(expectation, computed, lines) {
      planWhole(expectation, computed, position, lines)
    }
  }

  /// Gives each number that is written the value that came for it, where the two have one shape.
  private mutating func planNumbers(
    _ expectation: Expectation, _ computed: ComputedValue,
    _ lines: [(line: Int, start: Int, end: Int)]
  ) -> Bool {
    let written = lines.flatMap { line in numbers(line.line, line.start, line.end) }
    guard let came = Comparison.numbers(of: computed), let new = aligned(expectation.value, came),
      new.count == written.count
    else { return false }
    let isExact = expectation.relation == .equal && expectation.tolerance == nil
    for (place, number) in zip(written, new)
    where isExact || !Comparison.agree(place.number, number, expectation.tolerance) {
      let text =
        isExact
        ? number.text
        : NumberStyle.format(number, like: place.number, within: expectation.tolerance)
      edits.insert(
        Acceptance.Edit(line: place.line, start: place.start, end: place.end, text: text))
    }
    changes += 1
    return true
  }

  /// Writes the value in the place of all that is written, over several lines too.
  private mutating func planWhole(
    _ expectation: Expectation, _ computed: ComputedValue, _ position: SourcePosition,
    _ lines: [(line: Int, start: Int, end: Int)]
  ) {
    var text = computed.notation
    // What its author wrote in quotes stays in quotes.
    if case .string = expectation.value, case .text = computed.structure {
      text = StringLiteral.text(of: computed.description)
    }
    if expectation.tolerance != nil, let sign = expectation.text.firstIndex(of: "±") {
      text += " " + expectation.text[sign...]
    }
    guard let line = lines.first, text.unicodeScalars.count <= Self.longestNewText,
      let new = try? Expectation.read(expectation.relation, text),
      Comparison.holds(new, actual: computed)
    else {
      return refuse(position, .otherShape(actual: computed.notation))
    }
    let end =
      lines.count > 1 ? line.end : line.start + expectation.text.unicodeScalars.count
    edits.insert(Acceptance.Edit(line: line.line, start: line.start, end: end, text: text))
    for other in lines.dropFirst() { lineEdits[other.line] = (1, []) }
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
    lengthenFence(of: output, around: new)
    changes += 1
  }

  /// Makes a fence longer than what would end it among the lines that it holds.
  private mutating func lengthenFence(of output: ExpectedText, around lines: [String]) {
    let start = output.range.start.column - 1
    let opening = lesson.file.line(output.range.start.line).unicodeScalars.dropFirst(start)
    guard let mark = opening.first else { return }
    let length = opening.prefix { $0 == mark }.count
    let longest = lines.map { line in
      line.unicodeScalars.drop { $0 == " " || $0 == "\t" }.prefix { $0 == mark }.count
    }.max()
    guard let longest, longest >= length else { return }
    let more = String(repeating: Character(mark), count: longest + 1 - length)
    edits.insert(
      Acceptance.Edit(line: output.range.start.line, start: start, end: start, text: more))
    let last = output.range.end.line
    let closing = Array(lesson.file.line(last).unicodeScalars)
    guard last > output.range.start.line, let end = closing.lastIndex(of: mark),
      closing[(end + 1)...].allSatisfy({ $0 == " " || $0 == "\t" }), end + 1 >= length,
      closing[(end + 1 - length)...end].allSatisfy({ $0 == mark })
    else { return }
    edits.insert(Acceptance.Edit(line: last, start: end + 1, end: end + 1, text: more))
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
      guard let place = WrittenText.lastPlace(of: number, in: visible) else { continue }
      let text = String(visible[place])
      let start = visible[..<place.lowerBound].unicodeScalars.count
      return (line, start, start + text.unicodeScalars.count, text)
    }
    return nil
  }

  /// What a value of another shape may take of a line.
  private static let longestNewText = 10_000

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
        if replacement.count == 0 { result += edited(line, number) + ending }
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
