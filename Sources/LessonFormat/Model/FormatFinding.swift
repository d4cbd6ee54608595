/// Something wrong with a lesson's text, found before any of it is run.
public struct FormatFinding: Error, Sendable {
  public var rule: Rule
  public var kind: CheckKind
  public var position: SourcePosition
  public var width: Int
  public var source: String
  public var message: String
  public var remedy: String

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
