import FileSystem
import Testing

@testable import LessonRunner

@Suite struct ReexportedModulesTests {
  @Test(arguments: [
    ("@_exported import Complex", ["Complex"]), ("import Complex", []), ("", []),
    ("  @_exported public import RealModule  // all of it", ["RealModule"]),
    ("// @_exported import Complex", []), ("@_exported import struct Complex.Number", ["Complex"]),
    ("@_exported import A\n@_exported import B;\nimport C", ["A", "B"]),
    ("let a = \"@_exported\"", []),
    ("// All of it.\r\n@_exported import A\r\n@_exported import B\r\n", ["A", "B"]),
  ])
  func aSourceSaysWhatItHandsOn(source: String, names: [String]) {
    #expect(ReexportedModules.names(in: Array(source.utf8)) == names)
  }

  @Test func modulesAreFollowedThroughOthersAndNamedOnce() throws {
    try withScratch { folder in
      let sources = [
        "Umbrella": "@_exported import A\n@_exported import B\n", "A": "@_exported import B\n",
        "B": "@_exported import Umbrella\n@_exported import Elsewhere\n",
      ]
      for (name, source) in sources {
        try Files.write(name, at: "\(folder)/Modules/\(name).swiftmodule")
        try Files.write(source, at: "\(folder)/Sources/\(name).swift")
        try Files.write("\(folder)/Sources/\(name).swift\n", at: "\(folder)/\(name).build/sources")
      }
      try ReexportedModules.writeLists(from: folder, to: folder + "/Modules")
      let modules = ReexportedModules(modules: folder + "/Modules")
      #expect(modules.withReexported(["Umbrella", "Foundation"]) == ["Umbrella", "A", "B"])
      #expect(modules.withReexported(["B"]) == ["B", "Umbrella", "A"])
    }
  }
}
