/// XML that is complete in itself, for reports that programs read.
public struct XML: Sendable {
  /// The XML as a string.
  public private(set) var string: String

  private init(_ string: String) { self.string = string }

  /// Nothing.
  public init() { string = "" }

  /// A whole document.
  public static func document(_ root: XML) -> XML {
    XML("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + root.string)
  }

  /// Text, escaped.
  public static func text(_ text: String) -> XML { XML(escaped(text)) }

  /// An element with what stands in it; one in which nothing stands is closed at once.
  public static func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ content: XML...
  ) -> XML {
    var xml = "<\(name)"
    for (name, value) in attributes { xml += " \(name)=\"\(escaped(value))\"" }
    if content.allSatisfy(\.string.isEmpty) { return XML(xml + "/>") }
    return XML(xml + ">" + content.map(\.string).joined() + "</\(name)>")
  }

  /// White space between elements.
  public static func space(_ text: StaticString) -> XML { XML("\(text)") }

  /// One behind the other.
  public static func + (left: XML, right: XML) -> XML { XML(left.string + right.string) }
  /// Adds XML at the end.
  public static func += (left: inout XML, right: XML) { left.string += right.string }

  /// Text for XML: control characters become pictures of them, and the two others that XML 1.0 can't hold
  /// the sign for unknown ones. No `##[` stands in it, which GitHub's log would take for a command.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n": result += "&#10;"
      case "\t": result += "\t"
      case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      case "#" where result.utf8.last == UInt8(ascii: "#"): result += "&#35;"
      default:
        result.unicodeScalars.append(ControlCharacters.picture(of: scalar) ?? scalar)
      }
    }
    return result
  }
}
