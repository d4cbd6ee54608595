import Testing

@testable import LessonRunner

@Suite struct ProgramLinkerTests {
  private func arguments(imports: [String] = []) throws -> [String] {
    ProgramLinker(
      toolchain: try Toolchain.ofTests(), folder: ProgramFolder(path: "/scratch"),
      imports: imports
    ).process(["/scratch/a.o", "/scratch/b.o"], to: "lesson").arguments
  }

  @Test func allObjectsBecomeOneSharedObject() throws {
    let arguments = try arguments()
    #expect(arguments.contains("-shared") && arguments.contains("-lswiftCore"))
    #expect(arguments.filter { $0.hasSuffix(".o") && $0.hasPrefix("/scratch/") }.count == 2)
    let output = try #require(arguments.firstIndex(of: "-o"))
    #expect(arguments[output + 1] == "/scratch/lesson.so")
  }

  @Test func largeLibrariesAreReadOnlyForLessonsThatImportModules() throws {
    #expect(try !arguments().contains("-lFoundation"))
    #expect(try arguments(imports: ["Glibc"]).contains("-lFoundation"))
  }

  @Test func aModuleOfTheToolchainBringsItsLibrary() throws {
    let arguments = try arguments(imports: ["Observation", "RegexBuilder", "Foundation", "Nowhere"])
    #expect(arguments.contains("-lswiftObservation") && arguments.contains("-lswiftRegexBuilder"))
    #expect(arguments.count { $0 == "-lFoundation" } == 1)
    #expect(!arguments.contains { $0.hasSuffix("Nowhere") })
  }

  @Test func modulesAreThoseThatBlocksNameWhereTheyImport() {
    let lesson = sampleLesson(
      blocks: "import Foundation\n@testable import A.B; import struct C.D", "import Foundation")
    #expect(lesson.importedModules == ["Foundation", "A", "C"])
  }

  @Test func whatTheLinkerSaysIsWhyThereIsNothingToRun() throws {
    try withScratch { folder in
      let linker = ProgramLinker(
        toolchain: try Toolchain.ofTests(), folder: ProgramFolder(path: folder),
        imports: [])
      guard case .compilerFailed(let said) = try linker.link(["\(folder)/a.o"], to: "lesson") else {
        Issue.record("there is no object to link")
        return
      }
      #expect(said.contains("a.o"))
    }
  }
}
