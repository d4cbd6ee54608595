import JSON

/// A declaration as a symbol graph has it, in fragments, as the code that a reader should see.
struct DeclarationCode {
  /// The code up to the parameters; all of it where there are none.
  private var head = ""
  private var parameters: [String]?
  /// The code behind the parameters.
  private var tail = ""

  init(_ fragments: [JSONValue], hasParameters: Bool) {
    var isNamed = false
    /// What stands between the name and the parameters: generic ones.
    var generics = ""
    var depth = 0
    for fragment in fragments {
      guard let spelling = fragment["spelling"]?.text else { continue }
      let kind = fragment["kind"]?.text
      // The compiler writes constraints with blanks on both sides of the colon.
      let text = kind == "text" ? spelling.replacing(" : ", with: ": ") : spelling
      guard isNamed, hasParameters else {
        head += text
        isNamed = isNamed || kind == "identifier" || text == "init" || text == "subscript"
        continue
      }
      for character in text {
        guard var list = parameters else {
          if character == "(", !Self.isOpen(generics) {
            parameters = [""]
            depth = 1
          } else {
            generics.append(character)
          }
          continue
        }
        guard depth > 0 else {
          tail.append(character)
          continue
        }
        if "([".contains(character) { depth += 1 }
        if ")]".contains(character) { depth -= 1 }
        if depth == 0 { continue }
        let last = list.count - 1
        if depth == 1, character == ",", !Self.isOpen(list[last]) {
          list.append("")
        } else if character != " " || !list[last].isEmpty {
          list[last].append(character)
        }
        parameters = list
      }
    }
    head += generics
    if parameters == [""] { parameters = [] }
  }

  /// Whether an angle bracket is open at the end of a text; the one of `->` does not count.
  private static func isOpen(_ text: String) -> Bool {
    let plain = text.replacing("->", with: "")
    return plain.count { $0 == "<" } > plain.count { $0 == ">" }
  }

  /// For each parameter, whether it only tells where the call stands.
  private var tellsPlace: [Bool] {
    (parameters ?? []).map { parameter in
      Self.places.contains { parameter.hasSuffix("= \($0)") }
        || parameter.hasSuffix("file: StaticString") || parameter.hasSuffix("line: UInt")
    }
  }

  private static let places = ["#fileID", "#filePath", "#file", "#line", "#column", "#function"]

  /// A name such as `update(_:along:)` without the labels that only tell a place, and all labels;
  /// nil where the name has none.
  func labels(of name: String) -> (shown: String, all: [LibrarySymbol.Label])? {
    guard let parameters, name.hasSuffix(")"), let open = name.lastIndex(of: "(") else {
      return nil
    }
    let names = name[name.index(after: open)...].dropLast().split(separator: ":").map(String.init)
    guard names.count == parameters.count else { return nil }
    let tellsPlace = tellsPlace
    let shown = zip(names, tellsPlace).filter { !$0.1 }.map { $0.0 + ":" }
    let all = names.indices.map { index in
      LibrarySymbol.Label(
        name: names[index], isOptional: tellsPlace[index] || parameters[index].contains(" = "))
    }
    return (name[...open] + shown.joined() + ")", all)
  }

  /// Declarations longer than this have a line for their conditions, or one for each parameter.
  private static let width = 76

  /// The declaration without the parameters that only tell a place.
  var text: String {
    guard let parameters else { return head + tail }
    let shown = zip(parameters, tellsPlace).filter { !$0.1 }.map(\.0)
    var list = "(" + shown.joined(separator: ", ") + ")"
    if (head + list + tail).count <= Self.width { return head + list + tail }
    let condition = tail.firstRange(of: " where ")
    let result = tail[..<(condition?.lowerBound ?? tail.endIndex)]
    if (head + list + result).count > Self.width, !shown.isEmpty {
      list = "(\n" + shown.map { "  " + $0 }.joined(separator: ",\n") + "\n)"
    }
    return head + list + result + (condition.map { "\nwhere " + tail[$0.upperBound...] } ?? "")
  }
}
