import FileSystem

/// A small package that gradus writes into the cache: `lesson-host`, linked with a course's
/// library.
struct HostPackage {
  let folder: String

  /// Writes what is not there yet as it should be, and leaves the rest as it is, so that the
  /// package manager has no more to do than what changed.
  ///
  /// - Parameters:
  ///   - kit: The folder of the kit's sources.
  ///   - built: What of the kit is compiled already; nil to compile all of it.
  func write(
    library: PackageManifest, products: [PackageManifest.Product], kit: String, built: BuiltKit?
  ) throws(FileError) {
    let targets = Installation.kit.filter { built == nil || !BuiltKit.names.contains($0) }
    for target in Installation.kit {
      let source = "\(kit)/\(target)"
      let copy = "\(folder)/Sources/\(target)"
      let files = targets.contains(target) ? Files.files(below: source) : []
      for file in Files.files(below: copy) where !files.contains(file) {
        Files.remove("\(copy)/\(file)")
      }
      for file in files { try update("\(copy)/\(file)", try Files.read("\(source)/\(file)")) }
    }
    let pins = library.folder + "/Package.resolved"
    // What the library is tested with is what lessons run with.
    if Files.exists(pins) { try update("\(folder)/Package.resolved", try Files.read(pins)) }
    try update("\(folder)/Package.swift", Array(manifest(library, products, built).utf8))
  }

  private func update(_ path: String, _ bytes: [UInt8]) throws(FileError) {
    if let old = try? Files.read(path), old == bytes { return }
    try Files.createFolder(Files.folder(of: path))
    try Files.write(bytes, to: path)
  }

  private func manifest(
    _ library: PackageManifest, _ products: [PackageManifest.Product], _ built: BuiltKit?
  ) -> String {
    let identity = Files.name(of: library.folder)
    let kit = ["CLessonHost"] + (built == nil ? BuiltKit.names : [])
    let sources = """
          .target(name: "Figures"),
          .target(name: "LessonKit", dependencies: ["Figures"]),

      """
    let dependencies =
      kit.map(Self.quoted)
      + products.map { product in
        ".product(name: \(Self.quoted(product.name)), package: \(Self.quoted(identity)))"
      }
    let find = built.map { ["-I", $0.modules] } ?? []
    let link =
      [
        "-Xlinker", "--export-dynamic", "-Xlinker", "--no-gc-sections", "-Xlinker", "--strip-debug",
        "-lswiftSwiftOnoneSupport",
      ] + (built?.objects ?? [])
    return """
      // swift-tools-version: 6.0
      // Written by gradus: the program that runs lessons, linked with the library they are about.
      import PackageDescription

      let package = Package(
        name: "lesson-library",
        dependencies: [.package(path: \(Self.quoted(library.folder)))],
        targets: [
      \(built == nil ? sources : "")\
          .target(name: "CLessonHost"),
          .executableTarget(
            name: "lesson-host",
            dependencies: \(Self.list(dependencies)),
            swiftSettings: [.unsafeFlags(\(Self.list(find.map(Self.quoted))))],
            linkerSettings: [.unsafeFlags(\(Self.list(link.map(Self.quoted))))]),
        ]
      )

      """
  }

  private static func list(_ items: [String]) -> String {
    "[\n" + items.map { "          \($0),\n" }.joined() + "        ]"
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
