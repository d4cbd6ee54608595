import Dispatch
import FileSystem
import Glibc
import LessonFormat
import Synchronization

/// Runs lessons and holds them to what they claim.
public struct Verification: Sendable {
  /// Why lessons could not be run at all.
  public enum Failure: Error, Sendable {
    /// This machine is at fault.
    case machine(MachineFailure)
    /// Formulas can't be typeset.
    case typesetting(TypesettingError)
  }

  /// What came of all lessons.
  public struct Report: Sendable {
    /// The lessons, in the order in which they were given.
    public var lessons: [VerifiedLesson]
    /// How many lessons had to be run; the others' results were known.
    public var executed: Int
    /// Trouble that cost time and nothing else.
    public var warnings: [Warning]
    /// The library's public symbols, if a lesson names one or they were wanted.
    public var symbols: SymbolIndex?
  }

  /// Trouble that costs time and nothing else.
  public enum Warning: Hashable, Sendable {
    /// The cache can't be written, so that lessons are run again.
    case keepsNothing(FileError)

    /// The trouble in words.
    public var message: String {
      switch self {
      case .keepsNothing(let error): "results are not kept: \(error.message)"
      }
    }
  }

  /// How many processors the machine has, at least 1.
  public static var coreCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  private let settings: Settings

  /// A verification with these settings.
  public init(_ settings: Settings) {
    self.settings = settings
  }

  /// Runs what is not known yet, longest first, and judges all.
  ///
  /// - Parameters:
  ///   - part: The places of the lessons that are run and judged; all when there is none. The
  ///     others are there to be linked to.
  ///   - progress: called with each lesson that has been run, and how many that makes.
  public func run(
    _ all: [Lesson], part: [Int]? = nil,
    progress: @escaping @Sendable (Lesson, _ count: Int) -> Void = { _, _ in }
  ) throws(Failure) -> Report {
    let lessons = (part ?? Array(all.indices)).map { all[$0] }
    let count = Mutex(0)
    let progress: @Sendable (Lesson) -> Void = { lesson in
      count.withLock { count in
        count += 1
        progress(lesson, count)
      }
    }
    var ran: (outcomes: [RunOutcome], executed: Int, warnings: [Warning])
    var again: [RunOutcome]?
    do throws(MachineFailure) {
      ran = try execute(lessons, progress)
      if settings.runsTwice {
        let second = try execute(lessons, kind: .secondRuns, progress)
        again = second.outcomes
        ran.executed += second.executed
        ran.warnings += second.warnings.filter { !ran.warnings.contains($0) }
      }
    } catch {
      throw .machine(error)
    }
    let symbols = try symbols(for: lessons)
    let verified = try judge(lessons, ran.outcomes, again: again, among: all, symbols)
    return Report(
      lessons: verified, executed: ran.executed, warnings: ran.warnings, symbols: symbols)
  }

  /// The public symbols of the library, where there is a use for them.
  private func symbols(for lessons: [Lesson]) throws(Failure) -> SymbolIndex? {
    guard
      settings.needsSymbols || lessons.contains(where: { !SymbolJudge.references(in: $0).isEmpty })
    else { return nil }
    do throws(MachineFailure) {
      return try SymbolReader(toolchain: try toolchain(), cache: settings.cache)
        .symbols(of: settings.imports)
    } catch {
      throw .machine(error)
    }
  }

  /// The lessons' results where the library that they import can't be built: every check that
  /// needs a run fails with it.
  public func judgeUnrun(
    _ all: [Lesson], part: [Int]? = nil
  ) throws(Failure) -> [VerifiedLesson] {
    let lessons = (part ?? Array(all.indices)).map { all[$0] }
    let error = RunOutcome.Message(severity: .error, place: nil, text: "")
    return try judge(
      lessons,
      lessons.map { lesson in
        let failing = lesson.blocks.filter { $0.execution == .fails }.map { ($0.index, [error]) }
        return RunOutcome(
          ending: .didNotCompile, failing: Dictionary(uniqueKeysWithValues: failing))
      }, among: all, nil)
  }

  private func judge(
    _ lessons: [Lesson], _ outcomes: [RunOutcome], again: [RunOutcome]? = nil,
    among all: [Lesson], _ symbols: SymbolIndex?
  ) throws(Failure) -> [VerifiedLesson] {
    let links = LinkJudge(
      lessons: all, listed: settings.course, allowsHTML: settings.allowsHTML)
    let numbers = NumberJudge(isStrict: settings.isStrict)
    let names = SymbolJudge(symbols: symbols)
    let coverage = settings.coverage.map { CoverageJudge($0, of: all) }
    let courseNames = CourseNameJudge(all, listed: settings.course)
    let ofLinks = lessons.map(links.checks)
    let judged = Parallel.map(lessons.indices) { index in
      let lesson = lessons[index]
      var others = ofLinks[index] + names.checks(of: lesson) + courseNames.checks(of: lesson)
      if let coverage { others += coverage.checks(of: lesson) }
      if let again {
        others += RepetitionJudge.checks(of: lesson, outcomes[index], again[index])
      }
      return judgement(of: lesson, outcomes[index], others, numbers)
    }
    return try typeset(judged, symbols)
  }

