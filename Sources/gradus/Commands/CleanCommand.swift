import Courseware
import FileSystem

extension Command {
  /// `gradus clean`: drops the cache.
  static let clean = Command(
    name: "clean", summary: "drop the cache", usage: "gradus clean [COURSE]",
    discussion:
      "COURSE is a folder or a file, as for gradus verify: `lessons` if none is named, or the course "
      + "that you are in. Results are computed again the next time.", operands: 0...1
  ) { arguments, terminal throws(CommandFailure) in
    let folder: String
    let wasThere: Bool
    let operands = arguments.operands.isEmpty ? [CourseSettings.folderHere] : arguments.operands
    do throws(CoursewareError) {
      (folder, wasThere) = try Courseware(CourseSettings(operands: operands)).removeCache()
    } catch {
      throw .courseware(error)
    }
    guard wasThere else {
      terminal.say("there is nothing to clean: \(folder) does not exist")
      return .success
    }
    terminal.say(
      Files.exists(folder)
        ? "what gradus kept in \(folder) is gone, and all else is still there"
        : "\(folder) is gone; results are computed again")
    return .success
  }
}
