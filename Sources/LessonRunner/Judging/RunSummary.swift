import LessonFormat

/// A run's records, sorted to the blocks, checks and claims that they belong to.
struct RunSummary {
  struct Trap {
    var ending: ChildProcess.Ending
    var said: String
  }

  var blocks: [BlockResult]
  /// The distinct values of each block's checks, in the order in which they came.
  var values: [[[ComputedValue]]]
  var claims: [ComputedValue?]
  var traps: [Int: Trap] = [:]
  /// The values of the checks in each block of an attempt, by the attempt's index.
  var attempts: [Int: [Int: [[ComputedValue]]]] = [:]
  /// Blocks that the program ran through to their end.
  var finishedBlocks: Set<Int> = []
  /// The block that the program reached last.
  var lastBlock: Int?

  private let lesson: Lesson
  /// The attempt at an exercise whose records these are.
  private var attempt: Attempt?

  init(lesson: Lesson, records: [Record]) {
    self.lesson = lesson
    blocks = lesson.blocks.map { _ in BlockResult() }
    values = lesson.blocks.map { block in block.checks.map { _ in [] } }
    claims = lesson.claims.map { _ in nil }
    let attempts = lesson.attempts
    for record in records {
      if case .attemptBegan(let index) = record, attempts.indices.contains(index) {
        attempt = attempts[index]
        for block in attempts[index].blocks { blocks[block].isReached = true }
        // It begins once; what says so again is not the recorder's.
        guard self.attempts[index] == nil else { continue }
        self.attempts[index] = Dictionary(
          uniqueKeysWithValues: Set(attempts[index].blocks).map { block in
            (block, lesson.blocks[block].checks.map { _ in [] })
          })
      } else if case .attemptEnded = record {
        attempt = nil
      } else if let attempt {
        add(record, of: attempt)
      } else {
        add(record)
      }
    }
  }

  /// What an attempt prints and shows is not part of the lesson.
  private mutating func add(_ record: Record, of attempt: Attempt) {
    guard case .check(let block, let check, let value) = record,
      attempts[attempt.index]?[block]?.indices.contains(check) == true
    else { return }
    attempts[attempt.index]?[block]?[check].append(value)
  }

  private mutating func add(_ record: Record) {
    switch record {
    case .block(let index):
      if let lastBlock { finishedBlocks.insert(lastBlock) }
      if blocks.indices.contains(index) {
        lastBlock = index
        blocks[index].isReached = true
      }
    case .end:
      if let lastBlock { finishedBlocks.insert(lastBlock) }
    case .check(let block, let check, let value):
      guard values.indices.contains(block), values[block].indices.contains(check) else { return }
      values[block][check].append(value)
    case .claim(let index, let value):
      if claims.indices.contains(index) { claims[index] = value }
    case .value(let block, let value):
      if blocks.indices.contains(block) { blocks[block].shownValue = value }
    case .trap(let block, let status, let said):
      traps[block] = Trap(ending: ChildProcess.Ending(waitStatus: status), said: said)
    case .throwing, .attemptBegan, .attemptFinished, .attemptEnded, .crash: break
    case .text(let text):
      if let lastBlock { blocks[lastBlock].output += text }
    case .figure(let name, let title, let alternative, let caption, let svg, let table):
      show(
        .figure(
          ShownFigure(
            name: name.isEmpty ? nil : name, title: title, alternative: alternative,
            caption: caption, svg: svg, table: table)))
    case .table(let title, let columns, let rows):
      show(.table(ShownTable(title: title, columns: columns, rows: rows)))
    }
  }

  private mutating func show(_ item: ShownItem) {
    if let lastBlock { blocks[lastBlock].shown.append(item) }
  }
}
