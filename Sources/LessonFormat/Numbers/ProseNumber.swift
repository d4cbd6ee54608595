/// A decimal number that a reader sees in prose, in a formula or in a table.
public struct ProseNumber: Hashable, Sendable {
  /// What backs a number. The raw value is the name that reports use.
  public enum Backing: String, Hashable, Sendable {
    /// It is claimed and computed, or stands in the lesson's code or verified output.
    case checked
    /// The front matter lists it under `given`.
    case given
    /// Nothing.
    case none = "unverified"
  }

  /// The number as it is written, without its sign.
  public var text: String
  /// Where it stands in the file.
  public var position: SourcePosition
  /// What backs it.
  public var backing: Backing
}

extension Lesson {
  /// The decimal numbers of the text in order, each with what backs it.
  ///
  /// A decimal number has digits on both sides of a point. Version numbers and dates (`1.2.3`),
  /// numbers of sections, figures and versions (`section 5.7`, `Swift 6.3`), parts of words and
  /// addresses are not such numbers. Signs are not compared: a minus before a number may well subtract.
  public var proseNumbers: [ProseNumber] {
    var reader = ProseNumberReader(lesson: self)
    return reader.read()
  }
}
