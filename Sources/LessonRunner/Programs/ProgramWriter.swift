import LessonFormat

/// Writes a program block by block.
struct ProgramWriter {
  let numbering: ProgramNumbering
  let file: String
  private var text: String
  private var insertions: [Int: [LessonProgram.Insertion]] = [:]
  private var claims: [Int: [LessonProgram.WrittenClaim]] = [:]
  private let claimsAfter: [Int?: [Claim]]
  private let earlyReads: EarlyReadIndex

  init(_ numbering: ProgramNumbering, imports: [String]) {
    self.init(numbering, importLines: imports.map { "import \($0)" })
  }

  init(_ numbering: ProgramNumbering, importLines: [String]) {
    self.numbering = numbering
    file = numbering.file
    claimsAfter = Dictionary(grouping: numbering.lesson.claims, by: \.afterBlock)
    earlyReads = EarlyReadIndex(numbering.lesson.earlyReads)
    text = (["import LessonKit"] + importLines).map { $0 + "\n" }.joined()
  }

  private var lesson: Lesson { numbering.lesson }

  var program: LessonProgram {
    LessonProgram(source: text, insertions: insertions, claims: claims, numbering: numbering)
  }

  private mutating func moveTo(line: Int, in attempt: Attempt? = nil) {
    let path = (attempt?.path(of: file) ?? file).flatMap { character -> [Character] in
      character == "\\" || character == "\"" ? ["\\", character] : [character]
    }
    text += "#sourceLocation(file: \"\(String(path))\", line: \(line))\n"
  }

  /// Goes to a line of a block, counted from 0 at its fence.
  private mutating func moveTo(_ line: Int, of block: CodeBlock, in attempt: Attempt? = nil) {
    moveTo(line: numbering.line(line, ofBlock: block.index, inAttempt: attempt != nil), in: attempt)
  }

  /// What blocks do when the lesson runs, and the claims after each.
  mutating func writeAll(_ blocks: ArraySlice<CodeBlock>, attempts: [Attempt]) {
    for block in blocks {
      switch block.execution {
      case .run: write(block)
      case .traps: if block.trapsApart { announce(block) } else { writeTrap(block) }
      case .starter:
        announce(block)
        for attempt in attempts where attempt.exercise.starter == block.index { write(attempt) }
      case .skip, .fails, .solution, .check: break
      }
      writeClaims(after: block.index)
    }
  }

  /// A line of recording before a block counts as the fence's own.
  mutating func announce(_ block: CodeBlock) {
    moveTo(0, of: block)
    text += "LessonKit.LessonRecorder.block(\(numbering.number(ofBlock: block.index)))\n"
  }

  mutating func write(_ block: CodeBlock) {
    announce(block)
    moveTo(1, of: block)
    writeCode(block)
  }

  /// The end of a program that ends by itself, and not by returning to what runs it.
  mutating func writeEnd() {
    text += "LessonKit.LessonRecorder.end()\n"
  }

  /// Runs a block that must trap as the rest of the program.
  mutating func writeTrapApart(_ block: CodeBlock) {
    announce(block)
    moveTo(0, of: block)
    let needsFile = block.scopeRequirement == .inFile
    text += "LessonKit.LessonRecorder.beginTrap()\(needsFile ? "" : "; do {")\n"
    writeCode(block)
    text += "\(needsFile ? "" : "}; ")LessonKit.LessonRecorder.leave()\n"
  }

  mutating func writeTrap(_ block: CodeBlock) {
    announce(block)
    moveTo(0, of: block)
    let number = numbering.number(ofBlock: block.index)
    text += "if LessonKit.LessonRecorder.entersTrap(\(number)) { do {\n"
    writeCode(block)
    text += "}; LessonKit.LessonRecorder.leaveTrap() }\n"
  }

  /// Those blocks among some that run, and on which later ones can rely.
  mutating func writeBlocks(_ blocks: Range<Int>) {
    for block in lesson.blocks[blocks] where block.execution == .run {
      write(block)
    }
  }

  /// Runs an attempt in a copy of the program, and in a scope of its own.
  mutating func write(_ attempt: Attempt) {
    moveTo(0, of: lesson.blocks[attempt.exercise.starter])
    text += "if LessonKit.LessonRecorder.entersAttempt(\(attempt.index)) { do {\n"
    writeCode(attempt)
    text += "}; LessonKit.LessonRecorder.leaveAttempt() }\n"
  }

  /// Runs an attempt in a copy of the program, which is all that the rest of the program is. One that
  /// waits is the rest of the program itself: a copy has none of the threads that it would wait for.
  mutating func writeApart(_ attempt: Attempt) {
    moveTo(0, of: lesson.blocks[attempt.exercise.starter])
    let waits = lesson.isAsynchronous(attempt)
    text +=
      waits
      ? "LessonKit.LessonRecorder.beginAttempt(\(attempt.index))\n"
      : "if !LessonKit.LessonRecorder.entersAttempt(\(attempt.index)) { LessonKit.LessonRecorder.leave() }\n"
    writeCode(attempt)
    text += "LessonKit.LessonRecorder.\(waits ? "endAttempt" : "leaveAttempt")()\n"
  }

