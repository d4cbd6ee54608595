import FileSystem
import Glibc
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

  @Test func whatIsLockedStaysWhateverTheNumberInItsName() throws {
    try withScratch { folder in
      let scratch = try Scratch(cache: Cache(folder: folder))
      // As a process of another container sees it, whose numbers are none here.
      let moved = folder + "/scratch/\(Int32.max)-7"
      #expect(rename(scratch.folder, moved) == 0)
      let entry = folder + "/scratch/\(Int32.max)-8.new"
      let file = open(entry, O_WRONLY | O_CREAT | O_CLOEXEC, 0o666)
      #expect(flock(file, LOCK_EX) == 0)
      let other = try Scratch(cache: Cache(folder: folder))
      #expect(Files.exists(moved) && Files.exists(entry))
      // A child of another test may still have the file.
      flock(file, LOCK_UN)
      close(file)
      other.remove()
      _ = try Scratch(cache: Cache(folder: folder))
      #expect(Files.exists(moved) && !Files.exists(entry))
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
