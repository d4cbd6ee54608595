import FileSystem
import Glibc
import JSON

/// What the package manager has built, and what of it lessons need.
struct BuiltFiles {
  /// The package manager's scratch folder.
  let build: String
  /// Folders of modules that were compiled before and that lessons import too.
  var otherModules: [String] = []

  /// How many builds of one library are kept: lessons may still run with an older one.
  private static let kept = 3

  private var products: String { build + "/release" }

  /// Puts what lessons need into a folder, whole or not at all.
  func publish(to folder: String) throws(FileError) {
    let staging = "\(folder).\(getpid())-\(UInt32.random(in: 0...UInt32.max)).new"
    do throws(FileError) {
      try Files.createFolder(staging + "/Modules")
      try Files.copy(products + "/lesson-host", to: staging + "/lesson-host")
      // The documentation comments and their places are beside the modules.
      let suffixes = [".swiftmodule", ".swiftdoc", ".swiftsourceinfo"]
      for folder in otherModules + [products + "/Modules"] {
        for name in Files.list(folder) where suffixes.contains(where: name.hasSuffix) {
          try copy("\(folder)/\(name)", to: "\(staging)/Modules/\(name)")
        }
      }
      try ReexportedModules.writeLists(from: products, to: staging + "/Modules")
      // Dynamic libraries, and the resources of the package's targets.
      for name in Files.list(products) where name.hasSuffix(".so") || name.hasSuffix(".resources") {
        try copy("\(products)/\(name)", to: "\(staging)/\(name)")
      }
      let flags = compilerFlags().joined(separator: "\n")
      try Files.write(flags.utf8, to: staging + "/flags")
      Files.remove(folder)
      guard rename(staging, folder) == 0 else { throw FileError(path: folder, action: "write") }
    } catch {
      Files.remove(staging)
      throw error
    }
    removeOld(except: folder)
  }

  private func copy(_ path: String, to target: String) throws(FileError) {
    guard Files.isFolder(path) else { return try Files.copy(path, to: target) }
    try Files.createFolder(target)
    for name in Files.list(path) { try copy("\(path)/\(name)", to: "\(target)/\(name)") }
  }

  /// Removes all but the newest builds of the same library.
  private func removeOld(except folder: String) {
    let parent = Files.folder(of: folder)
    let name = Files.name(of: folder)
    let prefix = name.prefix(
      name.lastIndex(of: "-").map { name.distance(from: name.startIndex, to: $0) + 1 } ?? 0)
    let others = Files.list(parent).filter { $0.hasPrefix(prefix) && $0 != name }
      .map { "\(parent)/\($0)" }
      .sorted { (Files.timeOfChange($0) ?? 0) > (Files.timeOfChange($1) ?? 0) }
    for old in others.dropFirst(Self.kept - 1) { Files.remove(old) }
  }

  /// The flags with which the package manager compiled what imports the library, as far as they
  /// say where its modules of C and its macros are.
  private func compilerFlags() -> [String] {
    let plan = (try? Files.read(build + "/release.yaml")) ?? []
    let lines = String(decoding: plan, as: UTF8.self).split(separator: "\n")
    let command = lines.first {
      $0.contains("\"-module-name\",\"lesson_host\"") && $0.contains("\"-emit-module\"")
    }
    guard let command, let start = command.firstIndex(of: "["),
      let words = (try? JSONValue(String(command[start...])))?.list?.compactMap(\.text)
    else { return [] }
    return Self.flags(among: words)
  }

  static func flags(among words: [String]) -> [String] {
    var words = words.filter { $0 != "-Xfrontend" }[...]
    var flags: [String] = []
    while let word = words.popFirst() {
      switch word {
      case "-Xcc":
        guard let option = words.popFirst() else { break }
        if option.hasPrefix("-fmodule-map-file=") || option.hasPrefix("-I") && option != "-I" {
          if !option.contains("CLessonHost") { flags += ["-Xcc", option] }
        } else if option == "-I", words.first == "-Xcc", let folder = words.dropFirst().first {
          words.removeFirst(2)
          if !folder.contains("CLessonHost") { flags += ["-Xcc", "-I", "-Xcc", folder] }
        }
      case "-load-plugin-executable", "-load-plugin-library", "-plugin-path", "-F":
        if let value = words.popFirst() { flags += [word, value] }
      default: break
      }
    }
    return flags
  }
}
