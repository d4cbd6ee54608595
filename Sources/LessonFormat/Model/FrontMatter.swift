/// What stands between the `---` lines at the top of a lesson.
public struct FrontMatter: Hashable, Sendable {
  public var title = ""
  public var summary = ""
  public var objectives: [String] = []
  /// Stems of the lessons to know first.
  public var prerequisites: [String] = []
  public var sources: [String] = []
  public var minutes: Int?
  /// Numbers, as written, that the text may use unchecked.
  public var given: [String] = []
  /// The number of lines that the front matter takes, its `---` lines included; 0 without one.
  public var lineCount = 0

  public init() {}
}
