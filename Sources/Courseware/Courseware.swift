import FileSystem
import LessonFormat
import LessonRunner
import SiteGenerator

/// From Markdown to verified lessons and a site: load → verify → render → write.
///
/// Nothing here prints, asks or exits: settings come in, progress and results go out, and another
/// thread can cancel what is under way.
///
///     let courseware = Courseware(CourseSettings(operands: ["lessons"]))
///     let course = try courseware.verify()
///     course.passed
public struct Courseware: Sendable {
  private let settings: CourseSettings
  private let cancellation: Cancellation
  private let progress: @Sendable (CourseProgress) -> Void
  private let cache: Cache

  /// - Parameters:
  ///   - cancellation: ends the work when it is cancelled, with ``CoursewareError/cancelled``.
  ///   - progress: called with what is being done, from any thread.
  public init(
    _ settings: CourseSettings, cancellation: Cancellation = Cancellation(),
    progress: @escaping @Sendable (CourseProgress) -> Void = { _ in }
  ) {
    self.settings = settings
    self.cancellation = cancellation
    self.progress = progress
    cache = Cache(
      folder: settings.usesCache
        ? Self.cacheFolder(for: settings.operands[0]) : nil)
  }

  // MARK: The pipeline

  /// Loads, verifies, renders and writes the course that is named. While a check fails, the last good
  /// site stays as it is.
  ///
  /// - Parameter rebuilds: Whether the work is done even if nothing has changed since the last time.
  public func build(rebuilds: Bool = false) throws(CoursewareError) -> BuildOutcome {
    let folder = settings.operands[0]
    let stamp = try stamp(of: folder)
    if !rebuilds, let last = stamp.lastSummary.flatMap({ BuildSummary(stored: $0) }) {
      return .unchanged(last)
    }
    guard Files.isFolder(folder) else { throw .noFolder(folder) }
    let loaded = try load()
    try requireOutput(apartFrom: loaded)
    let verified = try verify(loaded, needsSymbols: true)
    guard verified.passed else { return .failed(verified) }
    let site = try render(verified)
    try write(site)
    let summary = BuildSummary(of: site, verified)
    if verified.problems.isEmpty { stamp.keep(summary.stored) }
    return .built(verified, summary)
  }

  /// Loads and verifies what is named.
  public func verify() throws(CoursewareError) -> VerifiedCourse {
    try verify(try load(), needsSymbols: false)
  }

  /// Reads what is named.
  public func load() throws(CoursewareError) -> LoadedCourse {
    if let folder = cache.folder, let entry = cache.foreignEntry {
      throw .unusableCache(folder: folder, holds: entry)
    }
    return try LoadedCourse(settings.operands, cache: cache)
  }

  private func verify(
    _ loaded: LoadedCourse, needsSymbols: Bool
  ) throws(CoursewareError) -> VerifiedCourse {
    defer { progress(.done) }
    let part = try part(of: loaded.lessons)
    var verification = verificationSettings(loaded)
    verification.needsSymbols = needsSymbols
    let built: BuiltLibrary
    switch try library(of: loaded) {
    case .success(let library): built = library
    case .failure(let failure):
      guard let reports = failure.results(course: loaded.course) else { throw .library(failure) }
      let unrun = try verifying { () throws(Verification.Failure) in
        try Verification(verification).judgeUnrun(loaded.lessons, part: part)
      }
      return VerifiedCourse(
        course: loaded.course, lessons: unrun, problems: loaded.problems + reports,
        coverage: loaded.coverage, symbols: nil, shard: shardSummary(loaded, part))
    }
    defer { built.remove() }
    verification.library = built.folder
    verification.imports = built.imports
    let total = (part?.count ?? loaded.lessons.count) * (settings.runsTwice ? 2 : 1)
    let report = try verifying { () throws(Verification.Failure) in
      try Verification(verification).run(loaded.lessons, part: part) { lesson, count in
        progress(.ran(lesson: lesson.id, count: count, total: total))
      }
    }
    for warning in report.warnings { progress(.warning(warning.message)) }
    return VerifiedCourse(
      course: loaded.course, lessons: report.lessons, problems: loaded.problems,
      coverage: loaded.coverage, symbols: report.symbols, shard: shardSummary(loaded, part))
  }

