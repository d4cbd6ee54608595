import Courseware
import LessonRunner

extension Command {
  /// `gradus tangle`: the lesson's Swift program.
  static let tangle = Command(
    name: "tangle", summary: "print a lesson's Swift program", usage: "gradus tangle FILE",
    discussion: "The program is what a reader would type: no recording in it.", operands: 1...1
  ) { arguments, terminal throws(CommandFailure) in
    let programs = try Courseware.perform(arguments.courseSettings, terminal) {
      courseware throws(CoursewareError) -> [String] in
      let loaded = try courseware.load()
      let imports = try courseware.imports(of: loaded)
      return loaded.lessons.map { LessonProgram.tangled($0, imports: imports) }
    }
    for program in programs { terminal.write(program) }
    return .success
  }
}
