import FileSystem

/// Where the parts of gradus itself are: beside its program, in a checkout that it was built in or
/// in the folder that it was installed to.
public enum Installation {
  /// The folder of the program, of `lesson-host` and of the modules that lessons import.
  public static let folder = Files.folder(of: Files.thisProgram)

  /// The checkout that the program was built in; nil when it is installed.
  public static let checkout: String? = checkout(around: folder)

  static func checkout(around folder: String) -> String? {
    guard !Files.exists(folder + "/Sources") else { return nil }
    let package = Files.nearestFolder(above: folder, holding: "Package.swift")
    return package.flatMap { Files.exists($0 + "/Sources/LessonKit") ? $0 : nil }
  }

  /// What is built into every `lesson-host` with the library, by the names of the targets.
  static let kit = ["CLessonHost", "Figures", "LessonKit", "lesson-host"]

  /// The folder of the kit's sources.
  static func kitFolder() throws(MissingTool) -> String {
    try kitFolder(in: checkout ?? folder)
  }

  static func kitFolder(in folder: String) throws(MissingTool) -> String {
    let sources = folder + "/Sources"
    guard kit.allSatisfy({ Files.isFolder("\(sources)/\($0)") }) else {
      throw .kit(kit, folder: sources)
    }
    return sources
  }
}
