/// What a check expects, as its author wrote it.
public indirect enum ExpectedValue: Hashable, Sendable {
  case number(WrittenNumber)
  case list([ExpectedValue])
  /// `…`: any run of elements.
  case anything
  /// Anything else: compared with the value's description.
  case text(String)
}

/// A number together with the precision in which it is written.
public struct WrittenNumber: Hashable, Sendable {
  public var value: Double
  /// Half a unit of the last place that is written; 0 for `nan` and the infinities.
  public var halfUnit: Double
  public var text: String
}
