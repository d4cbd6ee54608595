import FileSystem
import Testing

@testable import LessonRunner

@Suite struct ScratchTests {
  @Test func aFolderOfItsOwnLiesInTheCacheUntilItIsRemoved() throws {
    try withScratch { folder in
      let cache = Cache(folder: folder)
      let scratch = try Scratch(cache: cache)
      let other = try Scratch(cache: cache)
      #expect(Files.isFolder(scratch.folder) && scratch.folder.hasPrefix(folder + "/scratch/"))
      #expect(scratch.folder != other.folder)
      scratch.remove()
      #expect(!Files.exists(scratch.folder) && Files.exists(other.folder))
    }
  }

  @Test func whatAProcessHasLeftThatNoLongerRunsIsRemoved() throws {
    try withScratch { folder in
      // No process has a number as large as this.
      let left = folder + "/scratch/\(Int32.max)-1"
      let unknown = folder + "/scratch/mine"
      let foreign = folder + "/scratch/\(Int32.max)-2"
      let barely = folder + "/scratch/\(Int32.max)-3"
      let entry = folder + "/scratch/\(Int32.max)-4.new"
      try Files.write("", at: "\(left)/\(Scratch.mark)")
      try Files.createFolder(unknown)
      try Files.createFolder(barely)
      try Files.write("half", at: entry)
      try Files.write("mine", at: foreign + "/thesis.txt")
      let scratch = try Scratch(cache: Cache(folder: folder))
      #expect(!Files.exists(left) && Files.exists(unknown) && Files.exists(scratch.folder))
      #expect(Files.exists(foreign + "/thesis.txt"))
      #expect(!Files.exists(barely) && !Files.exists(entry))
    }
  }
}
