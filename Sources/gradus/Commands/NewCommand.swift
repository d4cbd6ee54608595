import Courseware

extension Command {
  /// `gradus new`: a lesson skeleton, added to the course.
  static let new = Command(
    name: "new", summary: "start a lesson, and add it to the course",
    usage: "gradus new STEM \"Title\" [--course DIR]",
    discussion:
      "STEM is the lesson's file name without `.md`, and its address: lower-case letters, digits "
      + "and hyphens. Without --course it goes into `lessons`, or into the course that you are in; a "
      + "folder that does not exist becomes a new course.",
    options: [.course], operands: 2...2
  ) { arguments, terminal throws(CommandFailure) in
    let (stem, title) = (arguments.operands[0], arguments.operands[1])
    let folder = arguments[.course] ?? CourseSettings.folderHere
    let written: NewLesson.Written
    do throws(CoursewareError) {
      written = try NewLesson(stem: stem, title: title, folder: folder).write()
    } catch {
      throw .courseware(error)
    }
    if written.isListed {
      terminal.say("wrote \(written.lesson) and added it to \(written.courseFile)")
    } else {
      terminal.say("wrote \(written.lesson)")
      terminal.warn("add `\(stem)` to a part's `lessons` in \(written.courseFile)")
    }
    if written.startsCourse, !written.otherCourses.isEmpty {
      let others = written.otherCourses.map { "`\($0)`" }.joined(separator: ", ")
      terminal.warn(
        "`\(folder)` is a new course beside \(others); to add the lesson to one of those instead, "
          + "remove `\(folder)` and name it with --course")
    }
    return .success
  }
}
