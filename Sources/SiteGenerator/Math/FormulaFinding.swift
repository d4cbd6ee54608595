import LessonFormat

/// A formula that cannot be typeset, and where it stands.
public struct FormulaFinding: Error, Hashable, Sendable {
  /// The stem of the lesson.
  public var lesson: String
  /// The path of the Markdown file, as the user would write it.
  public var file: String
  /// The place of the mistake, as exactly as KaTeX says.
  public var position: SourcePosition
  /// The formula's source.
  public var formula: String
  /// What KaTeX says is wrong.
  public var message: String
}
