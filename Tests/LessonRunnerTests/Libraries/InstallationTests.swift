import FileSystem
import Testing

@testable import LessonRunner

@Suite struct InstallationTests {
  @Test func aCheckoutIsThePackageWithTheKitAroundTheProgram() throws {
    try withScratch { folder in
      let folder = Files.resolved(folder)
      let program = folder + "/.build/release"
      try Files.createFolder(program)
      #expect(Installation.checkout(around: program) == nil)
      try Files.write("", at: folder + "/Package.swift")
      // A package without the kit is another one.
      #expect(Installation.checkout(around: program) == nil)
      try Files.createFolder(folder + "/Sources/LessonKit")
      #expect(Installation.checkout(around: program) == folder)
      // What is installed has the sources beside the program.
      try Files.createFolder(program + "/Sources")
      #expect(Installation.checkout(around: program) == nil)
    }
  }

  @Test func theKitIsWholeOrMissing() throws {
    try withScratch { folder in
      for target in Installation.kit.dropLast() {
        try Files.createFolder("\(folder)/Sources/\(target)")
      }
      #expect(throws: MissingTool.kit(Installation.kit, folder: folder + "/Sources")) {
        try Installation.kitFolder(in: folder)
      }
      try Files.createFolder("\(folder)/Sources/\(Installation.kit.last ?? "")")
      #expect(try Installation.kitFolder(in: folder) == folder + "/Sources")
    }
  }
}
