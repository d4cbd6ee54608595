/// What a check expects, as its author wrote it.
public indirect enum ExpectedValue: Hashable, Sendable {
  /// A single number.
  case number(WrittenNumber)
  /// `[…]` or `(…)`.
  case list([ExpectedValue])
  /// `…`: any run of elements.
  case anything
  /// Anything else: compared with the value's description.
  case text(String)
}
