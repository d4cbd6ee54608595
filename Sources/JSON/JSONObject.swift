/// One line of JSON whose members keep their order.
public struct JSONObject: Sendable {
  private var members: [String] = []

  /// An object without members.
  public init() {}

  /// The object as JSON.
  public var text: String { "{" + members.joined(separator: ",") + "}" }

  /// Adds a text, or `null`.
  public mutating func add(_ name: String, _ value: String?) {
    add(name, json: value.map(Self.quoted) ?? "null")
  }

  /// Adds a whole number.
  public mutating func add(_ name: String, _ value: Int) { add(name, json: "\(value)") }

  /// Adds a number with two decimals.
  public mutating func add(_ name: String, rounded value: Double) {
    add(name, json: value.hundredths)
  }

  /// Adds `true` or `false`.
  public mutating func add(_ name: String, _ value: Bool) { add(name, json: "\(value)") }

  /// Adds a list of texts.
  public mutating func add(_ name: String, _ values: [String]) {
    add(name, json: "[" + values.map(Self.quoted).joined(separator: ",") + "]")
  }

  /// Adds an object of numbers with two decimals, in the order of their names.
  public mutating func add(_ name: String, _ values: [String: Double]) {
    let pairs = values.sorted { $0.key < $1.key }.map { "\(Self.quoted($0)):\($1.hundredths)" }
    add(name, json: "{" + pairs.joined(separator: ",") + "}")
  }

  private mutating func add(_ name: String, json: String) {
    members.append("\(Self.quoted(name)):\(json)")
  }

  /// A text as JSON writes it: the one place that does.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      // GitHub takes `##[` anywhere in a log for a command.
      case "#" where result.utf8.last == UInt8(ascii: "#"): result += "\\u0023"
      case "\u{0}"..<"\u{20}", "\u{7F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
