extension Course {
  /// The text of a course file with one more lesson at the end of its last part, all else as it
  /// is; nil when it is written in a way that a program should not edit.
  public static func listing(_ stem: String, in file: SourceFile) -> String? {
    guard let lessons = lastLessons(in: file.text) else { return nil }
    var text = file.text
    if let last = lessons.values.last {
      guard let place = place(after: last, in: file) else { return nil }
      text.insert(contentsOf: place.before + stem, at: place.index)
    } else {
      let line = file.line(lessons.position.line).unicodeScalars
      let open = line.index(line.startIndex, offsetBy: lessons.position.column - 1)
      guard open < line.endIndex, line[open] == "[" else { return nil }
      text.insert(contentsOf: stem, at: line.index(after: open))
    }
    let before = lessons.values.compactMap(\.text)
    let after = lastLessons(in: text)?.values.compactMap(\.text)
    return after == before + [stem] ? text : nil
  }

  /// The list of the last part's lessons, and where it starts.
  private static func lastLessons(
    in text: String
  ) -> (values: [YAMLNode], position: SourcePosition)? {
    guard let root = try? YAMLReader.read(text),
      case .sequence(let parts)? = root["parts"]?.content,
      let lessons = parts.last?["lessons"], case .sequence(let values) = lessons.content
    else { return nil }
    return (values, lessons.position)
  }

  /// Where the next element of a list goes, and what stands before it there.
  private static func place(
    after last: YAMLNode, in file: SourceFile
  ) -> (index: String.Index, before: String)? {
    guard let text = last.text else { return nil }
    let line = file.line(last.position.line).unicodeScalars
    let start = line.index(line.startIndex, offsetBy: last.position.column - 1)
    let before = String(line[..<start])
    if before.contains("-"), before.allSatisfy({ $0 == " " || $0 == "-" }) {
      // The line may end in CR LF, which is one character.
      let rest = file.text.utf8[line.endIndex...]
      let ending = rest.starts(with: [13, 10]) ? "\r\n" : rest.first == 13 ? "\r" : "\n"
      return (line.endIndex, ending + before)
    }
    let isQuoted = line[start...].first == "\"" || line[start...].first == "'"
    let length = text.unicodeScalars.count + (isQuoted ? 2 : 0)
    guard let end = line.index(start, offsetBy: length, limitedBy: line.endIndex) else {
      return nil
    }
    return (end, ", ")
  }
}

extension YAMLNode {
  fileprivate var text: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  fileprivate subscript(key: String) -> YAMLNode? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.key == key }?.value
  }
}
