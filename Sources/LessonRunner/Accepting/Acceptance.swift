import LessonFormat

/// Writes what was computed into a lesson's checks, outputs and claims.
///
/// Nothing but the expected values changes: every other byte of the file stays as it is.
public struct Acceptance: Sendable {
  /// A stretch of one line that gets other text.
  struct Edit: Hashable, Sendable {
    var line: Int
    /// In Unicode scalars from 0.
    var start: Int
    var end: Int
    var text: String
  }

  /// The text of the whole file with the values written in.
  public let newText: String
  private let mark: [UInt8]
  /// How many checks, outputs and claims changed.
  public let changes: Int
  /// Mismatches that a person must resolve, each with its place and its cause.
  public let refusals: [Refusal]

  /// Plans the edits for a lesson that ran to its end; nil for one that did not.
  public init?(_ result: VerifiedLesson) {
    let endings: Set<Rule> = [
      .doesNotCompile, .trapped, .timedOut, .outOfMemory, .tooMuchOutput,
    ]
    if result.checks.contains(where: {
      $0.status == .fail && endings.contains($0.rule ?? .badCheck)
    }) {
      return nil
    }
    var planner = AcceptancePlanner(lesson: result.lesson)
    for (block, outcome) in zip(result.lesson.blocks, result.blocks) {
      for (check, value) in zip(block.checks, outcome.checks)
      where !planner.refuses(value, at: check.position) {
        planner.plan(check, in: block, value)
      }
      // What a variable without a value made of the output is not to be written.
      let isEarly = result.lesson.earlyReads.contains { $0.isIn(block) }
      if let output = block.output, !isEarly,
        outcome.printedAsExpected != false
          || !planner.refuses(at: SourcePosition(line: output.firstLine, column: 1))
      {
        planner.plan(output, printed: outcome.output)
      }
    }
    for (claim, value) in zip(result.lesson.claims, result.claims)
    where !planner.refuses(value, at: claim.position) {
      planner.plan(claim, value)
    }
    newText = planner.apply()
    mark = result.lesson.file.hasByteOrderMark ? SourceFile.byteOrderMark : []
    changes = planner.changes
    refusals = planner.refusals
  }
}

extension Acceptance {
  /// What the file holds then: the text, after the byte order mark where there was one.
  public var newBytes: [UInt8] { mark + Array(newText.utf8) }
}
