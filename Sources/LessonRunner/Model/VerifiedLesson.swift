import LessonFormat

/// A lesson with all that verification brought: the one thing that pages, books and `accept` read.
///
/// What each part of the text is (code with its result, a claim with its value, a figure, a quiz) is
/// in the nodes of its content, so that nothing has to be found again.
public struct VerifiedLesson: Sendable {
  /// The lesson as it was read.
  public let lesson: Lesson
  /// The line of the report for each check.
  public let checks: [CheckResult]
  /// One for each of the lesson's blocks, in order.
  public let blocks: [BlockResult]
  /// One for each of the lesson's claims, in order.
  public let claims: [CheckedValue]
  /// The text. A first heading of the first level, which every page shows as its title, is left out.
  public let content: [LessonNode]
  /// The title of the front matter, or the first heading, or the id.
  public let title: LessonText
  /// The summary of the front matter; empty for none.
  public let summary: LessonText
  /// What a reader can do after the lesson, from the front matter.
  public let objectives: [LessonText]
  /// What the lesson rests on, from the front matter.
  public let sources: [LessonText]

  /// The stem of the file's name: the lesson's id and its address.
  public var id: String { lesson.id }
  /// What stands at the top of the lesson.
  public var frontMatter: FrontMatter { lesson.frontMatter }

  /// Whether nothing failed.
  public var passed: Bool { !checks.contains { $0.status == .fail } }

  /// The flash cards, in order.
  public var cards: [CardNode] {
    var cards: [CardNode] = []
    LessonNode.visit(content) { if case .card(let card) = $0 { cards.append(card) } }
    return cards
  }

  /// Puts results and text together.
  ///
  /// - Parameters:
  ///   - typeset: what KaTeX made of the lesson's formulas.
  ///   - symbols: the public symbols of the library, for the names of them; nil where none are known.
  init(
    _ judgement: LessonJudgement, typeset: [Formula: TypesetFormula], symbols: SymbolIndex?
  ) {
    lesson = judgement.lesson
    checks = judgement.checks
    blocks = judgement.blocks
    claims = judgement.claims
    var tree = LessonTree(judgement, typeset: typeset, symbols: symbols)
    content = tree.content()
    title = tree.text(lesson.title)
    summary = tree.text(lesson.frontMatter.summary)
    objectives = lesson.frontMatter.objectives.map { tree.text($0) }
    sources = lesson.frontMatter.sources.map { tree.text($0) }
  }
}

/// What judging a lesson brought.
package struct LessonJudgement: Sendable {
  /// The lesson as it was read.
  package var lesson: Lesson
  /// The lines of the report, in its order.
  package var checks: [CheckResult]
  /// One for each of the lesson's blocks, in order.
  package var blocks: [BlockResult]
  /// One for each of the lesson's claims, in order.
  package var claims: [CheckedValue]
}

/// A line of Markdown, such as a title or a caption.
public struct LessonText: Sendable {
  /// Its inlines.
  public let nodes: [LessonNode]
  /// The text without markup.
  public let plain: String

  /// Whether there is no text.
  public var isEmpty: Bool { nodes.isEmpty }

  init(nodes: [LessonNode], plain: String) {
    self.nodes = nodes
    self.plain = plain
  }

  /// A line that no lesson holds, such as the title of a course.
  public init(_ markdown: String, typeset: [Formula: TypesetFormula]) {
    let nodes = markdown.isEmpty ? [] : MarkdownLine.nodes(markdown)
    self.nodes = nodes.map { LessonNode(unverified: $0, typeset: typeset) }
    plain = nodes.map(\.plainText).joined()
  }
}
