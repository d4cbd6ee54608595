import Foundation
import Testing

@testable import FileSystem

@Suite struct FilesTests {
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = NSTemporaryDirectory() + "files-\(UUID().uuidString)"
    try Files.createFolder(folder)
    defer { Files.remove(folder) }
    try body(folder)
  }

  @Test("what is written is read, whatever its size", arguments: [0, 1, 4096, 200_000])
  func roundTrip(size: Int) throws {
    try withFolder { folder in
      let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
      try Files.write(bytes, to: folder + "/file")
      #expect(try Files.read(folder + "/file") == bytes)
    }
  }

  @Test("replacing leaves the new file and nothing beside it", arguments: [false, true])
  func replacing(isSynced: Bool) throws {
    try withFolder { folder in
      try Files.write("old".utf8, to: folder + "/file")
      try Files.replace(folder + "/file", with: "new".utf8, isSynced: isSynced)
      #expect(try Files.read(folder + "/file") == Array("new".utf8))
      #expect(Files.list(folder) == ["file"])
    }
  }

  @Test("folders are made with those above them, listed in order and removed whole")
  func folders() throws {
    try withFolder { folder in
      try Files.createFolder(folder + "/a/b/c")
      try Files.write("1".utf8, to: folder + "/a/b/file")
      try Files.write("2".utf8, to: folder + "/a/other")
      #expect(Files.files(below: folder) == ["a/b/file", "a/other"])
      Files.remove(folder + "/a")
      #expect(Files.list(folder).isEmpty)
    }
  }

  @Test("removing a link leaves what it leads to")
  func links() throws {
    try withFolder { folder in
      try Files.createFolder(folder + "/kept")
      try Files.write("1".utf8, to: folder + "/kept/file")
      symlink(folder + "/kept", folder + "/link")
      Files.remove(folder + "/link")
      #expect(Files.exists(folder + "/kept/file"))
    }
  }

  @Test("an error names the file and the system's reason")
  func errors() {
    #expect(throws: FileError(path: "/nowhere/file", action: "read", code: ENOENT)) {
      try Files.read("/nowhere/file")
    }
    #expect(
      FileError(path: "x", action: "read", code: ENOENT).message
        == "can't read x: No such file or directory")
    #expect(throws: FileError(path: "/", action: "read", code: EISDIR)) { try Files.read("/") }
  }

  @Test(
    "paths come apart at the last slash",
    arguments: [
      ("a/b/c", "a/b", "c"), ("c", ".", "c"), ("/c", "/", "c"),
    ])
  func paths(path: String, folder: String, name: String) {
    #expect(Files.folder(of: path) == folder)
    #expect(Files.name(of: path) == name)
  }
}
