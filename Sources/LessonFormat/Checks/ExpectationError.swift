/// Why the text after a relation can't be read.
public enum ExpectationError: Error, Hashable, Sendable {
  /// Nothing is written after the relation.
  case missingValue(Relation)
  /// The text after the relation is not a value that the relation can be asked about.
  case unreadable(text: String, Relation)
  /// A tolerance stands after a relation that allows none.
  case exactWithTolerance(Relation)
}

extension ExpectationError {
  /// What is wrong, as a sentence without its place.
  public var message: String {
    switch self {
    case .missingValue(let relation): "nothing is written after `\(relation.rawValue)`"
    case .unreadable(let text, let relation):
      "`\(text)` can't be read as a value for `\(relation.rawValue)`"
    case .exactWithTolerance(let relation): "`\(relation.rawValue)` allows no tolerance"
    }
  }

  /// What an author can do about it.
  public var remedy: String {
    switch self {
    case .exactWithTolerance: "write `≈` before the value, or take the tolerance out"
    case .missingValue: "write the expected value after the relation"
    case .unreadable(let text, _) where Self.hasUnit(text):
      "write the number alone; its unit can stand in the text"
    case .unreadable(let text, _) where WrittenNumber(text.replacing(",", with: ".")) != nil:
      "write the decimals behind a point: `\(text.replacing(",", with: "."))`"
    case .unreadable(_, .approximately):
      "write a number, a list of numbers in brackets, or either with `± tolerance`; an "
        + "ordinary comment must not start with a relation"
    case .unreadable: "write one number; an ordinary comment must not start with a relation"
    }
  }

  /// Whether it is a number and a word, such as `1.5 m`.
  private static func hasUnit(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    return words.count == 2 && WrittenNumber(words[0]) != nil && words[1].first?.isNumber == false
  }
}
