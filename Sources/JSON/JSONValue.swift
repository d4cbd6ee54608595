/// A value of JSON, as RFC 8259 has it. (Foundation would read it too, at the price of its
/// start-up on every run.)
public enum JSONValue: Hashable, Sendable {
  case null
  case boolean(Bool)
  case number(Double)
  case text(String)
  case list([JSONValue])
  /// Of members with the same name the last counts.
  case object([String: JSONValue])

  /// Why a text is no JSON, and where: a byte counted from 0.
  public struct Malformed: Error, Hashable, Sendable {
    public let offset: Int
    public let reason: String
  }

  /// Reads a whole text as one value.
  public init(_ text: String) throws(Malformed) {
    var reader = JSONReader(Array(text.utf8))
    self = try reader.whole()
  }

  /// The member of an object.
  public subscript(_ name: String) -> JSONValue? {
    if case .object(let members) = self { members[name] } else { nil }
  }

  public var text: String? { if case .text(let text) = self { text } else { nil } }
  public var list: [JSONValue]? { if case .list(let list) = self { list } else { nil } }
  public var number: Double? { if case .number(let number) = self { number } else { nil } }

  /// The whole number, if it is one.
  public var count: Int? { number.flatMap { Int(exactly: $0) } }
}
