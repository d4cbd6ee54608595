/// Something wrong with a lesson's text, found before any of it is run.
public struct FormatFinding: Error, Sendable {
  /// The rule that the text breaks.
  public var rule: Rule
  /// What the text is about.
  public var kind: CheckKind
  /// Where it goes wrong.
  public var position: SourcePosition
  /// How many columns to underline, at least 1.
  public var width: Int
  /// The line of the file, or what of it says most.
  public var source: String
  /// What is wrong, as a sentence without its place.
  public var message: String
  /// What an author can do about it.
  public var remedy: String

  /// A finding at a place of the file.
  public init(
    _ rule: Rule, kind: CheckKind = .lesson, at position: SourcePosition, width: Int = 1,
    source: String = "", message: String, remedy: String
  ) {
    self.rule = rule
    self.kind = kind
    self.position = position
    self.width = width
    self.source = source
    self.message = message
    self.remedy = remedy
  }
}
