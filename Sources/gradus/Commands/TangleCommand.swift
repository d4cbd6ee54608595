import Courseware
import LessonRunner

extension Command {
  /// `gradus tangle`: the lesson's Swift program.
  static let tangle = Command(
    name: "tangle", summary: "print a lesson's Swift program", usage: "gradus tangle FILE",
    discussion: "The program is what a reader would type: no recording in it.", operands: 1...1
  ) { arguments, terminal throws(CommandFailure) in
    let (programs, problems) = try Courseware.perform(arguments.courseSettings, terminal) {
      courseware throws(CoursewareError) -> ([String], [FileReport]) in
      let loaded = try courseware.load()
      let imports = try courseware.imports(of: loaded)
      return (
        loaded.lessons.map { LessonProgram.tangled($0, imports: imports) },
        loaded.problems.filter { $0.subject == .lesson }
      )
    }
    for program in programs { terminal.write(program) }
    for path in problems.map(\.file.path) {
      terminal.warn("\(path) can't be read as it is; see: gradus verify \(ShellWord.path(path))")
    }
    return problems.isEmpty ? .success : .failed
  }
}
