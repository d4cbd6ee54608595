import Foundation
import Glibc
import Testing

@testable import FileSystem

@Suite struct FilesTests {
  @Test(arguments: [0, 1, 4096, 200_000])
  func whatIsWrittenIsReadWhateverItsSize(size: Int) throws {
    try withFolder { folder in
      let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
      try Files.write(bytes, to: folder + "/file")
      #expect(try Files.read(folder + "/file") == bytes)
    }
  }

  @Test(arguments: [false, true])
  func replacingLeavesTheNewFileAndNothingBesideIt(isSynced: Bool) throws {
    try withFolder { folder in
      try Files.write("old".utf8, to: folder + "/file")
      try Files.replace(folder + "/file", with: "new".utf8, isSynced: isSynced)
      #expect(try Files.read(folder + "/file") == Array("new".utf8))
      #expect(Files.list(folder) == ["file"])
    }
  }

  @Test(arguments: [0o600, 0o755, 0o640] as [mode_t])
  func rewritingKeepsTheMode(mode: mode_t) throws {
    try withFolder { folder in
      let path = folder + "/file"
      try Files.write("old".utf8, to: path)
      chmod(path, mode)
      try Files.rewrite(path, with: "newer".utf8)
      #expect(try Files.read(path) == Array("newer".utf8))
      #expect(try status(of: path).st_mode & 0o7777 == mode)
      #expect(Files.list(folder) == ["file"])
    }
  }

  @Test func rewritingGoesThroughLinksAndToEveryNameOfAFile() throws {
    try withFolder { folder in
      try Files.createFolder(folder + "/store")
      let real = folder + "/store/real"
      try Files.write("old and long".utf8, to: real)
      #expect(link(real, folder + "/store/other") == 0)
      #expect(symlink("store/real", folder + "/link") == 0)
      try Files.rewrite(folder + "/link", with: "new".utf8)
      #expect(Files.target(ofLink: folder + "/link") == "store/real")
      for name in ["real", "other"] {
        #expect(try Files.read("\(folder)/store/\(name)") == Array("new".utf8))
      }
      #expect(Files.list(folder + "/store") == ["other", "real"])
    }
  }

  @Test(.enabled(if: getuid() == 0)) func rewritingKeepsTheOwner() throws {
    try withFolder { folder in
      let path = folder + "/file"
      try Files.write("old".utf8, to: path)
      #expect(chown(path, 1234, 2345) == 0)
      try Files.rewrite(path, with: "new".utf8)
      let status = try status(of: path)
      #expect(status.st_uid == 1234 && status.st_gid == 2345)
      #expect(try Files.read(path) == Array("new".utf8))
    }
  }

  @Test func aFileThatIsNotThereIsNotRewritten() throws {
    try withFolder { folder in
      #expect(throws: FileError.self) { try Files.rewrite(folder + "/none", with: "a".utf8) }
      #expect(Files.list(folder) == [])
    }
  }

  private func status(of path: String) throws -> stat {
    var status = stat()
    #expect(stat(path, &status) == 0)
    return status
  }

  @Test func foldersAreMadeWithThoseAboveThemListedInOrderAndRemovedWhole() throws {
    try withFolder { folder in
      try Files.createFolder(folder + "/a/b/c")
      try Files.write("1".utf8, to: folder + "/a/b/file")
      try Files.write("2".utf8, to: folder + "/a/other")
      #expect(Files.files(below: folder) == ["a/b/file", "a/other"])
      Files.remove(folder + "/a")
      #expect(Files.list(folder).isEmpty)
    }
  }

  @Test func namesOfAFolderAreInOrderAndOneThatCantBeReadIsAnError() throws {
    try withFolder { folder in
      try Files.write("1".utf8, to: folder + "/b")
      try Files.write("2".utf8, to: folder + "/a")
      #expect(try Files.names(in: folder) == ["a", "b"])
      let missing = folder + "/c"
      let error = #expect(throws: FileError.self) { try Files.names(in: missing) }
      #expect(error?.path == missing && error?.action == "read")
      #expect(Files.list(missing).isEmpty)
    }
  }

  @Test func removingALinkLeavesWhatItLeadsTo() throws {
    try withFolder { folder in
      try Files.createFolder(folder + "/kept")
      try Files.write("1".utf8, to: folder + "/kept/file")
      symlink(folder + "/kept", folder + "/link")
      Files.remove(folder + "/link")
      #expect(Files.exists(folder + "/kept/file"))
    }
  }

  @Test(
    arguments: [
      ("a/b/c", "a/b", "c"), ("c", ".", "c"), ("/c", "/", "c"),
    ])
  func pathsComeApartAtTheLastSlash(path: String, folder: String, name: String) {
    #expect(Files.folder(of: path) == folder)
    #expect(Files.name(of: path) == name)
  }

