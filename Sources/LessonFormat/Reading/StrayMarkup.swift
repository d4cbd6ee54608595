/// What an author meant as code or as a claim, and what Markdown reads as something else.
extension LessonReader {
  /// A fence whose language is almost one of those that mean something in a lesson: `Swift`,
  /// `{swift}`, `swift,ignore`, `Output`.
  func misspeltLanguage(_ info: InfoString, _ node: Node) -> FormatFinding? {
    let language = info.language.isEmpty ? info.misplaced : info.language
    let known = ["swift"] + CompanionFence.allCases.map(\.rawValue)
    guard !language.isEmpty, !known.contains(language) else { return nil }
    // What an editor or another tool adds stands around the word: `{swift}`, `swift,ignore`,
    // `lang=swift`.
    let words = language.split { !$0.isLetter }.map { $0.lowercased() }
    let ofOurs = FenceAttributes.Word.allCases.map(\.rawValue)
    let meant =
      words.first.flatMap { word in known.first { Spelling.edits(from: word, to: $0) <= 1 } }
      ?? (words.dropFirst().contains("swift") ? "swift" : nil)
      ?? (words.first.map(ofOurs.contains) == true ? "swift" : nil)
    guard let meant else { return nil }
    return FormatFinding(
      .badInfoString, at: node.range.start, width: lineText(node).count, source: lineText(node),
      message: "nothing is checked in a fence that is called `\(language)`",
      remedy: "write `\(meant)`, and any other words after a blank, or give it another language")
  }

  /// A fence of ours that four blanks or more make a part of indented code.
  func indentedFence(_ fence: Node.CodeFence, _ node: Node) -> FormatFinding? {
    guard fence.info.isEmpty, fence.firstLine == node.range.start.line else { return nil }
    let lines = fence.literal.split(separator: "\n", omittingEmptySubsequences: false)
    let known = ["swift"] + CompanionFence.allCases.map(\.rawValue)
    let place = lines.firstIndex { line in
      let marks = line.prefix { $0 == "`" || $0 == "~" }
      return marks.count >= 3 && known.contains { line.dropFirst(marks.count).hasPrefix($0) }
    }
    guard let place else { return nil }
    let number = fence.firstLine + place
    let line = file.line(number)
    let blanks = line.prefix { $0 == " " || $0 == "\t" || $0 == ">" }.unicodeScalars.count
    return FormatFinding(
      .badInfoString, at: SourcePosition(line: number, column: blanks + 1),
      width: max(1, line.unicodeScalars.count - blanks), source: String(line),
      message: "this fence is indented by four blanks or more, so that Markdown shows it as text",
      remedy: "indent it as the text around it, by three blanks at most")
  }

  /// What opens in a block of raw HTML and is never closed.
  func unclosed(inHTML node: Node) -> [FormatFinding] {
    guard case .htmlBlock(let html) = node.kind else { return [] }
    return [
      unclosedComment(in: html, of: node), unclosedMarkup(html, in: node),
      fence(in: html, of: node),
    ].compactMap { $0 }
  }

  /// A fence of ours, or a claim, that stands in raw HTML because no blank line comes before it: nothing is
  /// checked in it.
  private func fence(in html: String, of node: Node) -> FormatFinding? {
    let text = RawHTML.dividedFromComments(html).html
    let start = text.trimmingBlanks.lowercased()
    guard !["<pre", "<script", "<style", "<textarea", "<!", "<?"].contains(where: start.hasPrefix)
    else { return nil }
    let known = ["swift"] + CompanionFence.allCases.map(\.rawValue)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let place = lines.firstIndex { line in
      let line = line.drop { $0 == " " || $0 == ">" }
      let marks = line.prefix { $0 == "`" || $0 == "~" }
      let word = line.dropFirst(marks.count).prefix { $0.isLetter }
      if marks.count >= 3 { return known.contains(String(word)) }
      return line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .contains { $0.offset % 2 == 1 && $0.element.contains("≈") }
    }
    guard let place else { return nil }
    let number = node.range.start.line + place
    return FormatFinding(
      .badInfoString, at: SourcePosition(line: number, column: 1),
      width: max(1, file.line(number).unicodeScalars.count), source: String(file.line(number)),
      message: "this stands in raw HTML, where no code runs and no claim is checked",
      remedy: "put a blank line before it, so that Markdown begins anew")
  }

