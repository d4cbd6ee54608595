/// A value of a YAML document, with its place in the file.
struct YAMLNode: Sendable {
  indirect enum Content: Sendable {
    /// Text as written; `isPlain` when it stands without quotes.
    case scalar(String, isPlain: Bool)
    case sequence([YAMLNode])
    case mapping([Entry])
  }

  /// A key of a mapping and its value.
  struct Entry: Sendable {
    var key: String
    var keyPosition: SourcePosition
    var value: YAMLNode
  }

  var content: Content
  var position: SourcePosition

  /// Whether nothing is written, or `null` or `~`.
  var isNull: Bool {
    guard case .scalar(let text, isPlain: true) = content else { return false }
    return text.isEmpty || text == "~" || text == "null"
  }

  /// What the value is, for a message.
  var kindName: String {
    switch content {
    case .scalar: isNull ? "empty" : "text"
    case .sequence: "a list"
    case .mapping: "a group of keys"
    }
  }
}
