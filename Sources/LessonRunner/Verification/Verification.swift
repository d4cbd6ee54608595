import Dispatch
import FileSystem
import Glibc
import LessonFormat
import Synchronization

/// Runs lessons and holds them to what they claim.
public struct Verification: Sendable {
  /// What lessons are run with.
  public struct Settings: Sendable {
    /// The modules that every block sees.
    public var imports: [String]
    /// The folder that holds the lessons and their `data`.
    public var folder: String
    /// The stems of the course's lessons, whether they are run now or not; nil for lessons that
    /// stand alone.
    public var course: [String]?
    /// How long a lesson may run, in seconds of wall-clock time.
    public var seconds: Double
    /// How many bytes of memory a lesson may take.
    public var memory: UInt64
    /// How many bytes a lesson may print, and a file of its may hold.
    public var output: Int
    /// How many lessons run at once.
    public var jobs: Int
    /// Whether lessons may run without a sandbox.
    public var trusts: Bool
    /// Whether a number in the text that nothing backs is an error.
    public var isStrict: Bool
    /// Whether each lesson is run a second time, and must bring the same.
    public var runsTwice = false
    /// Where results are kept from one run to the next.
    public var cache: Cache
    /// Ends running compilers and lessons from another thread.
    public var cancellation = Cancellation()
    /// What formulas are held to; nil leaves them as they are.
    public var typesetter: Typesetter?
    /// Whether the library's symbols are wanted, even if no lesson names one.
    public var needsSymbols = false
    /// The folder of `lesson-host` and the modules; nil for that of this program.
    public var library: String?
    /// How long the units are in which a lesson is compiled that is being worked on, in lines.
    var unitLengths = CompilationUnit.lengths

    /// Settings with the limits of a lesson that stands alone; `jobs` is at least 1.
    public init(
      imports: [String] = ["Backprop", "Figures"], folder: String, course: [String]? = nil,
      seconds: Double = 20, memory: UInt64 = 1 << 30, output: Int = 1 << 20,
      jobs: Int = Verification.coreCount,
      trusts: Bool = false, isStrict: Bool = false, cache: Cache, library: String? = nil
    ) {
      self.imports = imports
      self.folder = folder
      self.course = course
      self.seconds = seconds
      self.memory = memory
      self.output = output
      self.jobs = max(1, jobs)
      self.trusts = trusts
      self.isStrict = isStrict
      self.cache = cache
      self.library = library
    }
  }

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
    let links = LinkJudge(lessons: all, listed: settings.course)
    let numbers = NumberJudge(isStrict: settings.isStrict)
    let names = SymbolJudge(symbols: symbols)
    let ofLinks = lessons.map(links.checks)
    let judged = Parallel.map(lessons.indices) { index in
      let lesson = lessons[index]
      var others = ofLinks[index] + names.checks(of: lesson)
      if let again {
        others += RepetitionJudge.checks(of: lesson, outcomes[index], again[index])
      }
      return LessonJudge.judgement(
        of: lesson, outcomes[index], others: others, numbers: numbers)
    }
    return try typeset(judged, symbols)
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
    let scratch: Scratch
    do throws(FileError) {
      scratch = try Scratch(cache: settings.cache)
    } catch {
      do throws(FileError) {
        scratch = try Scratch(cache: Cache(folder: nil))
      } catch {
        throw .file(error)
      }
    }
    defer { scratch.remove() }
    // A long text is the best guess at a long run that was never measured.
    let times = LessonTimes(cache: settings.cache)
    let seconds = lessons.map { times.seconds(of: $0.file.path) ?? .infinity }
    let order = lessons.indices.sorted { left, right in
      seconds[left] != seconds[right]
        ? seconds[left] > seconds[right]
        : lessons[left].file.text.utf8.count > lessons[right].file.text.utf8.count
    }
    let units = settings.cache.folder.map { _ in
      UnitStore(
        cache: settings.cache, stamp: stamp, lengths: settings.unitLengths)
    }
    let functions = try preferredFunctions(lessons, toolchain)
    let work = WorkList(order, lessons.count)
    let moduleCache = moduleCache(in: scratch)
    DispatchQueue.concurrentPerform(iterations: min(settings.jobs, lessons.count)) { _ in
      while let index = work.next() {
        let folder = "\(scratch.folder)/\(index)"
        let result = Result { () throws(MachineFailure) in
          do throws(FileError) {
            try Files.createFolder(folder)
          } catch {
            throw .file(error)
          }
          let execution = LessonExecution(
            lesson: lessons[index],
            imports: settings.imports + (importsOthers(lessons[index]) ? functions : []),
            toolchain: toolchain,
            sandbox: sandbox, course: settings.folder, scratch: folder, moduleCache: moduleCache,
            units: units)
          do throws(ProcessError) {
            let start = Clock.seconds
            let outcome = try execution.run()
            times.keep(Clock.seconds - start, of: lessons[index].file.path)
            units?.remember(lessons[index])
            return outcome
          } catch {
            throw error.unwritten.map { .file($0) } ?? .process(error)
          }
        }
        Files.remove(folder)
        work.finish(index, result)
        progress(lessons[index])
      }
    }
    return try work.outcomes()
  }

  /// Whether a lesson imports what may have functions of the same names as the library's.
  private func importsOthers(_ lesson: Lesson) -> Bool {
    lesson.importedModules.contains { !settings.imports.contains($0) }
  }

  /// The library's functions, where a lesson imports other modules beside it: to the lesson they are the
  /// ones that are meant.
  private func preferredFunctions(
    _ lessons: [Lesson], _ toolchain: Toolchain
  ) throws(MachineFailure) -> [String] {
    guard lessons.contains(where: importsOthers) else { return [] }
    return try SymbolReader(toolchain: toolchain, cache: settings.cache)
      .functions(of: settings.imports)
  }

  /// Where the compiler keeps the modules that it has read; it can't work without such a place.
  private func moduleCache(in scratch: Scratch) -> String {
    if let folder = settings.cache.folder.map({ $0 + "/modules" }) {
      try? Files.createFolder(folder)
      if access(folder, W_OK) == 0 { return folder }
    }
    return scratch.folder + "/modules"
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
      return Sandbox(
        bubblewrap: try Sandbox.findBubblewrap(), toolchain: toolchain, limits: limits)
    } catch {
      if settings.trusts { return Sandbox(bubblewrap: nil, toolchain: toolchain, limits: limits) }
      throw .missing(error)
    }
  }
}