  private func render(_ verified: VerifiedCourse) throws(CoursewareError) -> RenderedSite {
    try requireGoingOn()
    let generator = SiteGenerator(
      course: verified.course ?? Course(folder: "", title: ""), assets: try SiteSources.folder(),
      cache: cache, baseURL: settings.baseURL, symbols: verified.symbols,
      cancellation: cancellation)
    return try site { () throws(SiteError) in try generator.site(of: verified.lessons) }
  }

  private func write(_ site: RenderedSite) throws(CoursewareError) {
    try requireGoingOn()
    try self.site { () throws(SiteError) in
      try SiteWriter.write(site.files, to: settings.output)
    }
  }

  // MARK: Steps

  private func requireOutput(apartFrom loaded: LoadedCourse) throws(CoursewareError) {
    guard Files.exists(settings.output) else { return }
    let output = Files.resolved(settings.output)
    var sources = [settings.operands[0], Installation.folder]
    sources += [Installation.checkout, loaded.library.folder, try? SiteSources.folder()]
      .compactMap(\.self)
    for source in sources where "\(Files.resolved(source))/".hasPrefix("\(output)/") {
      throw .outputHolds(source, output: settings.output)
    }
  }

  /// The modules that every lesson imports.
  public func imports(of loaded: LoadedCourse) throws(CoursewareError) -> [String] {
    do throws(LibraryFailure) {
      return try LibraryBuild(loaded.library, cache: cache, cancellation: cancellation).imports()
    } catch {
      try requireGoingOn()
      throw .library(error)
    }
  }

  private func library(
    of loaded: LoadedCourse
  ) throws(CoursewareError) -> Result<BuiltLibrary, LibraryFailure> {
    let result = Result { () throws(LibraryFailure) in
      try LibraryBuild(
        loaded.library, cache: cache, cancellation: cancellation,
        progress: { progress(.preparing($0)) }
      ).ready()
    }
    if cancellation.isCancelled {
      if case .success(let built) = result { built.remove() }
      throw .cancelled
    }
    return result
  }

  private func verificationSettings(_ loaded: LoadedCourse) -> Verification.Settings {
    let limits = loaded.course?.limits ?? Course.Limits()
    var verification = Verification.Settings(
      imports: loaded.library.imports ?? [], folder: Files.resolved(loaded.folder ?? "."),
      course: loaded.course?.lessons, seconds: limits.seconds, memory: UInt64(limits.memory),
      output: limits.output, jobs: settings.jobs, trusts: settings.trusts,
      isStrict: settings.isStrict, cache: cache)
    verification.isolation = settings.isolation
    verification.coverage = loaded.course?.coverage
    verification.allowsHTML = loaded.course?.allowsHTML ?? false
    verification.runsTwice = settings.runsTwice
    verification.cancellation = cancellation
    // Only a formula needs the script that is there.
    let assets = (try? SiteSources.folder()) ?? SiteSources.besideTheProgram
    verification.typesetter = Typesetter(
      katex: KaTeX(assets: assets, cancellation: cancellation), cache: cache)
    return verification
  }

  /// The places of the lessons of the shard that was asked for; nil for all.
  private func part(of lessons: [Lesson]) throws(CoursewareError) -> [Int]? {
    guard let shard = settings.shard else { return nil }
    do throws(MergedReport.Failure) {
      let times = try settings.times.map { path throws(MergedReport.Failure) in
        try MergedReport.times(in: path)
      }
      return shard.part(of: lessons, times: times ?? [:])
    } catch {
      throw .report(error)
    }
  }

