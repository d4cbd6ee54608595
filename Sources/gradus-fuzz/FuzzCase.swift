/// What an input is read as.
enum CaseKind: String, CaseIterable {
  case markdown, lesson, value, yaml, course, records, outcome, entry, conversation, compiler,
    crash,
    drawing, json, table, array, weights, checkpoint
}

/// One input: made from the seed and its number alone.
struct FuzzCase {
  let kind: CaseKind
  let bytes: [UInt8]
  /// Choices that a reader's test also makes.
  let random: SplitMix64

  init(kind: CaseKind, bytes: [UInt8]) {
    self.kind = kind
    self.bytes = bytes
    random = SplitMix64(state: 1)
  }

  init(number: Int, seeds: Seeds, options: Options) {
    var random = SplitMix64(state: options.seed &* 0x2545_F491_4F6C_DD1D &+ UInt64(number))
    _ = random.next()
    let weighted: [CaseKind] =
      [.markdown, .markdown, .markdown, .lesson, .lesson, .lesson] + CaseKind.allCases
    kind = options.only ?? random.pick(weighted)
    var mutator = Mutator(random: random, words: Self.words(for: kind))
    bytes = Self.mutant(kind, &mutator, seeds)
    self.random = mutator.random
  }

  private static func words(for kind: CaseKind) -> [String] {
    switch kind {
    case .markdown, .lesson: Seeds.markdownWords
    case .value: Seeds.valueWords
    case .yaml, .course: Seeds.yamlWords
    case .drawing: Seeds.drawingWords
    case .records, .outcome, .entry: RecordInput.words
    case .conversation: ConversationInput.words
    case .compiler, .crash: ReportInput.words
    case .json: JSONInput.words
    case .table, .array, .weights, .checkpoint: DataFileInput.words
    }
  }

  private static func mutant(
    _ kind: CaseKind, _ mutator: inout Mutator, _ seeds: Seeds
  ) -> [UInt8] {
    switch kind {
    case .markdown:
      // Most of what is odd in Markdown is in few characters.
      if mutator.random.isOne(in: 3) { return mutator.mutant(of: seeds.lessons) }
      return mutator.mutant(of: seeds.examples)
    case .lesson: return mutator.mutant(of: seeds.lessons)
    case .yaml: return mutator.mutant(of: seeds.lessons.map { Array($0.prefix(600)) })
    case .course: return mutator.mutant(of: seeds.courses)
    case .value: return mutator.mutant(of: ValueInput.seeds)
    case .drawing:
      return mutator.mutant(of: DrawingInput.seeds + seeds.drawings.map { Array($0.prefix(4000)) })
    case .records: return mutator.mutant(of: RecordInput.streams)
    case .outcome: return mutator.mutant(of: RecordInput.outcomes)
    case .entry: return mutator.mutant(of: RecordInput.entries)
    case .conversation: return mutator.mutant(of: ConversationInput.seeds)
    case .compiler: return mutator.mutant(of: ReportInput.compilers)
    case .crash: return mutator.mutant(of: ReportInput.crashes)
    case .json: return mutator.mutant(of: JSONInput.seeds)
    case .table: return mutator.mutant(of: DataFileInput.tables)
    case .array: return mutator.mutant(of: DataFileInput.arrays)
    case .weights: return mutator.mutant(of: DataFileInput.weights)
    case .checkpoint: return mutator.mutant(of: DataFileInput.checkpoints)
    }
  }

  /// - Parameter scratch: A folder for files.
  func run(scratch: String) throws {
    switch kind {
    case .markdown: try MarkdownInput(bytes: bytes).run()
    case .lesson: try LessonInput(bytes: bytes, random: random, scratch: scratch).run()
    case .yaml: try CourseInput(bytes: bytes, scratch: scratch).runFrontMatter()
    case .course: try CourseInput(bytes: bytes, scratch: scratch).runCourse()
    case .value: try ValueInput(bytes: bytes).run()
    case .drawing: try DrawingInput(bytes: bytes).run()
    case .records: try RecordInput(bytes: bytes, scratch: scratch).runStream()
    case .outcome: try RecordInput(bytes: bytes, scratch: scratch).runOutcome()
    case .entry: try RecordInput(bytes: bytes, scratch: scratch).runEntry()
    case .conversation: try ConversationInput(bytes: bytes).run()
    case .compiler: try ReportInput(bytes: bytes).runCompiler()
    case .crash: try ReportInput(bytes: bytes).runCrash()
    case .json: try JSONInput(bytes: bytes, scratch: scratch).run()
    case .table: try DataFileInput(bytes: bytes).runTable()
    case .array: try DataFileInput(bytes: bytes).runArray()
    case .weights: try DataFileInput(bytes: bytes).runWeights()
    case .checkpoint: try DataFileInput(bytes: bytes).runCheckpoint()
    }
  }
}
