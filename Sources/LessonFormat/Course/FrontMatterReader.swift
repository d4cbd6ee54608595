extension FrontMatter {
  /// The keys that front matter may have.
  public static let keys = [
    "title", "summary", "objectives", "prerequisites", "sources", "minutes", "given", "covers",
    "formerly",
  ]

  /// Reads what stands between the `---` lines at the top of a file, and says what is wrong
  /// with it.
  ///
  /// - Parameters:
  ///   - file: The lesson.
  ///   - lessons: The stems of the course's lessons; given these, a prerequisite that is none of
  ///     them is reported.
  public static func read(
    from file: SourceFile, lessons: [String]? = nil
  ) -> (frontMatter: FrontMatter, findings: [FormatFinding]) {
    var frontMatter = FrontMatter()
    var first = file.line(1)
    if first.unicodeScalars.first == "\u{FEFF}" { first.unicodeScalars.removeFirst() }
    guard !file.lines.isEmpty, isMarker(first, "---") else { return (frontMatter, []) }
    var decoder = YAMLDecoder(file: file)
    let closing = file.lines.indices.dropFirst().first {
      isMarker(file.lines[$0], "---") || isMarker(file.lines[$0], "...")
    }
    guard let closing else {
      decoder.note(
        "the front matter that starts here is not closed", at: SourcePosition(line: 1, column: 1),
        width: 3, remedy: "end it with a line of `---`")
      return (frontMatter, decoder.findings)
    }
    frontMatter.lineCount = closing + 1
    let text = file.lines[1..<closing].joined(separator: "\n") + "\n"
    do {
      if let node = try YAMLReader.read(text, firstLine: 2) {
        frontMatter.decode(node, with: &decoder, lessons: lessons)
      }
    } catch {
      decoder.note(
        "the front matter can't be read: \(error.message)",
        at: error.position.clamped(to: file, last: closing + 1),
        remedy: error.remedy)
    }
    return (frontMatter, decoder.findings)
  }

  private static func isMarker(_ line: Substring, _ marker: String) -> Bool {
    line.hasPrefix(marker) && line.dropFirst(3).allSatisfy { $0 == " " || $0 == "\t" }
  }

  private mutating func decode(
    _ node: YAMLNode, with decoder: inout YAMLDecoder, lessons: [String]?
  ) {
    if node.isNull { return }
    let entries = decoder.entries(of: node, known: Self.keys, name: "the front matter")
    title = decoder.text(entries["title"]) ?? ""
    summary = decoder.text(entries["summary"]) ?? ""
    objectives = decoder.texts(entries["objectives"]).map(\.text)
    sources = decoder.texts(entries["sources"]).map(\.text)
    for (stem, position) in decoder.texts(entries["prerequisites"]) {
      prerequisites.append(stem)
      guard let lessons, !lessons.contains(stem) else { continue }
      let nearest = Spelling.nearest(to: stem, among: lessons)
      decoder.note(
        "no lesson of the course is called `\(stem)`", at: position,
        width: stem.unicodeScalars.count,
        remedy: nearest.map { "did you mean `\($0)`?" }
          ?? "name the stem of a lesson that `course.yaml` lists",
        rule: .unknownPrerequisite)
    }
    if let entry = entries["minutes"], let number = decoder.positiveNumber(entry) {
      if number == number.rounded(), number < 10_000 {
        minutes = Int(number)
      } else {
        decoder.note(
          "`minutes` must be a whole number", at: entry.value.position,
          remedy: "write `minutes: \(Int(min(number, 9_999).rounded(.up)))`")
      }
    }
    covers = decoder.texts(entries["covers"]).map { Entry($0.text, at: $0.position) }
    for (stem, position) in decoder.texts(entries["formerly"]) {
      if Course.isStem(stem) {
        formerly.append(Entry(stem, at: position))
      } else {
        decoder.note(
          "`\(stem)` can't have been a lesson's stem", at: position,
          width: max(1, stem.unicodeScalars.count),
          remedy: "write the name that the file had, without folder and `.md`; \(Course.stemRemedy)"
        )
      }
    }
    for (number, position) in decoder.texts(entries["given"]) {
      if DecimalNumbers.given(number) != nil {
        given.append(number)
      } else {
        decoder.note(
          "`given` lists numbers, and `\(number)` is not a number", at: position,
          width: number.unicodeScalars.count, remedy: "write the number as the text has it")
      }
    }
  }
}

extension SourcePosition {
  /// The position, or the last line's end when it is beyond: libyaml sees a file's end there.
  func clamped(to file: SourceFile, last: Int) -> SourcePosition {
    guard line > last || line > file.lines.count else { return self }
    let line = max(1, min(last, file.lines.count))
    return SourcePosition(line: line, column: file.line(line).unicodeScalars.count + 1)
  }
}
