import LessonFormat

/// The numbers that a lesson and its run have, by which any number that a reader sees is judged.
///
/// A number that a check, a claim or verified output has is computed; one that stands as a numeric
/// literal in code that ran is an input; one that the front matter lists is given. Whatever was not
/// reached or does not hold backs nothing. Numbers are the same when their values are, signs included, however they are
/// written: `12 000.5` is backed by `12_000.5`, and `-1.75` by no 1.75. One with more places than the check
/// that computes it must be true to the last: where a third is checked as `0.333`, nothing backs `0.3330`.
struct NumberBacking {
  /// By how much each may differ from what was computed.
  private var computed: [Double: Double] = [:]
  private var inputs: Set<Double> = []
  private let given: Set<Double>
  /// What would back numbers, had the program come to it or did it hold.
  private var missed: Set<Double> = []

  init(_ lesson: Lesson, _ blocks: [BlockResult], _ claims: [CheckedValue]) {
    given = lesson.givenNumbers
    for (block, result) in zip(lesson.blocks, blocks) { add(block, result) }
    for (claim, value) in zip(lesson.claims, claims) {
      addComputed(claim.expectation.text, value.actual, value.passed)
      addInputs(claim.literals.numbers, value.actual != nil)
    }
  }

  private mutating func add(_ block: CodeBlock, _ result: BlockResult) {
    switch block.execution {
    case .skip: return
    case .fails: break
    case .run, .traps, .starter, .solution, .check:
      addInputs(block.literals.numbers, result.isReached)
    }
    if let output = block.output {
      addComputed(output.text, result.output, result.printedAsExpected == true)
    }
    if let said = block.diagnostic {
      addComputed(said.text, result.diagnostic, result.endedAsExpected == true)
    }
    for check in block.checks {
      let value = result.checks.indices.contains(check.index) ? result.checks[check.index] : nil
      addComputed(check.expectation.text, value?.actual, value?.passed ?? false)
    }
  }

  private mutating func addInputs(_ numbers: some Sequence<Double>, _ wereReached: Bool) {
    if wereReached { inputs.formUnion(numbers) } else { missed.formUnion(numbers) }
  }

  /// Adds the numbers of a text that holds of what came.
  private mutating func addComputed(_ written: String, _ actual: String?, _ holds: Bool) {
    let halfUnits = TextNumber.halfUnits(in: written)
    guard holds else { return missed.formUnion(halfUnits.keys) }
    let came = actual.map { TextNumber.halfUnits(in: $0).keys.sorted() } ?? []
    for (value, halfUnit) in halfUnits {
      let error = came.nearest(to: value).map { abs($0 - value) } ?? .infinity
      computed[value] = min(error, halfUnit, computed[value] ?? .infinity)
    }
  }

  /// What backs a number.
  func backing(of number: TextNumber) -> ProseNumber.Backing {
    let candidates = number.candidates
    // In whole units of the last place a rounded `Double` would decide.
    let room = number.halfUnit * (1 + 1e-9)
    if candidates.contains(where: { computed[$0].map { $0 <= room } ?? false }) { return .computed }
    if candidates.contains(where: inputs.contains) { return .input }
    return candidates.contains(where: given.contains) ? .given : .none
  }

  /// Whether something would back a number that the program did not come to, or that does not hold.
  func wouldBack(_ number: TextNumber) -> Bool {
    number.candidates.contains(where: missed.contains)
  }
}

extension [Double] {
  /// The element of a sorted list that is nearest to a number.
  fileprivate func nearest(to number: Double) -> Double? {
    let next = firstIndexOfSorted { $0 >= number }
    return [next - 1, next].filter(indices.contains).map { self[$0] }
      .min { abs($0 - number) < abs($1 - number) }
  }
}
