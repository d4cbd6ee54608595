/// Takes the values of known keys out of a YAML mapping, and notes what is wrong with them.
struct YAMLDecoder {
  let file: SourceFile
  let rule: Rule
  private var notes: [FormatFinding] = []

  init(file: SourceFile, rule: Rule = .badFrontMatter) {
    self.file = file
    self.rule = rule
  }

  /// What has been noted, in the order of the file.
  var findings: [FormatFinding] { notes.sorted { $0.position < $1.position } }

  mutating func note(
    _ message: String, at position: SourcePosition, width: Int = 1, remedy: String,
    rule: Rule? = nil
  ) {
    var line = file.line(position.line)[...]
    while line.first?.isWhitespace == true { line.removeFirst() }
    notes.append(
      FormatFinding(
        rule ?? self.rule, at: position, width: max(1, width), source: String(line),
        message: message, remedy: remedy))
  }

  /// The entries of a mapping with known keys; the others are noted.
  mutating func entries(
    of node: YAMLNode, known: [String], name: String
  ) -> [String: YAMLNode.Entry] {
    guard case .mapping(let entries) = node.content else {
      note(
        "\(name) holds \(node.kindName) where keys and values are expected", at: node.position,
        remedy: "write `key: value` lines; the keys are \(Self.list(known))")
      return [:]
    }
    var result: [String: YAMLNode.Entry] = [:]
    for entry in entries {
      if known.contains(entry.key) {
        result[entry.key] = entry
      } else {
        let nearest = Spelling.nearest(to: entry.key, among: known)
        note(
          "\(name) has no key `\(entry.key)`", at: entry.keyPosition,
          width: entry.key.unicodeScalars.count,
          remedy: nearest.map { "did you mean `\($0)`?" } ?? "the keys are \(Self.list(known))")
      }
    }
    return result
  }

  /// The text of an entry; nil, and noted, when it is something else.
  mutating func text(_ entry: YAMLNode.Entry?) -> String? {
    guard let entry else { return nil }
    guard case .scalar(let text, _) = entry.value.content, !entry.value.isNull else {
      note(
        "`\(entry.key)` must be text, not \(entry.value.kindName)", at: entry.value.position,
        remedy: "write `\(entry.key): …` on one line, in quotes if it has a colon in it")
      return nil
    }
    return text
  }

  /// The texts of a list, each with its place.
  mutating func texts(
    _ entry: YAMLNode.Entry?
  ) -> [(text: String, position: SourcePosition)] {
    guard let entry else { return [] }
    if entry.value.isNull { return [] }
    guard case .sequence(let values) = entry.value.content else {
      note(
        "`\(entry.key)` must be a list, not \(entry.value.kindName)", at: entry.value.position,
        remedy: "write each entry on a line of its own after `- `")
      return []
    }
    var result: [(text: String, position: SourcePosition)] = []
    for value in values {
      if case .scalar(let text, _) = value.content, !value.isNull {
        result.append((text, value.position))
      } else {
        note(
          "an entry of `\(entry.key)` must be text, not \(value.kindName)", at: value.position,
          remedy: "put the entry in quotes if it has a colon in it")
      }
    }
    return result
  }

  /// A value that is `true` or `false`.
  mutating func flag(_ entry: YAMLNode.Entry?) -> Bool? {
    guard let entry, let text = text(entry) else { return nil }
    switch text {
    case "true", "True", "TRUE": return true
    case "false", "False", "FALSE": return false
    default:
      note(
        "`\(entry.key)` must be `true` or `false`, not `\(text)`", at: entry.value.position,
        width: text.unicodeScalars.count, remedy: "write `\(entry.key): true`")
      return nil
    }
  }

  /// A number above zero.
  mutating func positiveNumber(_ entry: YAMLNode.Entry?) -> Double? {
    guard let entry, let text = text(entry) else { return nil }
    guard let number = Double(text), number > 0, number.isFinite else {
      note(
        "`\(entry.key)` must be a number above zero, not `\(text)`", at: entry.value.position,
        width: text.unicodeScalars.count, remedy: "write `\(entry.key): 10`")
      return nil
    }
    return number
  }

  /// `a`, `b` and `c`.
  static func list(_ words: [String]) -> String {
    let quoted = words.map { "`\($0)`" }
    guard quoted.count > 1 else { return quoted.joined() }
    return quoted.dropLast().joined(separator: ", ") + " and " + quoted[quoted.count - 1]
  }
}