  @Test func aPathIsWrittenAsSeenFromAFolderUnlessItStartsAtTheRoot() {
    #expect(Files.path("a", in: "b") == "b/a")
    #expect(Files.path("a", in: "") == "./a")
    #expect(Files.path("/a", in: "b") == "/a")
  }

  @Test func whatALinkLeadsOutOfAFolderIsNotInIt() throws {
    try withFolder { folder in
      try Files.createFolder(folder + "/inside")
      try Files.write("1".utf8, to: folder + "/outside")
      try Files.write("2".utf8, to: folder + "/inside/file")
      symlink(folder + "/outside", folder + "/inside/link")
      #expect(Files.isPlainFile(folder + "/inside/link"))
      #expect(!Files.isPlainFile(folder + "/inside/link", within: folder + "/inside"))
      #expect(Files.isPlainFile(folder + "/inside/file", within: folder + "/inside"))
      #expect(Files.target(ofLink: folder + "/inside/link") == folder + "/outside")
      #expect(Files.target(ofLink: folder + "/outside") == nil)
      #expect(!Files.isPlainFile(folder))
    }
  }

  @Test func aPipeAndADeviceMayHaveNoEndAndWhatIsNotThereHasNone() throws {
    try withFolder { folder in
      try Files.write("a".utf8, to: folder + "/file")
      #expect(mkfifo(folder + "/pipe", 0o600) == 0)
      #expect(Files.mayHaveNoEnd(folder + "/pipe") && Files.mayHaveNoEnd("/dev/zero"))
      for path in [folder, folder + "/file", folder + "/nothing"] {
        #expect(!Files.mayHaveNoEnd(path))
      }
    }
  }

  @Test func aCopyMayBeRunIfTheOriginalMay() throws {
    try withFolder { folder in
      try Files.write("#!/bin/sh".utf8, to: folder + "/program")
      chmod(folder + "/program", 0o755)
      try Files.copy(folder + "/program", to: folder + "/copy")
      #expect(Files.isExecutable(folder + "/copy"))
      #expect(!Files.isExecutable(folder))
      #expect(try Files.read(folder + "/copy") == Array("#!/bin/sh".utf8))
    }
  }

  @Test func theNearestFolderThatHoldsAFileIsFoundUpwards() throws {
    try withFolder { folder in
      try Files.createFolder(folder + "/a/b")
      try Files.write("1".utf8, to: folder + "/course.yaml")
      #expect(
        Files.nearestFolder(above: folder + "/a/b", holding: "course.yaml")
          == Files.resolved(folder))
      #expect(Files.nearestFolder(above: folder + "/a/b", holding: "no-such-file") == nil)
    }
  }

  @Test func theIdentityOfAFileChangesWithItsContent() throws {
    try withFolder { folder in
      try Files.write("1".utf8, to: folder + "/file")
      let before = Files.identity(folder + "/file")
      #expect(Files.identity(folder + "/file") == before)
      try Files.write("12".utf8, to: folder + "/file")
      #expect(Files.identity(folder + "/file") != before)
      #expect(Files.identity(folder + "/none") == "none")
    }
  }

  @Test func anEditOfTheSameSizeIsSeenWhoeverSetsTheTimeBack() throws {
    try withFolder { folder in
      let path = folder + "/file"
      try Files.write("1".utf8, to: path)
      var past = [timespec(tv_sec: 1000, tv_nsec: 0), timespec(tv_sec: 1000, tv_nsec: 0)]
      #expect(utimensat(AT_FDCWD, path, &past, 0) == 0)
      let before = Files.identity(path)
      // The clock of the file system ticks some hundred times a second.
      usleep(20_000)
      try Files.write("2".utf8, to: path)
      #expect(utimensat(AT_FDCWD, path, &past, 0) == 0)
      #expect(Files.identity(path) != before)
    }
  }

  @Test func theNewestChangeIsThatOfTheFilesThatFit() throws {
    try withFolder { folder in
      try Files.write("1".utf8, to: folder + "/a.swift")
      let time = try #require(Files.timeOfChange(folder + "/a.swift"))
      #expect(Files.newestChange(in: folder) { $0.hasSuffix(".swift") } == time)
      #expect(Files.newestChange(in: folder) { $0.hasSuffix(".md") } == 0)
      #expect(Files.timeOfChange(folder + "/none") == nil)
    }
  }

  @Test func theSpaceThatIsLeftIsThatOfTheFoldersDisk() {
    #expect(Files.freeSpace(in: "/proc") == 0)
    #expect(Files.freeSpace(in: "/") > 0)
    #expect(Files.freeSpace(in: "/nonexistent") == .max)
  }
}
