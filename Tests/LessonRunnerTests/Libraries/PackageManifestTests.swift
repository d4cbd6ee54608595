import FileSystem
import JSON
import Testing

@testable import LessonRunner

@Suite struct PackageManifestTests {
  /// As `swift package dump-package` writes it, as far as it is read.
  private func manifest(in folder: String) throws -> PackageManifest {
    PackageManifest(
      try JSONValue(
        """
        {"products": [
          {"name": "Lib", "targets": ["A", "B"], "type": {"library": ["automatic"]}},
          {"name": "run", "targets": ["C"], "type": {"executable": null}}],
        "targets": [
          {"name": "A", "type": "regular"}, {"name": "B", "type": "regular", "path": "Code/B"},
          {"name": "C", "type": "executable"}, {"name": "ATests", "type": "test"}],
        "dependencies": [
          {"fileSystem": [{"path": "/other"}]}, {"sourceControl": [{"identity": "far"}]}]}
        """), folder: folder)
  }

  @Test func librariesAreToldFromPrograms() throws {
    let manifest = try manifest(in: "/p")
    #expect(manifest.libraries.map(\.name) == ["Lib"])
    #expect(manifest.products.map(\.name) == ["Lib", "run"])
    #expect(manifest.libraries[0].targets == ["A", "B"])
  }

  @Test func dependenciesOnThisMachineAreTheOnesWithAPath() throws {
    #expect(try manifest(in: "/p").localDependencies == ["/other"])
  }

  @Test func sourcesAreWhereTheManifestSaysOrWherePackagesUsuallyHaveThem() throws {
    try withScratch { folder in
      for path in ["Sources/A", "Code/B", "src/C", "Tests/ATests"] {
        try Files.createFolder("\(folder)/\(path)")
      }
      #expect(
        try manifest(in: folder).sourceFolders
          == ["\(folder)/Sources/A", "\(folder)/Code/B", "\(folder)/src/C"])
    }
  }

  @Test func aTargetWithoutAFolderOfItsOwnHasSources() throws {
    try withScratch { folder in
      try Files.createFolder(folder + "/Code/B")
      #expect(
        try manifest(in: folder).sourceFolders == ["\(folder)/Sources", "\(folder)/Code/B"])
    }
  }

  @Test func theManifestOfEveryVersionOfTheLanguageCounts() throws {
    try withScratch { folder in
      for name in ["Package.swift", "Package@swift-6.2.swift", "Package.resolved", "README.md"] {
        try Files.write("", at: "\(folder)/\(name)")
      }
      #expect(
        try Set(manifest(in: folder).manifestFiles)
          == Set(
            ["Package.swift", "Package@swift-6.2.swift", "Package.resolved"].map {
              "\(folder)/\($0)"
            }))
    }
  }
}
