import FileSystem
import Glibc

/// Figures and LessonKit as they were compiled with gradus. Linked with a course's library as they
/// are, they need not be compiled again, which would take longer than all else in its first build.
struct BuiltKit: Equatable {
  /// Holds the modules.
  let modules: String
  /// What the compiler made of each source file.
  let objects: [String]

  /// The modules that lessons see of gradus itself.
  static let names = ["Figures", "LessonKit"]

  /// The kit that came with gradus; nil if it is not there as it should be, or if a source of it
  /// has changed since.
  static func find() -> BuiltKit? {
    if let checkout = Installation.checkout,
      LibraryBuild.isStale(checkout, modules: Installation.kit)
    {
      return nil
    }
    return BuiltKit(in: Installation.folder)
  }

  /// The kit in a folder that the package manager built gradus in, or that it was installed to.
  init?(in folder: String) {
    modules = folder + "/Modules"
    let list = folder + "/lesson-host.product/Objects.LinkFileList"
    let linked =
      (try? Files.read(list)).map { bytes in
        String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
      } ?? Files.files(below: folder + "/Objects").map { "\(folder)/Objects/\($0)" }
    objects = linked.filter { path in
      Self.names.contains(Files.name(of: Files.folder(of: path)).replacing(".build", with: ""))
    }
    let isWhole = Self.names.allSatisfy { name in
      Files.exists("\(modules)/\(name).swiftmodule")
        && objects.contains { $0.contains("/\(name).build/") }
    }
    guard isWhole, objects.allSatisfy(Files.exists) else { return nil }
  }

  /// Whether the compiler can import the modules: not so if another version of it made them.
  func isReadable(by toolchain: Toolchain, scratch: String) throws(LibraryFailure) -> Bool {
    let source = scratch + "/imports.swift"
    do throws(FileError) {
      try Files.createFolder(scratch)
      let imports = Self.names.map { "import \($0)\n" }.joined()
      try Files.write(imports.utf8, to: source)
    } catch {
      throw .file(error)
    }
    var toolchain = toolchain
    toolchain.modules = modules
    let frontend = CompilerFrontend(
      toolchain: toolchain, moduleCache: scratch + "/modules", home: scratch)
    do throws(ProcessError) {
      return try frontend.process(["-typecheck"], source: source, module: "imports").run().ending
        == .exited(0)
    } catch {
      throw .process(error)
    }
  }

  /// Puts the modules and objects into a folder of their own in `parent`, where they stay as they
  /// are when gradus is built anew. The folder's name tells one state of the kit from another, so
  /// that the package manager, which knows of no files but its own, links again.
  func copied(to parent: String) throws(FileError) -> BuiltKit {
    let suffixes = ["swiftmodule", "swiftdoc", "swiftsourceinfo"]
    let files = Self.names.flatMap { name in suffixes.map { "\(modules)/\(name).\($0)" } }
      .filter(Files.exists)
    let identity = Digest.of((files + objects).map { "\($0) \(Files.identity($0))" }).prefix(16)
    let folder = "\(parent)/\(identity)"
    if let copy = BuiltKit(in: folder) { return copy }
    for old in Files.list(parent) { Files.remove("\(parent)/\(old)") }
    let staging = folder + ".new"
    try Files.createFolder(staging + "/Modules")
    for file in files { try Files.copy(file, to: "\(staging)/Modules/\(Files.name(of: file))") }
    for object in objects {
      let target = "\(staging)/Objects/\(Files.name(of: Files.folder(of: object)))"
      try Files.createFolder(target)
      try Files.copy(object, to: "\(target)/\(Files.name(of: object))")
    }
    guard rename(staging, folder) == 0, let copy = BuiltKit(in: folder) else {
      throw FileError(path: folder, action: "write")
    }
    return copy
  }
}
