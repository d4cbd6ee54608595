import LessonFormat

/// Finds what a lesson's program reads before it has a value, where its code does not tell.
///
/// A variable is zero in memory until it gets its value. Where code above one mentions it, the program
/// runs again with other bytes there: it must do the same, since nothing may have read them. What it does
/// differently each time, such as by chance, tells nothing, and neither does what comes after that.
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
  /// How often a program runs as before, and with other bytes, until a difference counts as theirs: what is
  /// left to chance between two things is then taken for that once in a hundred times.
  private static let repeats = 4

  /// What a program reads too early that did this when it ran.
  func uses(in first: RunOutcome) throws(ProcessError) -> [RunOutcome.EarlyUse] {
    let names = lesson.lateVariables.map(\.name).filter { places[$0] != nil }
    guard !names.isEmpty else { return [] }
    for byte in Self.bytes {
      let other = try run(names.flatMap { places[$0] ?? [] }, byte)
      guard let place = difference(first, other),
        let steady = try steadyLength(of: first, names, byte, differingAt: place)
      else { continue }
      var uses: [RunOutcome.EarlyUse] = []
      for name in names.prefix(Self.most) where names.count > 1 {
        guard let place = difference(first, try run(places[name] ?? [], byte)), place < steady,
          difference(first, try run(places[name] ?? [], byte)) == place
        else { continue }
        uses += Self.uses(name, in: first, at: place)
      }
      return uses.isEmpty ? Self.uses(names[0], in: first, at: place) : uses
    }
    return []
  }

  /// How many records a program shares with all its runs, where it differs at a place among these whenever
  /// some variables have other bytes; nil where it does not.
  private func steadyLength(
    of first: RunOutcome, _ names: [String], _ byte: UInt8, differingAt place: Int
  ) throws(ProcessError) -> Int? {
    var steady = Int.max
    for _ in 1..<Self.repeats {
      if let change = difference(first, try run([], byte)) { steady = min(steady, change) }
      guard place < steady,
        difference(first, try run(names.flatMap { places[$0] ?? [] }, byte)) == place
      else { return nil }
    }
    return steady
  }

  /// The first record that two runs do not share; nil where they do the same, or where the second ran out of
  /// time and the first did not, which may be the machine's doing. Attempts that ran out of time in the first
  /// are left out.
  private func difference(_ first: RunOutcome, _ second: RunOutcome) -> Int? {
    let endless = Set(first.attempts.filter { $0.value.ending.isTimeout }.keys)
    let attempts = second.attempts.filter { !endless.contains($0.key) }
    let isStopped = second.ending.isTimeout && !first.ending.isTimeout
    guard !isStopped, !attempts.values.contains(where: \.ending.isTimeout) else { return nil }
    let shared = zip(first.records, second.records).prefix { $0 == $1 }.count
    let isSame =
      shared == first.records.count && shared == second.records.count
      && first.ending == second.ending && first.faultAddress == second.faultAddress
      && first.attempts.filter { !endless.contains($0.key) } == attempts
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

extension RunOutcome.Ending {
  fileprivate var isTimeout: Bool { if case .timedOut = self { true } else { false } }
}
