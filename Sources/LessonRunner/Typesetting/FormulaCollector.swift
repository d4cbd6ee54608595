import LessonFormat

/// A formula of a lesson, and where it stands.
public struct FormulaOccurrence: Sendable {
  /// The formula.
  public var formula: Formula
  /// nil for a formula that is not in the text of the Markdown file, such as one in a caption.
  var range: SourceRange?
  /// The block that has shown the figure in whose caption it is.
  var block: Int?
}

/// The formulas of a lesson, in order.
public struct FormulaCollector {
  /// What was collected.
  public private(set) var occurrences: [FormulaOccurrence] = []

  /// Nothing yet.
  public init() {}

  /// Collects from the text of a lesson and from its front matter.
  mutating func collect(_ lesson: Lesson) {
    collect(below: lesson.document)
    let frontMatter = lesson.frontMatter
    for text in [lesson.title, frontMatter.summary] + frontMatter.objectives + frontMatter.sources {
      collect(line: text)
    }
  }

  /// Collects from the captions of figures that a lesson's blocks have shown.
  mutating func collect(captionsOf blocks: [BlockResult]) {
    for (index, block) in blocks.enumerated() {
      let before = occurrences.count
      for case .figure(let figure) in block.shown {
        collect(line: figure.caption, isComputed: true)
      }
      for place in before..<occurrences.count { occurrences[place].block = index }
    }
  }

  /// Collects from a line of Markdown.
  ///
  /// - Parameter isComputed: Whether a program may have made it.
  public mutating func collect(line text: String, isComputed: Bool = false) {
    guard text.contains("$") else { return }
    for node in MarkdownLine.nodes(text, isComputed: isComputed) {
      collect(below: node, isInFile: false)
    }
  }

  /// Collects from a node that no Markdown file holds, such as one of a documentation comment.
  public mutating func collect(outsideOfTheFile node: Node) {
    collect(below: node, isInFile: false)
  }

  private mutating func collect(below node: Node, isInFile: Bool = true) {
    if let formula = node.formula {
      occurrences.append(FormulaOccurrence(formula: formula, range: isInFile ? node.range : nil))
    }
    for child in node.children { collect(below: child, isInFile: isInFile) }
  }
}

extension Node {
  /// The formula that a node is; nil for any other node.
  public var formula: Formula? {
    switch kind {
    case .math(let tex, let display): Formula(tex: tex, display: display)
    case .mathBlock(let tex): Formula(tex: tex, display: true)
    default: nil
    }
  }
}
