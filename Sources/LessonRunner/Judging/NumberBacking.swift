import LessonFormat

/// The numbers that a lesson and its run have, by which any number that a reader sees is judged.
///
/// A number that a check, a claim or verified output has is computed; one that stands as a numeric
/// literal in code that ran is an input; one that the front matter lists is given. Whatever was not
/// reached or does not hold backs nothing. Numbers are the same when their values are, signs included, however they are
/// written: `12 000.5` is backed by `12_000.5`, and `-1.75` by no 1.75.
struct NumberBacking {
  private var computed: Set<Double> = []
  private var inputs: Set<Double> = []
  private let given: Set<Double>
  /// What would back numbers, had the program come to it or did it hold.
  private var missed: Set<Double> = []

  init(_ lesson: Lesson, _ blocks: [BlockResult], _ claims: [CheckedValue]) {
    given = lesson.givenNumbers
    for (block, result) in zip(lesson.blocks, blocks) { add(block, result) }
    for (claim, value) in zip(lesson.claims, claims) {
      add(TextNumber.values(in: claim.expectation.text), to: \.computed, value.passed)
      add(claim.literals.numbers, to: \.inputs, value.actual != nil)
    }
  }

  private mutating func add(_ block: CodeBlock, _ result: BlockResult) {
    switch block.execution {
    case .skip: return
    case .fails:
      let said = block.diagnostic.map { TextNumber.values(in: $0.text) } ?? []
      return add(said, to: \.computed, result.endedAsExpected == true)
    case .run, .traps, .starter, .solution, .check: break
    }
    add(block.literals.numbers, to: \.inputs, result.isReached)
    if let output = block.output {
      add(TextNumber.values(in: output.text), to: \.computed, result.printedAsExpected == true)
    }
    if let said = block.diagnostic {
      add(TextNumber.values(in: said.text), to: \.computed, result.endedAsExpected == true)
    }
    for check in block.checks {
      let value = result.checks.indices.contains(check.index) ? result.checks[check.index] : nil
      add(TextNumber.values(in: check.expectation.text), to: \.computed, value?.passed ?? false)
    }
  }

  private mutating func add(
    _ values: some Sequence<Double>, to backed: WritableKeyPath<Self, Set<Double>>,
    _ holds: Bool
  ) {
    self[keyPath: holds ? backed : \.missed].formUnion(values)
  }

  /// What backs a number.
  func backing(of number: TextNumber) -> ProseNumber.Backing {
    let candidates = number.candidates
    if candidates.contains(where: computed.contains) { return .computed }
    if candidates.contains(where: inputs.contains) { return .input }
    return candidates.contains(where: given.contains) ? .given : .none
  }

  /// Whether something would back a number that the program did not come to, or that does not hold.
  func wouldBack(_ number: TextNumber) -> Bool {
    number.candidates.contains(where: missed.contains)
  }
}
