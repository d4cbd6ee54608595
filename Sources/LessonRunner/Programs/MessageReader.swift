import LessonFormat

/// Reads what the compiler said of a lesson's program, and turns its lines and columns into places
/// in the lesson.
struct MessageReader {
  let program: LessonProgram
  private var lesson: Lesson { program.numbering.lesson }

  init(_ program: LessonProgram) {
    self.program = program
  }

  /// The messages about one file, the lesson's own if none is named.
  ///
  /// - Parameter edits: The edits that the compiler proposes, by the message.
  func messages(
    in said: String, file: String? = nil, edits: [FixIt.Owner: [FixIt]] = [:]
  ) -> [RunOutcome.Message] {
    var lines: [Int: [Substring]] = [:]
    return CompilerMessage.read(said, file: file ?? program.numbering.file).map { message in
      let place = program.place(line: message.line, column: message.column)
      let owner = FixIt.Owner(line: message.line, column: message.column, text: message.text)
      return RunOutcome.Message(
        severity: message.severity, place: place, text: message.text,
        suggestion: edits[owner].flatMap { suggestion($0, at: place, owner, &lines) })
    }
  }

  /// The line of a message with the compiler's edits in it. `lines` are those of blocks that were asked
  /// for before.
  private func suggestion(
    _ edits: [FixIt], at place: RunOutcome.Place?, _ owner: FixIt.Owner,
    _ lines: inout [Int: [Substring]]
  ) -> String? {
    guard let place, let block = place.block, edits.allSatisfy({ $0.line == owner.line }) else {
      return nil
    }
    let code =
      lines[block]
      ?? lesson.blocks[block].code.split(separator: "\n", omittingEmptySubsequences: false)
    lines[block] = code
    guard place.line < code.count else { return nil }
    return FixIt.applied(edits, to: String(code[place.line])) { column in
      program.authorsOffset(line: owner.line, column: column)
    }
  }
}

extension LessonProgram {
  /// The block or claim that a line of the program stands for.
  func place(line: Int, column: Int) -> RunOutcome.Place? {
    guard let place = numbering.place(ofLine: line) else { return nil }
    return RunOutcome.Place(
      block: place.block, claim: place.claim.map { claim(line: line, column: column) ?? $0 },
      line: max(0, place.line - 1),
      offset: place.claim != nil ? 0 : max(0, authorsOffset(line: line, column: column)))
  }

  /// The claim of a line that a column stands in.
  private func claim(line: Int, column: Int) -> Int? {
    claims[line]?.last { $0.columns.lowerBound < max(column, 1) }?.claim
  }
}
