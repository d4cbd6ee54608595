import FileSystem
import LessonFormat

/// The files beside a lesson that its text links to or shows: images, data sets. They go along to
/// the site, at the same place relative to the page.
struct LinkedFiles {
  /// The files that exist, each once. What lies outside the lesson's folder stays where it is.
  static func files(of lesson: Lesson) -> [SiteFile] {
    var seen: Set<String> = []
    var files: [SiteFile] = []
    let folder = Files.folder(of: lesson.file.path)
    var destinations: [String] = []
    lesson.document.visit { destinations += $0.destinations.map(\.text) }
    for destination in destinations {
      let link = LinkDestination(destination)
      let path = link.path
      guard link.isBelowLesson, seen.insert(path).inserted else { continue }
      let file = "\(folder)/\(path)"
      if Files.isPlainFile(file, within: folder), let bytes = try? Files.read(file) {
        files.append(SiteFile(path: path, bytes: bytes))
      }
    }
    return files
  }
}
