import LessonFormat

/// Finds what a lesson's program reads before it has a value, where its code does not tell.
///
/// A variable is zero in memory until it gets its value. Where code above one mentions it, the program
/// runs again with other bytes there: it must do the same to the last record, since nothing may have read
/// them. A program that never does the same twice tells nothing.
struct EarlyUseSearch {
  let lesson: Lesson
  let places: [String: [GlobalVariables.Place]]
  /// Runs the program with a byte all over some places.
  let run: ([GlobalVariables.Place], UInt8) throws(ProcessError) -> RunOutcome

  /// Bytes of which most numbers differ from zero in sign and size, most words from `false` and `nil`; what
  /// they would point to is nowhere.
  private static let bytes: [UInt8] = [0xFF, 0x7F]

  /// More variables than these are not told apart.
  private static let most = 16

  /// What a program reads too early that did this when it ran.
  func uses(in first: RunOutcome) throws(ProcessError) -> [RunOutcome.EarlyUse] {
    let names = lesson.lateVariables.map(\.name).filter { places[$0] != nil }
    guard !names.isEmpty else { return [] }
    for byte in Self.bytes {
      let other = try run(names.flatMap { places[$0] ?? [] }, byte)
      guard let difference = Self.difference(first, other) else { continue }
      guard Self.difference(first, try run([], byte)) == nil else { return [] }
      var uses: [RunOutcome.EarlyUse] = []
      for name in names.prefix(Self.most) where names.count > 1 {
        let alone = try run(places[name] ?? [], byte)
        if let difference = Self.difference(first, alone) {
          uses += Self.uses(name, in: first, at: difference)
        }
      }
      return uses.isEmpty ? Self.uses(names[0], in: first, at: difference) : uses
    }
    return first.isStrayRead ? Self.uses(names[0], in: first, at: first.records.count) : []
  }

  /// The first record that two runs do not share; nil where they do the same, or where the second ran out of
  /// time, which may be the machine's doing.
  private static func difference(_ first: RunOutcome, _ second: RunOutcome) -> Int? {
    guard !second.ranOutOfTime else { return nil }
    let shared = zip(first.records, second.records).prefix { $0 == $1 }.count
    let isSame =
      shared == first.records.count && shared == second.records.count
      && first.ending == second.ending && first.attempts == second.attempts
    return isSame ? nil : shared
  }

  private static func uses(
    _ name: String, in run: RunOutcome, at place: Int
  ) -> [RunOutcome.EarlyUse] {
    if place < run.records.count {
      switch run.records[place] {
      case .check(let block, let check, _):
        return [RunOutcome.EarlyUse(variable: name, block: block, check: check)]
      case .claim(let claim, _): return [RunOutcome.EarlyUse(variable: name, claim: claim)]
      default: break
      }
    }
    for case .block(let block) in run.records.prefix(place).reversed() {
      return [RunOutcome.EarlyUse(variable: name, block: block)]
    }
    return []
  }
}

extension RunOutcome {
  /// Whether it, or a copy of it, was stopped for its time.
  fileprivate var ranOutOfTime: Bool {
    ([ending] + attempts.values.map(\.ending)).contains {
      if case .timedOut = $0 { true } else { false }
    }
  }

  /// Whether it ended by reading memory that holds nothing of its own.
  fileprivate var isStrayRead: Bool {
    if case .trapped(CrashReport.strayMemory, _) = ending { true } else { false }
  }
}
