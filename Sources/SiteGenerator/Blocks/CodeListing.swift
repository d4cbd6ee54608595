import LessonFormat
import LessonRunner
import Markup

/// The lines of a Swift block, highlighted, each check with its mark in place of the slashes.
struct CodeListing {
  let code: String
  let checks: [Check]
  let values: [CheckedValue]

  /// All that the HTML is made from.
  var key: String {
    var key = "swift\n" + code
    for (check, value) in zip(checks, values) {
      key += "\u{0}\(check.comments)\(value.passed)\(value.expected)\u{0}\(value.actual ?? "\u{1}")"
    }
    return key
  }

  /// The content of a `code` element: one `span` of class `line` for each line.
  func html() -> HTML<Phrasing> {
    var writer = LineWriter(bytes: Array(code.utf8))
    let comments = commentsByStart()
    for token in SwiftHighlighter.tokens(of: code) {
      if let comment = comments[token.start] {
        writer.writeGap(upTo: token.start)
        writer.writeCheck(upTo: min(comment.end, token.end), mark: comment.mark)
      } else if token.start >= writer.offset {
        writer.write(upTo: token.start, as: nil)
        writer.write(upTo: token.end, as: token.kind)
      }
    }
    return writer.finish()
  }

  private struct Comment {
    var end: Int
    /// nil for the second and further lines of a check.
    var mark: CheckMark?
  }

  private func commentsByStart() -> [Int: Comment] {
    var comments: [Int: Comment] = [:]
    for (check, value) in zip(checks, values) {
      for (index, span) in check.comments.enumerated() {
        comments[span.start] = Comment(
          end: span.end,
          mark: index == 0 ? CheckMark(value, check.expectation.relation) : nil)
      }
    }
    return comments
  }
}

/// Writes code line by line, so that each line is an element of its own.
private struct LineWriter {
  let bytes: [UInt8]
  private(set) var offset = 0
  private var html = HTML<Phrasing>()
  private var source = HTML<Phrasing>()
  private var gap = HTML<Phrasing>()
  private var check = HTML<Phrasing>()

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Writes the code up to an offset; a token over several lines becomes a span in each.
  mutating func write(upTo end: Int, as kind: SwiftHighlighter.Kind?) {
    while offset < end {
      let lineEnd = bytes[offset..<end].firstIndex(of: 10) ?? end
      let text = String(decoding: bytes[offset..<lineEnd], as: UTF8.self)
      if let kind, !text.isEmpty {
        source += .span([.class(kind.rawValue)], .text(text))
      } else {
        source.add(text: text)
      }
      offset = lineEnd
      if lineEnd < end {
        endLine()
        offset += 1
      }
    }
  }

  /// Writes what stands before a check. The spaces right before it are apart, since a narrow screen
  /// has no room for them.
  mutating func writeGap(upTo end: Int) {
    var start = end
    while start > offset, bytes[start - 1] == UInt8(ascii: " ") { start -= 1 }
    write(upTo: start, as: nil)
    gap = .text(String(decoding: bytes[start..<end], as: UTF8.self))
    offset = end
  }

  /// Writes the comment of a check, `//` first.
  mutating func writeCheck(upTo end: Int, mark: CheckMark?) {
    let text = String(decoding: bytes[(offset + 2)..<end], as: UTF8.self)
    let slashes: HTML<Phrasing> = .span([.class("slashes"), .ariaHidden], "//")
    let expected: HTML<Phrasing> = .span([.class("expected")], .text(text))
    if let mark {
      check = .span(
        [.class("check \(mark.cssClass)")], slashes, mark.button, expected, mark.revealed)
    } else {
      check = .span([.class("check more")], slashes, expected)
    }
    offset = end
  }

  mutating func finish() -> HTML<Phrasing> {
    write(upTo: bytes.count, as: nil)
    if !source.isEmpty || !check.isEmpty { endLine() }
    return html
  }

  private mutating func endLine() {
    if check.isEmpty {
      html += .span([.class("line")], source, "\n")
    } else {
      html += .span(
        [.class("line checked")],
        .span([.class("source")], source), .span([.class("gap")], gap), check, "\n")
    }
    source = HTML()
    gap = HTML()
    check = HTML()
  }
}
