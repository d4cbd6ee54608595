/// A value of JSON, as RFC 8259 has it. (Foundation would read it too, at the price of its
/// start-up on every run.)
public enum JSONValue: Hashable, Sendable {
  /// `null`
  case null
  /// `true` or `false`
  case boolean(Bool)
  /// A number, as near as `Double` comes to it.
  case number(Double)
  /// A text, without quotes and escapes.
  case text(String)
  /// The elements of an array.
  case list([JSONValue])
  /// The members of an object. Of members with the same name the last counts.
  case object([String: JSONValue])

  /// Why a text is no JSON, and where: a byte counted from 0.
  public struct Malformed: Error, Hashable, Sendable {
    /// The byte where it goes wrong.
    public let offset: Int
    /// A sentence about that byte, without its full stop.
    public let reason: String
  }

  /// Reads a whole text as one value.
  public init(_ text: String) throws(Malformed) {
    var reader = JSONReader(Array(text.utf8))
    self = try reader.whole()
  }

  /// The member of an object; nil where there is none of the name, and for other values.
  public subscript(_ name: String) -> JSONValue? {
    if case .object(let members) = self { members[name] } else { nil }
  }

  /// The text, if it is one.
  public var text: String? { if case .text(let text) = self { text } else { nil } }
  /// The elements of an array, if it is one.
  public var list: [JSONValue]? { if case .list(let list) = self { list } else { nil } }
  /// The number, if it is one.
  public var number: Double? { if case .number(let number) = self { number } else { nil } }

  /// The whole number, if it is one that an `Int` can hold.
  public var count: Int? { number.flatMap { Int(exactly: $0) } }
}
