import LessonFormat

/// A documentation comment, with what Swift's markup sets apart: parameters, what comes back.
struct DocumentationComment {
  /// The text without what is set apart.
  private(set) var text: [Node] = []
  private(set) var parameters: [Field] = []
  /// What returns, what is thrown and so on, by its name.
  private(set) var fields: [Field] = []

  struct Field {
    var name: String
    var text: [Node]
  }

  /// The words that open an item which is set apart, with how a page names them.
  private static let names = [
    "returns": "Returns", "throws": "Throws", "precondition": "Precondition",
    "postcondition": "Postcondition", "requires": "Requires", "complexity": "Complexity",
    "note": "Note", "important": "Important", "warning": "Warning", "remark": "Remark",
    "invariant": "Invariant", "seealso": "See also",
  ]

  init(_ markdown: String) {
    let document = MarkdownParser.parse(SourceFile(path: "", text: markdown))
    for node in document.children {
      guard case .list(let list) = node.kind, list.start == nil else {
        text.append(node)
        continue
      }
      var plain = node
      plain.children = node.children.filter { !take($0) }
      if !plain.children.isEmpty { text.append(plain) }
    }
  }

  /// Takes an item of a list, if it is one to be set apart.
  private mutating func take(_ item: Node) -> Bool {
    guard let (name, text) = Self.named(item) else { return false }
    let words = name.split(separator: " ")
    if name.lowercased() == "parameters" {
      for list in text {
        parameters += list.children.compactMap { item in
          Self.named(item).map { Field(name: $0.name, text: $0.text) }
        }
      }
    } else if words.count == 2, words[0].lowercased() == "parameter" {
      parameters.append(Field(name: String(words[1]), text: text))
    } else if let title = Self.names[name.lowercased()] {
      fields.append(Field(name: title, text: text))
    } else {
      return false
    }
    return true
  }

  /// What stands before the first colon of an item, and what behind it.
  private static func named(_ item: Node) -> (name: String, text: [Node])? {
    guard var first = item.children.first, first.kind == .paragraph else { return nil }
    var name = ""
    while let inline = first.children.first {
      switch inline.kind {
      case .code(let code, _) where name.isEmpty: name = code
      case .text(let text):
        guard let colon = text.firstIndex(of: ":") else {
          name += text
          break
        }
        name += text[..<colon]
        let rest = text[text.index(after: colon)...].drop(while: \.isWhitespace)
        first.children[0] = Node(.text(String(rest)), range: inline.range)
        if rest.isEmpty { first.children.removeFirst() }
        let others = Array(item.children.dropFirst())
        return (name, first.children.isEmpty ? others : [first] + others)
      default: return nil
      }
      first.children.removeFirst()
    }
    return nil
  }

  /// All nodes, for what looks for formulas in them.
  var nodes: [Node] { text + (parameters + fields).flatMap(\.text) }
}
