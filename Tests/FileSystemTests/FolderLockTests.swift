import FileSystem
import Foundation
import Testing

@Suite struct FolderLockTests {
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/folder-lock-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: folder + "/a", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  @Test func whatIsLockedIsNotLeftOverUntilItIsReleased() throws {
    try withFolder { folder in
      let lock = try #require(FolderLock(onNew: folder + "/a"))
      #expect(FolderLock(onLeftOver: folder + "/a") == nil)
      #expect(FolderLock(onNew: folder + "/a") == nil)
      lock.release()
      let other = try #require(FolderLock(onLeftOver: folder + "/a"))
      other.release()
    }
  }

  @Test func aFileIsLockedLikeAFolderAndALinkIsNot() throws {
    try withFolder { folder in
      try Data("a".utf8).write(to: URL(fileURLWithPath: folder + "/b"))
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/c", withDestinationPath: folder + "/b")
      let lock = try #require(FolderLock(onLeftOver: folder + "/b"))
      lock.release()
      #expect(FolderLock(onLeftOver: folder + "/c") == nil)
      #expect(FolderLock(onNew: folder + "/nothing") == nil)
    }
  }
}
