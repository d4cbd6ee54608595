import FileSystem

/// A small package that gradus writes into the cache: `lesson-host`, linked with a course's
/// library.
struct HostPackage {
  let folder: String

  /// Writes what is not there yet as it should be, and leaves the rest as it is, so that the
  /// package manager has no more to do than what changed.
  func write(
    library: PackageManifest, products: [PackageManifest.Product], kit: String
  ) throws(FileError) {
    for target in Installation.kit {
      let source = "\(kit)/\(target)"
      let copy = "\(folder)/Sources/\(target)"
      let files = Files.files(below: source)
      for file in Files.files(below: copy) where !files.contains(file) {
        Files.remove("\(copy)/\(file)")
      }
      for file in files { try update("\(copy)/\(file)", try Files.read("\(source)/\(file)")) }
    }
    let pins = library.folder + "/Package.resolved"
    // What the library is tested with is what lessons run with.
    if Files.exists(pins) { try update("\(folder)/Package.resolved", try Files.read(pins)) }
    try update("\(folder)/Package.swift", Array(manifest(library, products).utf8))
  }

  private func update(_ path: String, _ bytes: [UInt8]) throws(FileError) {
    if let old = try? Files.read(path), old == bytes { return }
    try Files.createFolder(Files.folder(of: path))
    try Files.write(bytes, to: path)
  }

  private func manifest(_ library: PackageManifest, _ products: [PackageManifest.Product]) -> String
  {
    let identity = Files.name(of: library.folder)
    let dependencies = products.map { product in
      ".product(name: \(Self.quoted(product.name)), package: \(Self.quoted(identity)))"
    }
    return """
      // swift-tools-version: 6.0
      // Written by gradus: the program that runs lessons, linked with the library they are about.
      import PackageDescription

      let package = Package(
        name: "lesson-library",
        dependencies: [.package(path: \(Self.quoted(library.folder)))],
        targets: [
          .target(name: "Figures"),
          .target(name: "LessonKit", dependencies: ["Figures"]),
          .target(name: "CLessonHost"),
          .executableTarget(
            name: "lesson-host",
            dependencies: [
              "Figures", "LessonKit", "CLessonHost",
              \(dependencies.joined(separator: ",\n        ")),
            ],
            linkerSettings: [
              .unsafeFlags([
                "-Xlinker", "--export-dynamic", "-Xlinker", "--no-gc-sections", "-Xlinker",
                "--strip-debug", "-lswiftSwiftOnoneSupport",
              ])
            ]),
        ]
      )

      """
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