  private mutating func writeCode(_ attempt: Attempt) {
    for block in attempt.blocks.map({ lesson.blocks[$0] }) {
      moveTo(1, of: block, in: attempt)
      writeCode(block, inAttempt: true)
      // What is left open at the end of an answer must not take the checks in.
      text += "do {}\n"
    }
    let check = lesson.blocks[attempt.exercise.check]
    moveTo(check.range.end.line - check.firstLine + 1, of: check, in: attempt)
  }

  /// What only a file can hold stays at the top level, anything else gets a scope.
  mutating func writeScoped(_ block: CodeBlock) {
    let needsFile = block.scopeRequirement == .inFile
    moveTo(0, of: block)
    text += needsFile ? "\n" : "do {\n"
    writeCode(block)
    if !needsFile { text += "}\n" }
  }

  /// No line of prose that the compiler is to point into is longer.
  private static let lastColumn = 1000

  mutating func writeClaims(after block: Int?) {
    let claims = claimsAfter[block] ?? []
    // Many in a scope, for the same reason as a block's expressions.
    let areTogether = claims.count >= Self.manyClaims && claims.allSatisfy(\.isSound)
    if areTogether { text += "do {\n" }
    for claim in claims { write(claim) }
    if areTogether { text += "}\n" }
  }

  private static let manyClaims = 16

  private mutating func write(_ claim: Claim) {
    let isEarly = earlyReads.ofClaims[claim.index] != nil
    let call =
      (isEarly ? Self.skips : "")
      + "LessonKit.LessonRecorder.claim(\(numbering.number(ofClaim: claim.index)), "
    let line = numbering.line(ofClaim: claim.index)
    moveTo(line: line)
    // The expression moves to the column where it stands in the prose.
    let isInPlace =
      line == claim.expressionPosition.line && claim.expressionPosition.column <= Self.lastColumn
    let before = lesson.file.line(claim.expressionPosition.line).unicodeScalars
      .prefix(isInPlace ? claim.expressionPosition.column - 1 : 0)
    // Behind those of the same line, so that a column tells which one is meant.
    let start = max(
      String(String.UnicodeScalarView(before)).utf8.count - call.utf8.count,
      claims[line]?.last?.columns.upperBound ?? 0)
    let written = call + claim.expression + (isEarly ? ") }" : ")")
    // Many at once, where the same text again and again would take its time for each.
    text += String(decoding: repeatElement(UInt8(ascii: " "), count: start), as: UTF8.self)
    text += written + "\n"
    claims[line, default: []].append(
      LessonProgram.WrittenClaim(
        claim: claim.index, columns: start..<start + written.utf8.count + 1))
  }

  /// Before what is compiled and never runs.
  private static let skips = "if false { "

  /// What of a block must not run, since it reads a variable that has no value yet.
  private func skipped(in block: CodeBlock) -> [CodeSpan] {
    var spans: Set<CodeSpan> = []
    return (earlyReads.ofBlocks[block.index] ?? []).compactMap(\.skipped).filter {
      spans.insert($0).inserted
    }
  }

  /// The code with its recording calls put in.
  private mutating func writeCode(_ block: CodeBlock, inAttempt: Bool = false) {
    let number = inAttempt ? block.index : numbering.number(ofBlock: block.index)
    let firstLine = numbering.line(1, ofBlock: block.index, inAttempt: inAttempt)
    let skipped = skipped(in: block)
    // At one offset, what comes first stands first.
    var inserted = block.expressionRuns.map { (offset: $0.start, text: "do { ") }
    inserted += block.throwingStatements.map { statement in
      (statement.start, "LessonKit.LessonRecorder.throwing(\(number), \(statement.place)); ")
    }
    inserted += skipped.map { ($0.start, Self.skips) }
    for check in block.checks {
      let function = check.recordsEachValue ? "checkEach" : "check"
      let call = "LessonKit.LessonRecorder.\(function)(\(number), \(check.index), "
      switch check.subject {
      case .expression(let span): inserted += [(span.start, call), (span.end, ")")]
      case .variable(let name, let end): inserted.append((end, "; \(call)\(name))"))
      }
    }
    if let span = block.shownExpression {
      let call = "LessonKit.LessonRecorder.value(\(number), "
      inserted += [(span.start, call), (span.end, ")")]
    }
    inserted += skipped.map { ($0.end, " }") }
    inserted += block.expressionRuns.map { ($0.end, " };") }
    inserted.sort { $0.offset < $1.offset }

    let code = Array(block.code.utf8)
    var written = 0
    var line = firstLine
    var lineStart = 0
    // Checks of an exercise are written more than once.
    for line in firstLine...firstLine + max(0, block.range.end.line - block.firstLine) {
      insertions[line] = nil
    }
    for insertion in inserted {
      for offset in written..<insertion.offset where code[offset] == 10 {
        line += 1
        lineStart = offset + 1
      }
      text += String(decoding: code[written..<insertion.offset], as: UTF8.self) + insertion.text
      insertions[line, default: []].append(
        LessonProgram.Insertion(
          offset: insertion.offset - lineStart, length: insertion.text.utf8.count))
      written = insertion.offset
    }
    text += String(decoding: code[written...], as: UTF8.self)
    if code.last != 10 { text += "\n" }
  }
}

extension Check {
  /// Whether every value is recorded, rather than those that no earlier ones stand for: `≠` may hold of
  /// two numbers and not of one between them.
  var recordsEachValue: Bool { expectation.relation == .notEqual }
}