  /// A comment that opens in a block of HTML and that nothing closes: it hides all that follows.
  private func unclosedComment(in html: String, of node: Node) -> FormatFinding? {
    guard let open = RawHTML.comments(in: html).rest.range(of: "<!--") else { return nil }
    let before = html[..<open.lowerBound]
    let line = node.range.start.line + before.count { $0 == "\n" }
    let column =
      before.split(separator: "\n", omittingEmptySubsequences: false).last?
      .unicodeScalars.count ?? 0
    let start = line == node.range.start.line ? node.range.start.column : 1
    return FormatFinding(
      .badCheck, kind: .claim, at: SourcePosition(line: line, column: start + column), width: 4,
      source: String(file.line(line)),
      message: "the comment that opens here is never closed, and hides what follows",
      remedy: "close it with `-->`")
  }

  /// A comment that opens in a line of text and that nothing in its paragraph closes: it is shown, and what
  /// it holds is checked by nothing.
  mutating func unclosedComment(in node: Node) -> FormatFinding? {
    guard let place = find("<!--", in: node) else { return nil }
    let line = file.line(place.line)
    let before = line.unicodeScalars.prefix(place.column - 1)
    let isReported = findings.contains { $0.position.line == place.line && $0.rule == .badCheck }
    guard before.last != "\\", !isReported else { return nil }
    return FormatFinding(
      .badCheck, kind: .claim, at: place, width: 4, source: String(line),
      message: "the comment that opens here does not end in its paragraph, and is shown as text",
      remedy: "close it with `-->` before the next blank line, or write `\\<!--` to show it")
  }

  /// Raw HTML that opens what nothing closes, and that takes all that follows for its own.
  private func unclosedMarkup(_ html: String, in node: Node) -> FormatFinding? {
    let text = html.trimmingBlanks.lowercased()
    let ends = ["</script>", "</pre>", "</style>", "</textarea>"]
    let opened: (mark: String, ends: [String])? =
      if text.hasPrefix("<!--") { nil } else if text.hasPrefix("<?") {
        ("<?", ["?>"])
      } else if text.hasPrefix("<![cdata[") { ("<![CDATA[", ["]]>"]) } else if text.hasPrefix("<!")
      { ("<!", [">"]) } else if let end = ends.first(where: { Self.opens(text, $0) }) {
        ("<\(end.dropFirst(2))", ends)
      } else { nil }
    guard let opened, !opened.ends.contains(where: { text.range(of: $0) != nil }) else {
      return nil
    }
    return FormatFinding(
      .badCheck, kind: .claim, at: node.range.start, width: opened.mark.utf8.count,
      source: lineText(node),
      message: "the `\(opened.mark)` that opens here is never closed, and takes in what follows",
      remedy:
        "close it with `\(opened.ends.count > 1 ? "</" + opened.mark.dropFirst() : opened.ends[0])`, or write "
        + "`\\\(opened.mark)` to show it")
  }

  /// Whether a text opens the element that `end` ends.
  private static func opens(_ text: String, _ end: String) -> Bool {
    let name = end.dropFirst(2).dropLast()
    guard text.hasPrefix("<" + name) else { return false }
    let next = text.dropFirst(name.count + 1).first
    return next.map { $0 == ">" || $0.isWhitespace } ?? true
  }

  /// A footnote that no reader sees, and in which nothing is checked.
  func unused(_ footnote: UnusedFootnote) -> FormatFinding {
    FormatFinding(
      .deadLink, kind: .link, at: footnote.position, width: footnote.label.unicodeScalars.count + 3,
      source: String(file.line(footnote.position.line)),
      message: "no text refers to the footnote `\(footnote.label)`, so that it is not shown",
      remedy: "refer to it by `[^\(footnote.label)]`, or take it out")
  }

  /// Claims in the cells of a table that its head has no column for, and that no reader sees.
  func droppedClaims(_ table: Node, columns: Int) -> [FormatFinding] {
    table.children.compactMap { row in
      let line = Array(file.line(row.range.start.line).utf8)
      let start = String(
        file.line(row.range.start.line).unicodeScalars.prefix(row.range.start.column - 1)
      )
      .utf8.count
      guard start <= line.count else { return nil }
      for cell in TableRow.cells(line[start...]).dropFirst(columns) {
        let text = String(decoding: line[cell], as: UTF8.self)
        guard text.contains("≈") || text.contains("<!--") else { continue }
        let column = String(decoding: line[..<cell.lowerBound], as: UTF8.self).unicodeScalars.count
        return FormatFinding(
          .badCheck, kind: .claim,
          at: SourcePosition(line: row.range.start.line, column: column + 1),
          width: text.unicodeScalars.count, source: String(decoding: line, as: UTF8.self),
          message: "this cell is one more than the table has columns, and is not shown",
          remedy: "give the table's head and its line of hyphens a column for it")
      }
      return nil
    }
  }
}