  /// What a lesson's records are worth; of one that says so much that judging it takes longer than it may
  /// run, what is known of a lesson that ran out of time.
  private func judgement(
    of lesson: Lesson, _ outcome: RunOutcome, _ others: [CheckResult], _ numbers: NumberJudge
  ) -> LessonJudgement {
    func judged(_ outcome: RunOutcome) -> LessonJudgement {
      LessonJudge.judgement(of: lesson, outcome, others: others, numbers: numbers)
    }
    return DeepStack.run(seconds: max(settings.seconds, 10)) { judged(outcome) }
      ?? judged(RunOutcome(ending: .timedOut(place: nil)))
  }

  /// Typesets the formulas of all lessons, and puts each lesson together.
  private func typeset(
    _ judged: [LessonJudgement], _ symbols: SymbolIndex?
  ) throws(Failure) -> [VerifiedLesson] {
    let formulas = Parallel.map(judged) { judgement in
      var collector = FormulaCollector()
      collector.collect(judgement.lesson)
      collector.collect(captionsOf: judgement.blocks)
      return collector.occurrences
    }
    var typeset: [Formula: TypesetFormula] = [:]
    if let typesetter = settings.typesetter {
      let requests = zip(judged, formulas).map { judgement, occurrences in
        Typesetter.Request(
          owner: Files.resolved(judgement.lesson.file.path), formulas: occurrences.map(\.formula))
      }
      do throws(TypesettingError) {
        typeset = try typesetter.typeset(requests)
      } catch {
        throw .typesetting(error)
      }
    }
    let judge = FormulaJudge(typeset: typeset)
    return Parallel.map(judged.indices) { index in
      var judgement = judged[index]
      let found = judge.checks(of: judgement.lesson, formulas[index])
      if !found.isEmpty {
        judgement.checks = (judgement.checks + found).sorted(by: CheckResult.isInOrder)
      }
      return VerifiedLesson(judgement, typeset: judge.typeset, symbols: symbols)
    }
  }

  /// What comes of lessons, before any of it is judged.
  func outcomes(of lessons: [Lesson]) throws(MachineFailure) -> [RunOutcome] {
    try execute(lessons) { _ in }.outcomes
  }

  private func execute(
    _ lessons: [Lesson], kind: Cache.Kind = .runs,
    _ progress: @escaping @Sendable (Lesson) -> Void
  ) throws(MachineFailure) -> (outcomes: [RunOutcome], executed: Int, warnings: [Warning]) {
    let toolchain = try toolchain()
    do throws(MissingTool) {
      try toolchain.requireModules(settings.imports)
    } catch {
      throw .missing(error)
    }
    let stamp = LibraryStamp(toolchain, settings.imports, settings.cache).digest
    let key = CacheKey(toolchain: stamp, settings: settings)
    let keys = lessons.map(key.digest)
    let known = keys.map { key in
      settings.cache.read(kind, key).flatMap { RunOutcome(encoded: $0) }
    }
    let pending = lessons.indices.filter { known[$0] == nil }
    guard !pending.isEmpty else { return (known.compactMap(\.self), 0, []) }
    let ran = try execute(pending.map { lessons[$0] }, toolchain, stamp, progress)
    var warnings: [Warning] = []
    for (index, outcome) in zip(pending, ran) {
      do throws(FileError) {
        if outcome.isRepeatable(lessons[index]) {
          try settings.cache.write(kind, keys[index], outcome.encoded)
          let path = Files.resolved(lessons[index].file.path)
          settings.cache.use(kind, [keys[index]], by: path, atMost: 20)
        }
      } catch {
        if warnings.isEmpty { warnings.append(.keepsNothing(error)) }
      }
    }
    var new = ran[...]
    return (known.map { $0 ?? new.removeFirst() }, pending.count, warnings)
  }

