import Courseware
import FileSystem
import LessonRunner

extension Command {
  /// `gradus clean`: drops the cache.
  static let clean = Command(
    name: "clean", summary: "drop the cache", usage: "gradus clean [COURSE]",
    discussion: "Results are computed again the next time.", operands: 0...1
  ) { arguments, terminal throws(CommandFailure) in
    let folder = Courseware.cacheFolder(for: arguments.courseSettings.operands[0])
    Cache(folder: folder).clean()
    guard !Files.exists(folder) else { throw .cacheRemains(folder: folder) }
    terminal.say("\(folder) is gone; results are computed again")
    return .success
  }
}
