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
    for destination in destinations(in: lesson.document) {
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

  private static func destinations(in node: Node) -> [String] {
    let below = node.children.flatMap(destinations)
    switch node.kind {
    case .link(let destination, _), .image(let destination, _): return [destination] + below
    default: return below
    }
  }
}