  private func execute(
    _ lessons: [Lesson], _ toolchain: Toolchain, _ stamp: String,
    _ progress: @escaping @Sendable (Lesson) -> Void
  ) throws(MachineFailure) -> [RunOutcome] {
    let sandbox = try sandbox(toolchain)
    let scratch = try makeScratch()
    defer { scratch.remove() }
    let times = LessonTimes(cache: settings.cache)
    let units = UnitStore(cache: settings.cache, stamp: stamp, lengths: settings.unitLengths)
    let functions = try preferredFunctions(lessons, toolchain)
    let work = WorkList(order(of: lessons, times), lessons.count)
    let moduleCache = moduleCache(in: scratch)
    DispatchQueue.concurrentPerform(iterations: min(settings.jobs, lessons.count)) { _ in
      while let index = work.next() {
        let lesson = lessons[index]
        let execution = LessonExecution(
          lesson: lesson, imports: settings.imports + (importsOthers(lesson) ? functions : []),
          toolchain: toolchain, sandbox: sandbox, course: settings.folder,
          scratch: "\(scratch.folder)/\(index)", moduleCache: moduleCache, units: units)
        let result = Result { () throws(MachineFailure) in
          let start = Clock.seconds
          let outcome = try run(execution)
          times.keep(Clock.seconds - start, of: lesson.file.path)
          units.remember(lesson)
          return outcome
        }
        work.finish(index, result)
        progress(lesson)
      }
    }
    return try work.outcomes()
  }

  /// What comes of one lesson. Its folder is there only meanwhile.
  private func run(_ execution: LessonExecution) throws(MachineFailure) -> RunOutcome {
    let folder = execution.folder.path
    defer { Files.remove(folder) }
    do throws(FileError) {
      try Files.createFolder(folder)
    } catch {
      throw .file(error)
    }
    do throws(ProcessError) {
      return try execution.run()
    } catch {
      throw error.unwritten.map { .file($0) } ?? .process(error)
    }
  }

  /// A folder under the cache, or where that can't be written in the system's.
  private func makeScratch() throws(MachineFailure) -> Scratch {
    do throws(FileError) {
      do throws(FileError) { return try Scratch(cache: settings.cache) } catch {
        return try Scratch(cache: Cache(folder: nil))
      }
    } catch {
      throw .file(error)
    }
  }

  /// The places of lessons, longest first. A long text is the best guess at a long run that was never
  /// measured.
  private func order(of lessons: [Lesson], _ times: LessonTimes) -> [Int] {
    let seconds = lessons.map { times.seconds(of: $0.file.path) ?? .infinity }
    return lessons.indices.sorted { left, right in
      seconds[left] != seconds[right]
        ? seconds[left] > seconds[right]
        : lessons[left].file.text.utf8.count > lessons[right].file.text.utf8.count
    }
  }

  /// Whether a lesson imports what may have functions of the same names as the library's.
  private func importsOthers(_ lesson: Lesson) -> Bool {
    lesson.importedModules.contains { !settings.imports.contains($0) }
  }

  /// The library's functions, where a lesson imports other modules, too: to the lesson they are the
  /// ones that are meant.
  private func preferredFunctions(
    _ lessons: [Lesson], _ toolchain: Toolchain
  ) throws(MachineFailure) -> [String] {
    guard lessons.contains(where: importsOthers) else { return [] }
    return try SymbolReader(toolchain: toolchain, cache: settings.cache)
      .functions(of: settings.imports)
  }

  /// What the modules of the toolchain take.
  private static let leastSpace = 1 << 26

  /// Where the compiler keeps the modules that it has read; it can't work without such a place.
  private func moduleCache(in scratch: Scratch) -> String {
    // Modules name the place at which they were made, so that a cache that was moved has others.
    if let cache = settings.cache.folder {
      let folder =
        "\(cache)/modules/\(Digest.of(Array(Files.resolved(cache).utf8)).prefix(16).uppercased())"
      try? Files.createFolder(folder)
      if access(folder, W_OK) == 0, Files.freeSpace(in: folder) > Self.leastSpace { return folder }
    }
    let folder = scratch.folder + "/modules"
    // A compiler that is confined is let in only where something is.
    try? Files.createFolder(folder)
    return folder
  }

  private func toolchain() throws(MachineFailure) -> Toolchain {
    do throws(MissingTool) {
      return try Toolchain.find(library: settings.library, cancellation: settings.cancellation)
    } catch {
      throw .missing(error)
    }
  }

  private func sandbox(_ toolchain: Toolchain) throws(MachineFailure) -> Sandbox {
    let limits = Sandbox.Limits(
      seconds: settings.seconds, memory: settings.memory, output: settings.output)
    do throws(MissingTool) {
      let isolation = try Isolation.chosen(
        settings.isolation, trusts: settings.trusts, cancellation: settings.cancellation)
      return Sandbox(isolation: isolation, toolchain: toolchain, limits: limits)
    } catch {
      throw .missing(error)
    }
  }
}
