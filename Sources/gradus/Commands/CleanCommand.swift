import Courseware
import FileSystem

extension Command {
  /// `gradus clean`: drops the cache.
  static let clean = Command(
    name: "clean", summary: "drop the cache", usage: "gradus clean [COURSE]",
    discussion: "Results are computed again the next time.", operands: 0...1
  ) { arguments, terminal throws(CommandFailure) in
    let folder: String
    do throws(CoursewareError) {
      folder = try Courseware(arguments.courseSettings).removeCache()
    } catch {
      throw .courseware(error)
    }
    terminal.say(
      Files.exists(folder)
        ? "what gradus kept in \(folder) is gone, and all else is still there"
        : "\(folder) is gone; results are computed again")
    return .success
  }
}
