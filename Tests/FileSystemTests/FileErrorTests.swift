import Foundation
import Testing

@testable import FileSystem

@Suite struct FileErrorTests {
  @Test func anErrorNamesTheFileAndTheSystemsReason() {
    #expect(throws: FileError(path: "/nowhere/file", action: "read", code: ENOENT)) {
      try Files.read("/nowhere/file")
    }
    #expect(
      FileError(path: "x", action: "read", code: ENOENT).message
        == "can't read x: No such file or directory")
    #expect(throws: FileError(path: "/", action: "read", code: EISDIR)) { try Files.read("/") }
  }
}
