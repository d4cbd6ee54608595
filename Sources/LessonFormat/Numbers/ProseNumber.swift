/// A decimal number that a reader sees in prose, in a formula, in a table or in raw HTML.
public struct ProseNumber: Hashable, Sendable {
  /// What backs a number. The raw value is the name that reports use.
  public enum Backing: String, Hashable, Sendable {
    /// A check, a claim or verified output has it, or the text that holds it was built from values.
    case computed
    /// It stands as a numeric literal in code that ran.
    case input
    /// The front matter lists it under `given`.
    case given
    /// Nothing.
    case none = "unverified"
  }

  /// The number as the text has it.
  public var number: TextNumber
  /// Where it stands in the file, its sign included.
  public var position: SourcePosition

  /// The number as it is written, from its sign to its unit.
  public var text: String { number.text }
}

extension Lesson {
  /// The decimal numbers of the text in order, those of claims included.
  public var proseNumbers: [ProseNumber] {
    var reader = ProseNumberReader(file: file)
    reader.readFrontMatter(frontMatter)
    reader.read(document)
    return reader.sorted
  }

  /// The values that the front matter lets the text say.
  public var givenNumbers: Set<Double> {
    Set(frontMatter.given.flatMap { DecimalNumbers.given($0) ?? [] })
  }
}

extension MarkdownLine {
  /// The decimal numbers in a line of Markdown that stands in no file; their places are within it.
  public static func numbers(in text: String, isComputed: Bool = false) -> [ProseNumber] {
    // A formula may stand in the line.
    guard DecimalNumbers.mayBe(in: text, .formula) else { return [] }
    var reader = ProseNumberReader(file: SourceFile(path: "", text: text))
    reader.read(line: nodes(text, isComputed: isComputed))
    return reader.sorted
  }
}
