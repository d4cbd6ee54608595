import FileSystem
import Testing

@testable import LessonRunner

@Suite struct ProgramFolderTests {
  @Test func theFilesOfAProgramHaveItsName() {
    let folder = ProgramFolder(path: "/scratch/0")
    #expect(
      [
        folder.source("a"), folder.object("a"), folder.module("a"), folder.diagnostics("a"),
        folder.library("a"),
      ] == ["swift", "o", "swiftmodule", "dia", "so"].map { "/scratch/0/a.\($0)" })
  }

  @Test func aFileThatCannotBeWrittenIsTold() throws {
    let folder = ProgramFolder(path: "/nonexistent")
    let error = #expect(throws: ProcessError.self) {
      try folder.write("let a = 1".utf8, to: folder.source("a"))
    }
    #expect(error?.unwritten?.path == "/nonexistent/a.swift")
  }

  @Test func aFullDiskIsNoMistakeOfTheLessons() throws {
    try ProgramFolder.requireSpace("error: cannot find 'a' in scope", .exited(1), for: "/a.o")
    let error = #expect(throws: ProcessError.self) {
      try ProgramFolder.requireSpace("error: a.o: No space left on device", .exited(1), for: "/a.o")
    }
    #expect(error?.unwritten == FileError(path: "/a.o", action: "write", code: 28))
    // A linker that crashes says nothing of it.
    try ProgramFolder.requireSpace("PLEASE submit a bug report", .signalled(7), for: "/a.o")
    #expect(throws: ProcessError.self) {
      try ProgramFolder.requireSpace("PLEASE submit a bug report", .signalled(7), for: "/proc/a.o")
    }
  }
}
