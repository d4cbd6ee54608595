import FileSystem
import Glibc
import Testing

@testable import LessonRunner

@Suite struct RunFolderTests {
  @Test func itHasTheDataAndAScratchFolderThatAnyUserMayWrite() throws {
    try withScratch { scratch in
      try Files.createFolder(scratch + "/data")
      let folder = try RunFolder(beside: scratch + "/a.so", data: scratch + "/data")
      #expect(Files.target(ofLink: folder.path + "/data") == scratch + "/data")
      var status = stat()
      #expect(stat(folder.scratch, &status) == 0 && status.st_mode & 0o777 == 0o777)
      #expect(stat(folder.path, &status) == 0 && status.st_mode & 0o777 == 0o755)
      folder.remove()
      #expect(!Files.exists(folder.path) && Files.exists(scratch + "/data"))
    }
  }

  @Test func twoBesideOneProgramAreApart() throws {
    try withScratch { scratch in
      let first = try RunFolder(beside: scratch + "/a.so", data: nil)
      let second = try RunFolder(beside: scratch + "/a.so", data: nil)
      #expect(first.path != second.path && !Files.exists(first.path + "/data"))
    }
  }
}
