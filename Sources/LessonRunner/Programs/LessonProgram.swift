import LessonFormat

/// A lesson as one Swift file of top-level code.
///
/// Every check has become a call that records the value and returns it. `#sourceLocation`
/// maps each line to the Markdown file, and lines never move: what is put in stands on lines
/// of the author's own, and `insertions` tells how far that shifts the columns.
public struct LessonProgram: Sendable {
  /// A text that was put into a line.
  struct Insertion: Hashable, Sendable {
    /// The offset in UTF-8, from the start of the line as the author wrote it.
    var offset: Int
    var length: Int
  }

  /// A claim's call, and the columns that it takes, in UTF-8 from 0.
  struct WrittenClaim: Hashable, Sendable {
    var claim: Int
    var columns: Range<Int>
  }

  /// The whole program.
  public let source: String
  /// What was put into each line, by the line's number.
  var insertions: [Int: [Insertion]]
  /// The claims in each line, by the line's number.
  var claims: [Int: [WrittenClaim]]
  /// What its numbers stand for.
  package let numbering: ProgramNumbering

  init(
    source: String, insertions: [Int: [Insertion]], claims: [Int: [WrittenClaim]],
    numbering: ProgramNumbering
  ) {
    self.source = source
    self.insertions = insertions
    self.claims = claims
    self.numbering = numbering
  }

  /// A program of units, of which only the numbers are known yet.
  package init(numbering: ProgramNumbering) {
    self.init(source: "", insertions: [:], claims: [:], numbering: numbering)
  }
}

extension LessonProgram {
  /// The program that runs the lesson, with the given attempts at its exercises where their starters
  /// stand. `imports` are the modules that every block sees.
  package static func running(
    _ lesson: Lesson, attempts: [Attempt] = [], imports: [String]
  ) -> LessonProgram {
    var writer = ProgramWriter(ProgramNumbering(lesson: lesson), imports: imports)
    writer.writeClaims(after: nil)
    writer.writeAll(lesson.blocks[...], attempts: attempts)
    if lesson.isAsynchronous { writer.writeEnd() }
    return writer.program
  }

  /// The program of one unit of a lesson. `imports` are the lines that bring in the modules that
  /// its code sees.
  static func running(
    _ unit: CompilationUnit, of units: [CompilationUnit], _ lesson: Lesson, attempts: [Attempt],
    imports: [String]
  ) -> LessonProgram {
    var writer = ProgramWriter(
      ProgramNumbering(lesson: lesson, units: units), importLines: imports)
    if unit.index == 0 { writer.writeClaims(after: nil) }
    writer.writeAll(lesson.blocks[unit.blocks], attempts: attempts)
    return writer.program
  }

  /// The program up to a `fails` block, and that block in a scope of its own, or as any other.
  static func failing(
    _ block: CodeBlock, of lesson: Lesson, imports: [String], inScope: Bool
  ) -> LessonProgram {
    var writer = ProgramWriter(ProgramNumbering(lesson: lesson), imports: imports)
    writer.writeBlocks(0..<block.index)
    if inScope { writer.writeScoped(block) } else { writer.write(block) }
    return writer.program
  }

  /// A `fails` block in a scope of its own, behind the blocks before it in its unit. `imports`
  /// are the lines that bring in the units before that.
  static func failing(
    _ block: CodeBlock, in numbering: ProgramNumbering, unit: CompilationUnit, imports: [String]
  ) -> LessonProgram {
    var writer = ProgramWriter(numbering, importLines: imports)
    writer.writeBlocks(unit.blocks.lowerBound..<block.index)
    writer.writeScoped(block)
    return writer.program
  }

  /// The program up to a `traps` block, and that block as the rest of it.
  static func trapping(_ block: CodeBlock, of lesson: Lesson, imports: [String]) -> LessonProgram {
    var writer = ProgramWriter(ProgramNumbering(lesson: lesson), imports: imports)
    writer.writeBlocks(0..<block.index)
    writer.writeTrapApart(block)
    return writer.program
  }

  /// The program up to an exercise's starter, and one attempt at the exercise at its top level.
  static func apart(_ attempt: Attempt, of lesson: Lesson, imports: [String]) -> LessonProgram {
    var writer = ProgramWriter(ProgramNumbering(lesson: lesson), imports: imports)
    writer.writeBlocks(0..<attempt.exercise.starter)
    writer.writeApart(attempt)
    return writer.program
  }
}

extension LessonProgram {
  /// The offset in the author's line of a column that the compiler counted, in UTF-8 from 1.
  package func authorsOffset(line: Int, column: Int) -> Int {
    var offset = max(column, 1) - 1
    for insertion in (insertions[line] ?? []) {
      if offset <= insertion.offset { break }
      offset = max(insertion.offset, offset - insertion.length)
    }
    return offset
  }
}