  private func shardSummary(_ loaded: LoadedCourse, _ part: [Int]?) -> ShardSummary? {
    guard let shard = settings.shard, let part else { return nil }
    let known = LessonTimes(cache: cache)
    let pairs = part.compactMap { index -> (String, Double)? in
      let path = loaded.lessons[index].file.path
      return known.seconds(of: path).map { (path, $0) }
    }
    return ShardSummary(
      shard, of: loaded.lessons,
      unusable: loaded.problems.filter { $0.subject == .lesson }.map(\.file.path),
      times: Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
  }

  /// What a build depends on, to find out at once when there is nothing to do.
  private func stamp(of folder: String) throws(CoursewareError) -> BuildStamp {
    let course = try? Course.load(folder)
    let library = course.map { LibraryBuild.identity(of: CourseLibrary($0), cache: cache) }
    let katex = ["katex.js", "katex.min.css"].map { "\(KaTeX.debianFolder)/\($0)" }
    // The table may lie outside of the course's folder.
    let coverage = [course?.coverage?.file.path].compactMap(\.self)
    return BuildStamp(
      inputs: [folder, try SiteSources.folder()] + katex + coverage,
      options: [
        Files.resolved(folder), settings.output, settings.baseURL ?? "",
        settings.isStrict ? "strict" : "", settings.runsTwice ? "twice" : "",
        library ?? "unknown",
      ], output: settings.output, cache: cache)
  }

  /// Where results are kept: beside the course, unless `GRADUS_CACHE` names another place.
  public static func cacheFolder(for operand: String) -> String {
    if let chosen = Environment.value("GRADUS_CACHE"), !chosen.isEmpty {
      return chosen.hasPrefix("/") ? chosen : "\(Files.resolved("."))/\(chosen)"
    }
    let isCourse = Files.isFolder(operand)
    let folder = isCourse ? Files.resolved(operand) : Files.folder(of: Files.resolved(operand))
    let isInCourse = isCourse || Files.exists(folder + "/course.yaml")
    return (isInCourse ? Files.folder(of: folder) : folder) + "/.gradus"
  }

  /// Removes what was kept of earlier work, and the folder that it was kept in if nothing else is
  /// there.
  ///
  /// - Returns: the folder, and whether there was anything to remove.
  public func removeCache() throws(CoursewareError) -> (folder: String, wasThere: Bool) {
    let folder = Self.cacheFolder(for: settings.operands[0])
    let cache = Cache(folder: folder)
    guard Files.exists(folder) else { return (folder, false) }
    guard cache.isOurs else { throw .foreignCache(folder: folder) }
    cache.clean()
    guard cache.isEmpty else { throw .cacheRemains(folder: folder) }
    return (folder, true)
  }

  // MARK: Errors

  private func requireGoingOn() throws(CoursewareError) {
    if cancellation.isCancelled { throw .cancelled }
  }

  private func verifying<Value>(
    _ work: () throws(Verification.Failure) -> Value
  ) throws(CoursewareError) -> Value {
    do throws(Verification.Failure) {
      return try work()
    } catch {
      try requireGoingOn()
      throw .verification(error)
    }
  }

  private func site<Value>(
    _ work: () throws(SiteError) -> Value
  ) throws(CoursewareError) -> Value {
    do throws(SiteError) {
      return try work()
    } catch {
      try requireGoingOn()
      throw .site(error)
    }
  }
}

extension BuildSummary {
  fileprivate init(of site: RenderedSite, _ verified: VerifiedCourse) {
    let shown = verified.lessons.flatMap(\.blocks).flatMap(\.shown)
    let report = ReportSummary(verified.files, seconds: 0)
    self.init(
      lessons: report.lessons, checks: report.passed,
      figures: shown.count { if case .figure = $0 { true } else { false } },
      pages: site.files.count { $0.path.hasSuffix(".html") })
  }
}
