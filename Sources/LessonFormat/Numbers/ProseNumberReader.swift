/// Walks through a lesson's text.
struct ProseNumberReader {
  let lesson: Lesson
  private let code: Set<Double>
  private let given: Set<Double>
  private var numbers: [ProseNumber] = []
  /// The line in which a number was looked for last.
  private var line: (number: Int, scalars: [Unicode.Scalar]) = (0, [])

  init(lesson: Lesson) {
    self.lesson = lesson
    given = Set(lesson.frontMatter.given.flatMap { DecimalNumbers.given($0) ?? [] }.map(\.value))
    var code: Set<Double> = []
    for block in lesson.blocks {
      for text in [block.code, block.output?.text ?? "", block.diagnostic?.text ?? ""] {
        for line in text.split(separator: "\n")
        where line.utf8.contains(where: { $0 >= 48 && $0 <= 57 }) {
          for case .number(let number) in PrintedLine.pieces(of: String(line)) {
            code.insert(abs(number.value))
          }
        }
      }
    }
    for claim in lesson.claims {
      for text in [claim.expression, claim.expectation.text] {
        for case .number(let number) in PrintedLine.pieces(of: text) {
          code.insert(abs(number.value))
        }
      }
    }
    self.code = code
  }

  mutating func read() -> [ProseNumber] {
    readFrontMatter()
    read(lesson.document)
    return numbers
  }

  /// What the page shows of the front matter.
  private mutating func readFrontMatter() {
    let shown =
      [lesson.frontMatter.title, lesson.frontMatter.summary]
      + lesson.frontMatter.objectives
    let start = SourcePosition(line: 1, column: 1)
    let end = SourcePosition(line: max(1, lesson.frontMatter.lineCount), column: 1)
    for text in shown { add(text, in: SourceRange(start: start, end: end)) }
  }

  private mutating func read(_ node: Node) {
    switch node.kind {
    case .text(let text), .math(let text, _), .mathBlock(let text): add(text, in: node.range)
    case .code(let text, let backticks):
      if backticks > 1 || !text.contains("≈") { add(text, in: node.range) }
    case .paragraph, .heading, .tableCell: readRun(node.children)
    default: for child in node.children { read(child) }
    }
  }

  /// Inlines: a word before a number may stand in a node of its own.
  private mutating func readRun(_ inlines: [Node]) {
    var text = ""
    var range: SourceRange?
    func join(_ node: Node) {
      range = SourceRange(start: range?.start ?? node.range.start, end: node.range.end)
    }
    for node in inlines {
      switch node.kind {
      case .text(let part):
        text += part
        join(node)
      case .softBreak, .lineBreak:
        text += " "
      default:
        if let range { add(text, in: range) }
        (text, range) = ("", nil)
        read(node)
      }
    }
    if let range { add(text, in: range) }
  }

  private mutating func add(_ text: String, in range: SourceRange) {
    var from = range.start
    for number in DecimalNumbers.find(in: text) {
      let position = place(of: number.text, from: from, to: range.end) ?? from
      from = SourcePosition(
        line: position.line, column: position.column + number.text.unicodeScalars.count)
      numbers.append(
        ProseNumber(text: number.text, position: position, backing: backing(of: number)))
    }
  }

  private func backing(of number: WrittenNumber) -> ProseNumber.Backing {
    if code.contains(number.value) { return .checked }
    return given.contains(number.value) ? .given : .none
  }

  /// Where a number is written, from a place on.
  private mutating func place(
    of text: String, from start: SourcePosition, to end: SourcePosition
  ) -> SourcePosition? {
    let needle = Array(text.unicodeScalars)
    for number in start.line...max(start.line, end.line) {
      // Most numbers stand in the line of the one before.
      if line.number != number {
        line = (number, Array(lesson.file.line(number).unicodeScalars))
      }
      var place = number == start.line ? start.column - 1 : 0
      while place + needle.count <= line.scalars.count {
        if line.scalars[place..<place + needle.count].elementsEqual(needle) {
          return SourcePosition(line: number, column: place + 1)
        }
        place += 1
      }
    }
    return nil
  }
}
