import FileSystem
import Testing

@testable import LessonRunner

@Suite struct BuiltFilesTests {
  private func build(in folder: String) throws -> BuiltFiles {
    let products = folder + "/build/release"
    for name in [
      "lesson-host", "Modules/A.swiftmodule", "Modules/A.swiftdoc", "Modules/A.abi.json",
      "libC.so", "P_A.resources/sub/data.txt", "A.build/a.o",
    ] {
      try Files.write(name, at: "\(products)/\(name)")
    }
    return BuiltFiles(build: folder + "/build")
  }

  @Test func whatLessonsNeedIsPublishedAndNothingElse() throws {
    try withScratch { folder in
      try build(in: folder).publish(to: folder + "/library-1")
      #expect(
        Files.files(below: folder + "/library-1").sorted() == [
          "Modules/A.swiftdoc", "Modules/A.swiftmodule", "P_A.resources/sub/data.txt", "flags",
          "lesson-host", "libC.so",
        ])
      #expect(Files.list(folder).sorted() == ["build", "library-1"])
    }
  }

  @Test func modulesThatWereCompiledBeforeArePublishedWithThem() throws {
    try withScratch { folder in
      var built = try build(in: folder)
      built.otherModules = [folder + "/kit"]
      try Files.write("B", at: folder + "/kit/B.swiftmodule")
      try built.publish(to: folder + "/library-1")
      let modules = Files.list(folder + "/library-1/Modules").filter { $0.hasSuffix("module") }
      #expect(modules.sorted() == ["A.swiftmodule", "B.swiftmodule"])
    }
  }

  @Test func theNewestThreeBuildsOfALibraryAreKeptAndThoseOfOthersStay() throws {
    try withScratch { folder in
      let built = try build(in: folder)
      try built.publish(to: folder + "/other-1")
      for number in 1...5 { try built.publish(to: "\(folder)/library-\(number)") }
      let kept = Files.list(folder).filter { $0.hasPrefix("library-") }
      #expect(kept.count == 3 && kept.contains("library-5"))
      #expect(Files.exists(folder + "/other-1"))
    }
  }

  @Test func ofTheFlagsOfThePackageManagersPlanThoseThatFindModulesAndMacrosCount() {
    let words = [
      "swiftc", "-module-name", "lesson_host", "-I", "/b/Modules", "-Xcc",
      "-fmodule-map-file=/b/CLessonHost.build/module.modulemap", "-Xcc", "-I", "-Xcc",
      "/s/CLessonHost/include", "-Xcc", "-fmodule-map-file=/b/C.build/module.modulemap", "-Xcc",
      "-I", "-Xcc", "/s/C/include", "-Xcc", "-fPIC", "-Xfrontend", "-load-plugin-executable",
      "-Xfrontend", "/b/M-tool#M", "-O",
    ]
    #expect(
      BuiltFiles.flags(among: words) == [
        "-Xcc", "-fmodule-map-file=/b/C.build/module.modulemap", "-Xcc", "-I", "-Xcc",
        "/s/C/include", "-load-plugin-executable", "/b/M-tool#M",
      ])
  }
}
