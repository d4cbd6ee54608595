import FileSystem
import JSON
import LessonFormat
import LessonRunner
import SiteGenerator

/// `gradus build`: verify, then render, then put the site in place in one step.
struct BuildCommand {
  let arguments: Arguments
  let terminal: Terminal

  func run() throws(CommandFailure) -> Int32 {
    let start = Clock.seconds
    let course = arguments.operands.first ?? "lessons"
    let stamp = try stamp(of: course)
    if !arguments.has(.verbose), let summary = stamp.lastSummary {
      say(summary, seconds: Clock.seconds - start)
      return ExitStatus.success
    }
    let workspace = try Workspace(course: course, arguments)
    let verified = try workspace.verify(terminal, needsSymbols: true)
    let all = verified.files
    let summary = ReportSummary(all, seconds: Clock.seconds - start)
    if all.contains(where: { !$0.passed }) {
      Reporter(terminal, verbose: arguments.has(.verbose)).write(all, summary)
      Terminal.fail(
        "the site is not written, because not everything in it holds",
        remedy: "what was in \(output) is still there")
      return ExitStatus.failed
    }
    let site = try render(workspace, verified)
    do throws(SiteError) {
      try SiteWriter.write(site.files, to: output)
    } catch {
      throw CommandFailure(error)
    }
    if arguments.has(.verbose) { Reporter(terminal, verbose: true).write(all, summary) }
    let built = words(site, verified.lessons, summary)
    if verified.problems.isEmpty { stamp.keep(built) }
    say(built, seconds: Clock.seconds - start)
    return ExitStatus.success
  }

  /// What this build depends on, to find out at once when there is nothing to do.
  private func stamp(of course: String) throws(CommandFailure) -> BuildStamp {
    let cache = Cache(folder: arguments.has(.noCache) ? nil : Workspace.cacheFolder(for: course))
    return BuildStamp(
      inputs: [course, try SiteSources.folder(), "/usr/share/javascript/katex/katex.js"],
      options: [
        Files.resolved(course), output, arguments[.baseURL] ?? "",
        arguments.has(.strict) ? "strict" : "", arguments.has(.twice) ? "twice" : "",
        Workspace.libraryIdentity(ofCourse: course, cache),
      ], output: output,
      cache: cache)
  }

  private var output: String { arguments[.out] ?? "site/public" }

  private func render(
    _ workspace: Workspace, _ verified: Workspace.Verified
  ) throws(CommandFailure) -> RenderedSite {
    let generator = SiteGenerator(
      course: workspace.course ?? Course(folder: "", title: ""), assets: try SiteSources.folder(),
      cache: workspace.cache, baseURL: arguments[.baseURL], symbols: verified.symbols)
    do throws(SiteError) {
      return try generator.site(of: verified.lessons)
    } catch {
      throw CommandFailure(error)
    }
  }

  private func words(
    _ site: RenderedSite, _ lessons: [VerifiedLesson], _ summary: ReportSummary
  ) -> String {
    let figures = lessons.flatMap(\.blocks).flatMap(\.shown).count {
      if case .figure = $0 { true } else { false }
    }
    let pages = site.files.count { $0.path.hasSuffix(".html") }
    return
      "\(Count.of(summary.lessons, "lesson")), \(Count.of(summary.passed, "check")) passed, "
      + "\(Count.of(figures, "figure")), \(Count.of(pages, "page"))"
  }

  private func say(_ summary: String, seconds: Double) {
    let folder = output.hasSuffix("/") ? output : output + "/"
    terminal.say("\(summary) in \(seconds.hundredths) s: open \(folder)index.html")
  }
}

/// Numbers with their nouns.
enum Count {
  static func of(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}

/// Where the site's own styles, scripts and icons are.
enum SiteSources {
  static func folder() throws(CommandFailure) -> String {
    var folder = Files.folder(of: Files.thisProgram)
    var candidates = [folder + "/site"]
    while folder != "/" && folder != "." {
      folder = Files.folder(of: folder)
      candidates.append(folder + "/site")
    }
    if let found = candidates.first(where: { Files.exists($0 + "/katex-render.js") }) {
      return found
    }
    throw CommandFailure(
      message: "the site's own sources (styles, scripts) are not to be found above "
        + Files.thisProgram,
      remedy: "run gradus from the checkout that it was built in, or install it: "
        + "scripts/install PREFIX",
      status: ExitStatus.somethingMissing)
  }
}
