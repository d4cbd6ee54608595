import Courseware
import LessonRunner

extension Command {
  /// `gradus verify`: run and check, no site.
  static let verify = Command(
    name: "verify", summary: "run lessons and check all they claim; no site",
    usage:
      "gradus verify [COURSE or FILES] [--format human|json|junit|github] [--strict] [--twice] "
      + "[--shard I/N [--times FILE]]",
    discussion:
      "FILES are Markdown files; their Swift blocks are run and checked. A folder is a course. "
      + "`lessons` is verified if nothing is named. --shard 2/3 verifies the second of three parts "
      + "of about equal length, as each of three machines may; all must then name the same lessons "
      + "and the same --times, a report of an earlier run, or none.",
    options: [.format, .strict, .twice, .shard, .times, .jobs, .noCache, .isolation, .trust],
    operands: 0...100_000
  ) { arguments, terminal throws(CommandFailure) in
    let start = Clock.seconds
    let files: [FileReport]
    let shard: ShardSummary?
    do throws(CommandFailure) {
      let verified = try Courseware.perform(arguments.courseSettings, terminal) {
        courseware throws(CoursewareError) in try courseware.verify()
      }
      (files, shard) = (verified.files, verified.shard)
    } catch {
      // What is wrong with the course file is a finding like any other.
      guard case .courseware(let failure) = error, let report = failure.courseReport else {
        throw error
      }
      // For people one sentence says that nothing of the file can be read.
      if arguments.format == .human, case .courseFile = failure { throw error }
      files = [report]
      shard = arguments.shard.map { ShardSummary($0, of: [], unusable: [], times: [:]) }
    }
    let summary = ReportSummary(files, seconds: Clock.seconds - start)
    Reporter(terminal, arguments).write(files, summary, as: arguments.format, shard: shard)
    return summary.failed == 0 ? .success : .failed
  }
}
