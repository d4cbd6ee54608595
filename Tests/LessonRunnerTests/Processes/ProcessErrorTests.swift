import FileSystem
import Glibc
import Testing

@testable import LessonRunner

@Suite struct ProcessErrorTests {
  private static let full = FileError(path: "/a.o", action: "write", code: ENOSPC)

  @Test(arguments: [
    (ProcessError.Cause.notStarted(code: ENOENT), "No such file or directory"),
    (.cancelled, "it was cancelled"), (.unwritten(full), "No space left on device"),
    (.unreadable(full), "No space left on device"), (.ranNothing(said: "bwrap: no"), "bwrap: no"),
    (
      .toldNoSymbols(module: "A", said: "no such module"),
      "the public symbols of `A` can't be read: no such module"
    ),
    (
      .wroteNoSymbols(module: "A", reason: "empty"),
      "the public symbols of `A` can't be read: what it wrote is no JSON: empty"
    ),
  ])
  func everyCauseIsWorded(cause: ProcessError.Cause, reason: String) {
    #expect(ProcessError(program: "/bin/a", cause: cause).reason == reason)
  }

  @Test func onlyAFileThatCantBeWrittenIsUnwritten() {
    #expect(ProcessError(program: "a", cause: .unwritten(Self.full)).unwritten == Self.full)
    #expect(ProcessError(program: "a", cause: .unreadable(Self.full)).unwritten == nil)
  }
}
