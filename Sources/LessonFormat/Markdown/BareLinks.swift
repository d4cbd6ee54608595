/// Links that are written as bare addresses: `www.…`, `http://…`, `https://…`.
///
/// Autolinks (extension), section 6.9 of the GitHub Flavored Markdown specification, without
/// mail addresses.
enum BareLinks {
  /// The text cut into text and links; nil when there is no link in it.
  static func split(
    _ text: TextBuilder, content: InlineContent, source: MarkdownSource
  ) -> [Node]? {
    let bytes = text.bytes
    var nodes: [Node] = []
    var textStart = 0
    var index = 0
    func start(_ index: Int) -> Int { index == 0 ? text.start : text.ends[index - 1] }
    func range(_ range: Range<Int>) -> SourceRange {
      content.range(start(range.lowerBound)..<text.ends[range.upperBound - 1], in: source)
    }
    func addText(upTo end: Int) {
      guard end > textStart else { return }
      let part = String(decoding: bytes[textStart..<end], as: UTF8.self)
      nodes.append(Node(.text(part), range: range(textStart..<end)))
    }
    while index < bytes.count {
      guard let prefix = prefix(bytes, at: index), let end = end(bytes, from: index, prefix) else {
        index += 1
        continue
      }
      addText(upTo: index)
      let address = String(decoding: bytes[index..<end], as: UTF8.self)
      let destination = prefix == "www." ? "http://" + address : address
      nodes.append(
        Node(
          .link(destination: destination, title: ""), range: range(index..<end),
          children: [Node(.text(address), range: range(index..<end))]))
      index = end
      textStart = end
    }
    guard !nodes.isEmpty else { return nil }
    addText(upTo: bytes.count)
    return nodes
  }

  private static func prefix(_ bytes: [UInt8], at index: Int) -> String? {
    guard bytes[index] == UInt8(ascii: "w") || bytes[index] == UInt8(ascii: "h") else { return nil }
    if index > 0 {
      let before = bytes[index - 1]
      guard before.isSpace || "*_~(".utf8.contains(before) else { return nil }
    }
    let rest = bytes[index...]
    if rest.starts(with: "www.".utf8) { return "www." }
    if rest.starts(with: "http://".utf8) { return "http://" }
    if rest.starts(with: "https://".utf8) { return "https://" }
    return nil
  }

  private static func end(_ bytes: [UInt8], from start: Int, _ prefix: String) -> Int? {
    let domainStart = prefix == "www." ? start : start + prefix.utf8.count
    var index = domainStart
    while index < bytes.count {
      let byte = bytes[index]
      guard byte.isAlphanumeric || byte >= 0x80 || "-_.".utf8.contains(byte) else { break }
      index += 1
    }
    let labels = bytes[domainStart..<index].split(
      separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard labels.count >= 2, labels[0].count > 0,
      !labels.suffix(2).contains(where: { $0.contains(UInt8(ascii: "_")) })
    else { return nil }
    while index < bytes.count, !bytes[index].isSpace, bytes[index] != Byte.less { index += 1 }
    return trimmed(bytes, start, index)
  }

  /// Leaves out punctuation at the end, a closing parenthesis without its opening one, and what
  /// looks like an entity.
  private static func trimmed(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    var end = end
    let slice = bytes[start..<end]
    var surplus =
      slice.count { $0 == Byte.closeParenthesis } - slice.count { $0 == Byte.openParenthesis }
    while end > start {
      let last = bytes[end - 1]
      if "?!.,:*_~'\"".utf8.contains(last) {
        end -= 1
      } else if last == Byte.closeParenthesis, surplus > 0 {
        surplus -= 1
        end -= 1
      } else if last == Byte.semicolon {
        var name = end - 1
        while name > start, bytes[name - 1].isAlphanumeric { name -= 1 }
        guard name < end - 1, name > start, bytes[name - 1] == Byte.ampersand else {
          return end
        }
        end = name - 1
      } else {
        break
      }
    }
    return end
  }
}
