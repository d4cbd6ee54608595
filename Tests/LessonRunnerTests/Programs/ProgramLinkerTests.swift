import Testing

@testable import LessonRunner

@Suite struct ProgramLinkerTests {
  private func arguments(importsOthers: Bool) throws -> [String] {
    ProgramLinker(
      toolchain: try Toolchain.ofTests(), folder: ProgramFolder(path: "/scratch"),
      importsOthers: importsOthers
    ).process(["/scratch/a.o", "/scratch/b.o"], to: "lesson").arguments
  }

  @Test func allObjectsBecomeOneSharedObject() throws {
    let arguments = try arguments(importsOthers: false)
    #expect(arguments.contains("-shared") && arguments.contains("-lswiftCore"))
    #expect(arguments.filter { $0.hasSuffix(".o") && $0.hasPrefix("/scratch/") }.count == 2)
    let output = try #require(arguments.firstIndex(of: "-o"))
    #expect(arguments[output + 1] == "/scratch/lesson.so")
  }

  @Test func largeLibrariesAreReadOnlyForLessonsThatImportModules() throws {
    #expect(try !arguments(importsOthers: false).contains("-lFoundation"))
    #expect(try arguments(importsOthers: true).contains("-lFoundation"))
  }

  @Test func whatTheLinkerSaysIsWhyThereIsNothingToRun() throws {
    try withScratch { folder in
      let linker = ProgramLinker(
        toolchain: try Toolchain.ofTests(), folder: ProgramFolder(path: folder),
        importsOthers: false)
      guard case .compilerFailed(let said) = try linker.link(["\(folder)/a.o"], to: "lesson") else {
        Issue.record("there is no object to link")
        return
      }
      #expect(said.contains("a.o"))
    }
  }
}
