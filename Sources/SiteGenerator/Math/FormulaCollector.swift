import LessonFormat
import LessonRunner

/// The formulas of a lesson, with where they stand.
struct FormulaCollector {
  struct Occurrence {
    var formula: Formula
    /// nil for a formula that is not in the Markdown file's text, such as one in a caption.
    var range: SourceRange?
  }

  private(set) var occurrences: [Occurrence] = []

  /// Collects from the text of a lesson and from its front matter.
  mutating func collect(_ lesson: Lesson) {
    collect(below: lesson.document)
    let frontMatter = lesson.frontMatter
    for text in [lesson.title, frontMatter.summary] + frontMatter.objectives + frontMatter.sources {
      collect(inline: text)
    }
  }

  /// Collects from the captions that a lesson's figures have.
  mutating func collect(captionsOf result: LessonResult) {
    for case .figure(let figure) in result.blocks.flatMap(\.shown) {
      collect(inline: figure.caption)
    }
  }

  /// Collects from a line of Markdown.
  mutating func collect(inline text: String) {
    guard text.contains("$") else { return }
    for node in Prose.inlineNodes(text) { collect(below: node, isInFile: false) }
  }

  /// Collects from a node of a documentation comment.
  mutating func collect(outsideOfTheFile node: Node) { collect(below: node, isInFile: false) }

  private mutating func collect(below node: Node, isInFile: Bool = true) {
    collect(node, range: isInFile ? node.range : nil)
    for child in node.children { collect(below: child, isInFile: isInFile) }
  }

  private mutating func collect(_ node: Node, range: SourceRange?) {
    switch node.kind {
    case .math(let tex, let display):
      occurrences.append(Occurrence(formula: Formula(tex: tex, display: display), range: range))
    case .mathBlock(let tex):
      occurrences.append(Occurrence(formula: Formula(tex: tex, display: true), range: range))
    default: break
    }
  }
}

extension FormulaFinding {
  /// What KaTeX said of a formula, at the line and column of the Markdown file where it stands.
  init(_ message: String, offset: Int?, in formula: Formula, range: SourceRange?, lesson: Lesson) {
    self.init(
      lesson: lesson.id, file: lesson.file.path,
      position: Self.position(of: offset ?? 0, in: formula.tex, range: range, lesson.file),
      formula: formula.tex, message: message)
  }

  /// Finds the formula's line that holds the offset in the lines of the file.
  private static func position(
    of offset: Int, in tex: String, range: SourceRange?, _ file: SourceFile
  ) -> SourcePosition {
    guard let range else { return SourcePosition(line: 1, column: 1) }
    let units = Array(tex.utf16)
    let before = String(decoding: units[..<min(max(offset, 0), units.count)], as: UTF16.self)
    let lines = tex.split(separator: "\n", omittingEmptySubsequences: false)
    let beforeLines = before.split(separator: "\n", omittingEmptySubsequences: false)
    let index = beforeLines.count - 1
    let inLine = beforeLines[index].unicodeScalars.count
    guard index < lines.count else { return range.start }
    let wanted = lines[index]
    var candidates = Array(range.start.line...max(range.start.line, range.end.line))
    // The line of the formula is not before its place in the formula.
    candidates.removeAll { $0 < range.start.line + (index > 0 ? index : 0) }
    for number in candidates {
      let line = file.line(number)
      let first = number == range.start.line ? range.start.column - 1 : 0
      guard first <= line.unicodeScalars.count else { continue }
      let start = line.unicodeScalars.index(line.unicodeScalars.startIndex, offsetBy: first)
      if let found = line[start...].firstRange(of: wanted) {
        let column = line.unicodeScalars.distance(
          from: line.unicodeScalars.startIndex, to: found.lowerBound)
        return SourcePosition(line: number, column: column + inLine + 1)
      }
    }
    return range.start
  }
}
