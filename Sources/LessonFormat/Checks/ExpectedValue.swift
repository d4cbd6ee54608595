/// What a check expects, as its author wrote it.
public indirect enum ExpectedValue: Hashable, Sendable {
  /// A single number.
  case number(WrittenNumber)
  /// A string in quotes, with its escapes read.
  case string(String)
  /// `[…]` or `(…)`.
  case list([ExpectedValue])
  /// `[key: value, …]`; `isOpen` where `…` stands for any others.
  case dictionary([Entry], isOpen: Bool = false)
  /// `…`: any run of elements.
  case anything
  /// Anything else: compared with the value's description.
  case text(String)

  /// A key with what is expected for it.
  public struct Entry: Hashable, Sendable {
    /// The key.
    public var key: ExpectedValue
    /// What it stands for.
    public var value: ExpectedValue

    /// A key with its value.
    public init(key: ExpectedValue, value: ExpectedValue) {
      self.key = key
      self.value = value
    }
  }
}

extension ExpectedValue {
  /// Words that stand for values of other types than strings.
  static let wordsOfOthers: Set = ["nil", "true", "false"]

  /// Whether it consists of nothing but numbers.
  public var isNumeric: Bool {
    switch self {
    case .number, .anything: true
    case .list(let elements): elements.allSatisfy(\.isNumeric)
    case .string, .dictionary, .text: false
    }
  }

  /// Whether it is a number, or has one in it, and no words but keys.
  var canBeApproximate: Bool {
    switch self {
    case .number, .anything: true
    case .list(let elements): elements.allSatisfy(\.canBeApproximate)
    case .dictionary(let entries, _): entries.allSatisfy(\.value.canBeApproximate)
    case .string, .text: false
    }
  }
}
