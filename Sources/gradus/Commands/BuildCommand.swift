import Courseware
import JSON
import LessonRunner

extension Command {
  /// `gradus build`: verify, then render, then put the site in place in one step.
  static let build = Command(
    name: "build", summary: "verify the course, then render it as a site",
    usage: "gradus build [COURSE] [--out DIR] [--base-url URL] [--strict] [--twice]",
    discussion:
      "COURSE is a folder with a course.yaml; `lessons` if none is named. The site is written to "
      + "DIR, `site/public` if none is named, whole or not at all: while a check fails the last "
      + "good site stays as it is.",
    options: [.out, .baseURL, .strict, .twice, .jobs, .noCache, .isolation, .trust], operands: 0...1
  ) { arguments, terminal throws(CommandFailure) in
    let start = Clock.seconds
    let settings = arguments.courseSettings
    let isVerbose = arguments.has(.verbose)
    let reporter = Reporter(terminal, arguments)
    let outcome = try Courseware.perform(settings, terminal) {
      courseware throws(CoursewareError) in try courseware.build(rebuilds: isVerbose)
    }
    let seconds = Clock.seconds - start
    let summary: BuildSummary
    switch outcome {
    case .failed(let course):
      reporter.write(course.files, ReportSummary(course.files, seconds: seconds))
      Terminal.fail(
        "the site is not written, because not everything in it holds",
        remedy: "what was in \(settings.output) is still there")
      return .failed
    case .unchanged(let last): summary = last
    case .built(let course, let new):
      if isVerbose { reporter.write(course.files, ReportSummary(course.files, seconds: seconds)) }
      summary = new
    }
    let folder = settings.output.hasSuffix("/") ? settings.output : settings.output + "/"
    terminal.say(
      "\(Count.of(summary.lessons, "lesson")), \(Count.of(summary.checks, "check")) passed, "
        + "\(Count.of(summary.figures, "figure")), \(Count.of(summary.pages, "page")) in "
        + "\(seconds.hundredths) s: open \(folder)index.html")
    return .success
  }
}
