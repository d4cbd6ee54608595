/// A decimal number that a reader sees in prose, in a formula or in a table.
public struct ProseNumber: Hashable, Sendable {
  /// What backs it.
  public enum Backing: Hashable, Sendable {
    /// It is claimed and computed, or stands in the lesson's code or verified output.
    case checked
    /// The front matter lists it under `given`.
    case given
    case none
  }

  public var text: String
  public var position: SourcePosition
  public var backing: Backing
}

extension Lesson {
  /// The decimal numbers of the text in order, each with what backs it.
  ///
  /// A decimal number has digits on both sides of a point. Version numbers and dates (`1.2.3`),
  /// numbers of sections, figures and versions (`section 5.7`, `Swift 6.3`), parts of words and
  /// addresses are none. Signs are not compared: a minus before a number may well subtract.
  public var proseNumbers: [ProseNumber] {
    var reader = ProseNumberReader(lesson: self)
    return reader.read()
  }
}

/// Finds decimal numbers in a text.
enum DecimalNumbers {
  /// Words after which a decimal number is a name.
  private static let naming: Set = [
    "section", "sections", "sect.", "sec.", "§", "chapter", "chapters", "figure", "figures",
    "fig.", "table", "tables", "equation", "equations", "eq.", "eqn.", "theorem", "lemma",
    "algorithm", "appendix", "part", "version", "versions", "release", "v", "swift", "debian",
    "python", "commonmark", "katex", "macos", "numpy", "pytorch",
  ]

  /// The decimal numbers in a text, without signs, in order.
  static func find(in text: String) -> [WrittenNumber] {
    // Most texts hold no decimal number; taking them apart would be most of the work.
    guard hasPointBetweenDigits(text) else { return [] }
    var numbers: [WrittenNumber] = []
    var before = ""
    for piece in PrintedLine.pieces(of: text) {
      switch piece {
      case .text(let text): before += text
      case .number(let number):
        if number.text.contains("."), !isName(after: before) { numbers.append(number.unsigned) }
        before += number.text
      }
      // Only the word right before a number counts, and no address is as long as this.
      if before.utf8.count > 4000 { before = String(before.suffix(2000)) }
    }
    return numbers
  }

  private static func hasPointBetweenDigits(_ text: String) -> Bool {
    var last: (UInt8, UInt8) = (0, 0)
    for byte in text.utf8 {
      if last.1 == UInt8(ascii: "."), isDigit(last.0), isDigit(byte) { return true }
      last = (last.1, byte)
    }
    return false
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

  private static func isName(after text: String) -> Bool {
    guard let end = text.lastIndex(where: { !$0.isWhitespace }) else { return false }
    let start = text[...end].lastIndex(where: \.isWhitespace).map(text.index(after:))
    let word = text[(start ?? text.startIndex)...end]
    let isAttached = text.last.map { !$0.isWhitespace } ?? false
    let bare = word.drop { "([“\"".contains($0) }.lowercased()
    return naming.contains(bare) || (isAttached && bare.contains("://"))
  }
}

extension WrittenNumber {
  /// The number without its sign.
  var unsigned: WrittenNumber {
    let digits = text.drop { "+-−".contains($0) }
    return WrittenNumber(value: abs(value), halfUnit: halfUnit, text: String(digits))
  }
}

/// Walks through a lesson's text.
private struct ProseNumberReader {
  let lesson: Lesson
  private let code: Set<Double>
  private let given: Set<Double>
  private var numbers: [ProseNumber] = []
  /// The line in which a number was looked for last.
  private var line: (number: Int, scalars: [Unicode.Scalar]) = (0, [])

  init(lesson: Lesson) {
    self.lesson = lesson
    given = Set(lesson.frontMatter.given.compactMap { WrittenNumber($0)?.unsigned.value })
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
