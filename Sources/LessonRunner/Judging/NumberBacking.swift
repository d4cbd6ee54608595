import LessonFormat

/// The numbers that a lesson and its run have, by which any number that a reader sees is judged.
///
/// A number that a check, a claim or verified output has is computed; one that stands as a numeric
/// literal in code that ran is an input; one that the front matter lists is given. Whatever was not
/// reached backs nothing. Numbers are the same when their values are, signs included, however they are
/// written: `12 000.5` is backed by `12_000.5`, and `-1.75` by no 1.75.
struct NumberBacking {
  private var computed: Set<Double> = []
  private var inputs: Set<Double> = []
  private let given: Set<Double>
  /// What would back numbers, had the program come to it.
  private var unreached: Set<Double> = []

  init(_ lesson: Lesson, _ blocks: [BlockResult], _ claims: [CheckedValue]) {
    given = lesson.givenNumbers
    for (block, result) in zip(lesson.blocks, blocks) { add(block, result) }
    for (claim, value) in zip(lesson.claims, claims) {
      let isReached = value.actual != nil
      add(TextNumber.values(in: claim.expectation.text), to: \.computed, isReached)
      add(claim.literals.numbers, to: \.inputs, isReached)
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
    for text in [block.output?.text, block.diagnostic?.text].compactMap(\.self) {
      add(TextNumber.values(in: text), to: \.computed, result.isReached)
    }
    for check in block.checks {
      let value = result.checks.indices.contains(check.index) ? result.checks[check.index] : nil
      add(TextNumber.values(in: check.expectation.text), to: \.computed, value?.actual != nil)
    }
  }

  private mutating func add(
    _ values: some Sequence<Double>, to backed: WritableKeyPath<Self, Set<Double>>,
    _ isReached: Bool
  ) {
    self[keyPath: isReached ? backed : \.unreached].formUnion(values)
  }

  /// What backs a number.
  func backing(of number: TextNumber) -> ProseNumber.Backing {
    let candidates = number.candidates
    if candidates.contains(where: computed.contains) { return .computed }
    if candidates.contains(where: inputs.contains) { return .input }
    return candidates.contains(where: given.contains) ? .given : .none
  }

  /// Whether something would back a number that the program did not come to.
  func wouldBack(_ number: TextNumber) -> Bool {
    number.candidates.contains(where: unreached.contains)
  }
}
