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
  /// The rows of the course's coverage table that the lesson covers.
  public var covers: [Entry] = []
  /// Stems that the lesson had before, whose addresses lead to it.
  public var formerly: [Entry] = []
  /// The number of lines that the front matter takes, its `---` lines included; 0 without one.
  public var lineCount = 0

  /// A name in a list, and where it stands.
  public struct Entry: Hashable, Sendable {
    /// The name.
    public var name: String
    /// Where it stands.
    public var position: SourcePosition

    /// A name at its place.
    public init(_ name: String, at position: SourcePosition) {
      self.name = name
      self.position = position
    }
  }

  /// Front matter that says nothing.
  public init() {}
}
