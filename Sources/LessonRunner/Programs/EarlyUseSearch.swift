import LessonFormat

/// Finds what a lesson's program reads before it has a value, where its code does not tell.
///
/// A variable is zero in memory until it gets its value. Where code above one mentions it, the program
/// runs again with other bytes there: it must do the same, since nothing may have read them. What it does
/// differently anyway, such as by chance, tells nothing.
struct EarlyUseSearch {
  let lesson: Lesson
  let places: [String: [GlobalVariables.Place]]
  /// Whether it has taken all the time that it may.
  var isOver: () -> Bool = { false }
  /// Runs the program with a byte all over some places.
  let run: ([GlobalVariables.Place], UInt8) throws(ProcessError) -> RunOutcome

  /// Bytes of which most numbers differ from zero in sign and size, most words from `false` and `nil`; what
  /// they would point to is nowhere.
  private static let bytes: [UInt8] = [0xFF, 0x7F]
  /// More variables than these are not told apart.
  private static let most = 16
  /// How often a program runs as before, and with other bytes, until a difference counts as theirs: what is
  /// left to chance between two things is then taken for that once in a hundred times.
  private static let repeats = 4

  /// What a program reads too early that did this when it ran.
  func uses(in first: RunOutcome) throws(ProcessError) -> [RunOutcome.EarlyUse] {
    let names = lesson.lateVariables.map(\.name).filter { places[$0] != nil }
    let all = names.flatMap { places[$0] ?? [] }
    guard !names.isEmpty else { return [] }
    for byte in Self.bytes where !isOver() {
      guard let suspects = try steadyChanges(from: first, in: all, byte) else { continue }
      var uses: [RunOutcome.EarlyUse] = []
      for name in names.prefix(Self.most) where names.count > 1 && !isOver() {
        let own = changes(from: first, in: try run(places[name] ?? [], byte))
        if let subject = Self.earliest(suspects.intersection(own), in: first) {
          uses.append(Self.use(of: name, by: subject, in: first))
        }
      }
      if uses.isEmpty, let subject = Self.earliest(suspects, in: first) {
        uses = [Self.use(of: names[0], by: subject, in: first)]
      }
      return uses
    }
    return []
  }

  /// What a program does the same whenever it runs as before, and differently whenever variables have other
  /// bytes; nil where there is no such thing.
  private func steadyChanges(
    from first: RunOutcome, in places: [GlobalVariables.Place], _ byte: UInt8
  ) throws(ProcessError) -> Set<Subject>? {
    var suspects = changes(from: first, in: try run(places, byte))
    for _ in 1..<Self.repeats where !suspects.isEmpty {
      guard !isOver() else { return nil }
      suspects.subtract(changes(from: first, in: try run([], byte)))
      guard !suspects.isEmpty else { return nil }
      suspects.formIntersection(changes(from: first, in: try run(places, byte)))
    }
    return suspects.isEmpty ? nil : suspects
  }

  // MARK: What runs do

  /// What something comes out of: a check, a claim, or a block with all else that it does.
  private enum Subject: Hashable {
    case check(block: Int, check: Int)
    case claim(Int)
    case block(Int)
    /// How the program ends, and attempts at exercises in it.
    case ending
  }

  /// What two runs do not share; nothing where the second ran out of time and the first did not, which may be
  /// the machine's doing. Attempts that ran out of time in the first are left out.
  private func changes(from first: RunOutcome, in second: RunOutcome) -> Set<Subject> {
    let endless = Set(first.attempts.filter { $0.value.ending.isTimeout }.keys)
    let attempts = second.attempts.filter { !endless.contains($0.key) }
    let isStopped = second.ending.isTimeout && !first.ending.isTimeout
    guard !isStopped, !attempts.values.contains(where: \.ending.isTimeout) else { return [] }
    let (one, other) = (Self.records(of: first), Self.records(of: second))
    var changes = Set(one.keys).union(other.keys).filter { one[$0] != other[$0] }
    if first.ending != second.ending || first.faultAddress != second.faultAddress
      || first.attempts.filter({ !endless.contains($0.key) }) != attempts
    {
      changes.insert(.ending)
    }
    return changes
  }

  private static func records(of run: RunOutcome) -> [Subject: [Record]] {
    var records: [Subject: [Record]] = [:]
    visit(run) { records[$0, default: []].append($1) }
    return records
  }

  private static func visit(_ run: RunOutcome, _ body: (Subject, Record) -> Void) {
    var block = -1
    for record in run.records {
      switch record {
      case .block(let index):
        block = index
        body(.block(block), record)
      case .check(let block, let check, _): body(.check(block: block, check: check), record)
      case .claim(let claim, _): body(.claim(claim), record)
      default: body(.block(block), record)
      }
    }
  }

  /// That of some subjects which a run came to first; the end is last.
  private static func earliest(_ subjects: Set<Subject>, in run: RunOutcome) -> Subject? {
    var first: Subject?
    visit(run) { subject, _ in
      if first == nil, subjects.contains(subject) { first = subject }
    }
    return first ?? (subjects.isEmpty ? nil : .ending)
  }

  private static func use(
    of name: String, by subject: Subject, in run: RunOutcome
  ) -> RunOutcome.EarlyUse {
    switch subject {
    case .check(let block, let check):
      return RunOutcome.EarlyUse(variable: name, block: block, check: check)
    case .claim(let claim): return RunOutcome.EarlyUse(variable: name, claim: claim)
    case .block(let block): return RunOutcome.EarlyUse(variable: name, block: block)
    case .ending:
      var last = 0
      for case .block(let block) in run.records { last = block }
      return RunOutcome.EarlyUse(variable: name, block: last)
    }
  }
}

extension RunOutcome.Ending {
  fileprivate var isTimeout: Bool { if case .timedOut = self { true } else { false } }
}
