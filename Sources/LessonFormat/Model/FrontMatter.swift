/// What stands between the `---` lines at the top of a lesson.
public struct FrontMatter: Hashable, Sendable {
  /// The title, which may hold Markdown for a line; empty when there is none.
  public var title = ""
  /// What the lesson is about, in a sentence.
  public var summary = ""
  /// What a reader can do afterwards, one entry each.
  public var objectives: [String] = []
  /// Stems of the lessons to know first.
  public var prerequisites: [String] = []
  /// Where the matter comes from, one entry each.
  public var sources: [String] = []
  /// How long the lesson takes, in minutes; nil when it does not say.
  public var minutes: Int?
  /// Numbers, as written, that the text may use unchecked.
  public var given: [String] = []
  /// The number of lines that the front matter takes, its `---` lines included; 0 without one.
  public var lineCount = 0

  /// Front matter that says nothing.
  public init() {}
}
