/// A value that a lesson's code computed.
public struct ComputedValue: Hashable, Sendable {
  /// The value's description, in an order of its own where the value has none; of a string the string.
  public var description: String
  /// What kind of value it is.
  public var structure: Structure

  /// How exactly numbers are told apart.
  public enum Precision: Hashable, Sendable {
    /// By each digit.
    case exact
    /// As `Double` tells them.
    case double
    /// As `Float` tells them.
    case single
  }

  /// What kind of value it is, and what it consists of.
  public indirect enum Structure: Hashable, Sendable {
    /// A number, or lists of nothing but numbers.
    case numbers(Precision)
    /// A string or a character.
    case text
    /// A value that is not nil.
    case optional(ComputedValue)
    /// Parts in their order.
    case list([ComputedValue])
    /// Parts in no order.
    case set([ComputedValue])
    /// Keys with their values, in no order.
    case dictionary([Entry])
    /// Anything else, known by its description.
    case other
  }

  /// What a dictionary holds for a key.
  public struct Entry: Hashable, Sendable {
    /// The key.
    public var key: ComputedValue
    /// What it stands for.
    public var value: ComputedValue

    /// A key with its value.
    public init(key: ComputedValue, value: ComputedValue) {
      self.key = key
      self.value = value
    }
  }

  /// A value of a kind.
  public init(_ description: String, _ structure: Structure = .other) {
    self.description = description
    self.structure = structure
  }
}

extension ComputedValue {
  /// How exactly its numbers are told apart.
  package var precision: Precision {
    switch structure {
    case .numbers(let precision): precision
    case .optional(let wrapped): wrapped.precision
    case .text, .list, .set, .dictionary, .other: .exact
    }
  }

  /// The value as a lesson writes it behind `=`, on one line: a string without quotes where nothing of
  /// it can be misread.
  public var notation: String {
    switch structure {
    case .text: isPlain ? description : StringLiteral.text(of: description)
    case .numbers: description
    case .other where Comparison.readNumeric(description) != nil:
      description.split(whereSeparator: \.isNewline).map(\.trimmingBlanks).joined(separator: " ")
    case .optional, .list, .set, .dictionary, .other:
      isPlain ? description : partsNotation ?? StringLiteral.text(of: description)
    }
  }

  /// Whether the description can stand behind `=` as it is, and means what it is.
  private var isPlain: Bool {
    let scalars = description.unicodeScalars
    guard scalars.first != " ", scalars.last != " ", !scalars.contains("`"),
      !scalars.contains("|"), !scalars.contains("±"), !description.contains("-->")
    else { return false }
    var previous: Unicode.Scalar?
    for scalar in scalars {
      if StringLiteral.isUnseen(scalar, after: previous) { return false }
      previous = scalar
    }
    guard let expectation = try? Expectation.read(.equal, description),
      expectation.tolerance == nil,
      !Expectation.isUnfinished(description)
    else { return false }
    if case .text = structure, case .text(let text) = expectation.value {
      return !ExpectedValue.wordsOfOthers.contains(text)
    }
    if case .text = structure { return false }
    return Comparison.holds(expectation, actual: self)
  }

  /// The notation of the parts, between what stands around them; nil of a value without parts.
  var partsNotation: String? {
    func joined(_ parts: [ComputedValue]) -> String {
      parts.map(\.partNotation).joined(separator: ", ")
    }
    let notation: String? =
      switch structure {
      case .list(let parts) where description.hasPrefix("("): "(\(joined(parts)))"
      case .list(let parts), .set(let parts): "[\(joined(parts))]"
      case .dictionary(let entries):
        "["
          + entries.map { "\($0.key.partNotation): \($0.value.partNotation)" }
          .joined(separator: ", ") + "]"
      case .optional(let wrapped): wrapped.partNotation
      case .numbers, .text, .other: nil
      }
    guard let notation, let expectation = try? Expectation.read(.equal, notation),
      Comparison.haveParts(expectation, self)
    else { return nil }
    return notation
  }

  /// The notation within another value.
  private var partNotation: String {
    switch structure {
    case .text: StringLiteral.text(of: description)
    case .numbers: description
    case .optional, .list, .set, .dictionary: partsNotation ?? StringLiteral.text(of: description)
    case .other: isPlain ? description : StringLiteral.text(of: description)
    }
  }
}
