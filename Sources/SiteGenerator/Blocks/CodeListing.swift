import LessonFormat
import LessonRunner

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
  func html() -> String {
    var writer = LineWriter(bytes: Array(code.utf8))
    let comments = commentsByStart()
    for token in SwiftHighlighter.tokens(of: code) {
      if let comment = comments[token.start] {
        writer.write(upTo: token.start, as: nil)
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
  private var html = ""
  private var source = ""
  private var check = ""

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Writes the code up to an offset; a token over several lines becomes a span in each.
  mutating func write(upTo end: Int, as kind: SwiftHighlighter.Kind?) {
    while offset < end {
      let lineEnd = bytes[offset..<end].firstIndex(of: 10) ?? end
      let text = String(decoding: bytes[offset..<lineEnd], as: UTF8.self).escapedForPage
      if let kind, !text.isEmpty {
        source += "<span class=\"\(kind.rawValue)\">\(text)</span>"
      } else {
        source += text
      }
      offset = lineEnd
      if lineEnd < end {
        endLine()
        offset += 1
      }
    }
  }

  /// Writes the comment of a check, `//` first.
  mutating func writeCheck(upTo end: Int, mark: CheckMark?) {
    let text = String(decoding: bytes[(offset + 2)..<end], as: UTF8.self).escapedForPage
    let slashes = "<span class=\"slashes\" aria-hidden=\"true\">//</span>"
    if let mark {
      check =
        "<span class=\"check \(mark.cssClass)\">\(slashes)\(mark.button)"
        + "<span class=\"expected\">\(text)</span>\(mark.revealed)</span>"
    } else {
      check = "<span class=\"check more\">\(slashes)<span class=\"expected\">\(text)</span></span>"
    }
    offset = end
  }

  mutating func finish() -> String {
    write(upTo: bytes.count, as: nil)
    if !source.isEmpty || !check.isEmpty { endLine() }
    return html
  }

  private mutating func endLine() {
    if check.isEmpty {
      html += "<span class=\"line\">\(source)\n</span>"
    } else {
      // The spaces before the comment are apart, since a narrow screen has no room for them.
      var end = source.endIndex
      while end > source.startIndex, source[source.index(before: end)] == " " {
        end = source.index(before: end)
      }
      html +=
        "<span class=\"line checked\"><span class=\"source\">\(source[..<end])</span>"
        + "<span class=\"gap\">\(source[end...])</span>\(check)\n</span>"
    }
    source = ""
    check = ""
  }
}
