/// What one block did.
public struct BlockResult: Sendable {
  /// Whether the program came to it.
  public var isReached = false
  /// What it printed.
  public var output = ""
  /// Figures and tables, in the order in which they were shown.
  public var shown: [ShownItem] = []
  /// One for each of the block's checks, in order.
  public var checks: [CheckedValue] = []
  /// The value of the last expression, when it stands bare.
  public var shownValue: String?
  /// What the compiler said of a `fails` block, or how a `traps` block ended.
  public var diagnostic: String?
  /// Whether it printed what its `output` fence holds; nil where there is none.
  public var printedAsExpected: Bool?
  /// Whether it failed to compile, or trapped, as it should and with the words that it should; nil for
  /// a block that should do neither.
  public var endedAsExpected: Bool?
  /// Whether a check of the block, or of what belongs to it, failed.
  public var hasFailed = false

  /// What a block did that has not been reached.
  public init() {}
}
