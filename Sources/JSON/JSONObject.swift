/// One line of JSON whose members keep their order.
public struct JSONObject: Sendable {
  private var members: [String] = []

  public init() {}

  /// The object as JSON.
  public var text: String { "{" + members.joined(separator: ",") + "}" }

  public mutating func add(_ name: String, _ value: String?) {
    members.append("\"\(name)\":" + (value.map(Self.quoted) ?? "null"))
  }

  public mutating func add(_ name: String, _ value: Int) {
    members.append("\"\(name)\":\(value)")
  }

  /// Adds a number with two decimals.
  public mutating func add(_ name: String, rounded value: Double) {
    members.append("\"\(name)\":\(value.hundredths)")
  }

  public mutating func add(_ name: String, _ value: Bool) {
    members.append("\"\(name)\":\(value)")
  }

  public mutating func add(_ name: String, _ values: [String]) {
    members.append("\"\(name)\":[" + values.map(Self.quoted).joined(separator: ",") + "]")
  }

  public mutating func add(_ name: String, _ values: [String: Double]) {
    let pairs = values.sorted { $0.key < $1.key }.map { "\(Self.quoted($0)):\($1.hundredths)" }
    members.append("\"\(name)\":{" + pairs.joined(separator: ",") + "}")
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
      case "\u{0}"..<"\u{20}", "\u{7F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
