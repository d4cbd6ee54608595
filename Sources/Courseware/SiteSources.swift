import FileSystem

/// Where the site's own styles, scripts and icons are.
public enum SiteSources {
  /// Where an installed program has them.
  static var besideTheProgram: String { Files.folder(of: Files.thisProgram) + "/site" }

  /// The folder `site` beside this program or above it.
  public static func folder() throws(CoursewareError) -> String {
    var folder = Files.folder(of: Files.thisProgram)
    var candidates = [besideTheProgram]
    while folder != "/" && folder != "." {
      folder = Files.folder(of: folder)
      candidates.append(folder + "/site")
    }
    guard let found = candidates.first(where: { Files.exists($0 + "/katex-render.js") }) else {
      throw .noSiteSources(program: Files.thisProgram)
    }
    return found
  }
}
