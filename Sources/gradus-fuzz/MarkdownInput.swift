import LessonFormat
import SiteGenerator

/// Markdown: what `gradus html` does.
struct MarkdownInput {
  let bytes: [UInt8]

  func run() throws {
    let file: SourceFile
    do throws(SourceFileError) {
      file = try SourceFile.decode(bytes, path: "a.md")
    } catch {
      let length = max(1, bytes.count)
      try expect(error.position.line <= length && error.position.column <= length, "no such place")
      return
    }
    for plain in [false, true] {
      let document = MarkdownParser.parse(file, commonMarkOnly: plain)
      try Self.checkPlaces(document, file)
      let html = LessonRenderer.html(of: document, style: plain ? .specification : .fragment)
      try TagBalance.check(html, of: document)
      if bytes.count < 2000 {
        let again = MarkdownParser.parse(file, commonMarkOnly: plain)
        try expect(
          LessonRenderer.html(of: again, style: plain ? .specification : .fragment) == html,
          "reading it again gives another page")
      }
    }
  }

  /// Every place lies within the file, in order.
  static func checkPlaces(_ document: Node, _ file: SourceFile) throws {
    let count = max(1, file.lines.count)
    var lengths: [Int: Int] = [:]
    try document.visit { node in
      let (start, end) = (node.range.start, node.range.end)
      let length = lengths[end.line] ?? file.line(end.line).unicodeScalars.count
      lengths[end.line] = length
      try expect(
        start <= end && start.line >= 1 && start.column >= 1 && end.line <= count
          && end.column <= length + 1,
        "\(node.kind) is at \(start) to \(end), in a file of \(count) lines")
    }
  }
}

/// Whether the tags of HTML are closed in order.
enum TagBalance {
  private static let void: Set<String> = ["br", "hr", "img", "input"]

  /// Passes over documents with HTML of the author's own.
  static func check(_ html: String, of document: Node) throws {
    var hasHTML = false
    document.visit { node in
      switch node.kind {
      case .htmlBlock, .htmlInline: hasHTML = true
      default: break
      }
    }
    if !hasHTML { try check(html) }
  }

  static func check(_ html: String) throws {
    let bytes = Array(html.utf8)
    var open: [String] = []
    var index = 0
    while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      var end = start + 1
      var quote: UInt8 = 0
      while end < bytes.count, quote != 0 || bytes[end] != UInt8(ascii: ">") {
        if bytes[end] == UInt8(ascii: "\"") { quote = quote == 0 ? bytes[end] : 0 }
        end += 1
      }
      try expect(end < bytes.count, "a tag in the HTML does not end")
      let tag = String(decoding: bytes[start + 1..<end], as: UTF8.self)
      index = end + 1
      if tag.hasPrefix("!") { continue }
      let name = String(tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber })
      try expect(!name.isEmpty, "the HTML holds a `<` that starts no tag")
      if tag.hasPrefix("/") {
        let expected = open.popLast() ?? "nothing"
        try expect(expected == name, "</\(name)> ends <\(expected)>")
      } else if !void.contains(name), !tag.hasSuffix("/") {
        open.append(name)
      }
    }
    try expect(open.isEmpty, "<\(open.last ?? "")> is never closed")
  }
}
