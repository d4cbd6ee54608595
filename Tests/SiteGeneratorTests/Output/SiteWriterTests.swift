import Foundation
import Testing

@testable import SiteGenerator

struct SiteWriterTests {
  private func files(_ contents: [String: String]) -> [SiteFile] {
    contents.sorted { $0.key < $1.key }.map { SiteFile(path: $0.key, bytes: Array($0.value.utf8)) }
  }

  @Test func siteHoldsExactlyItsFiles() throws {
    let scratch = try ScratchFolder()
    let out = scratch.path + "/deep/public"
    try SiteWriter.write(files(["index.html": "1", "fonts/a.woff2": "2"]), to: out + "/")
    #expect(scratch.text("deep/public/index.html") == "1")
    #expect(scratch.text("deep/public/fonts/a.woff2") == "2")
    try SiteWriter.write(files(["index.html": "3"]), to: out)
    #expect(scratch.text("deep/public/index.html") == "3")
    #expect(scratch.names("deep/public") == [SiteWriter.marker, "index.html"])
    #expect(scratch.names("deep") == ["public"])
  }

  @Test func unchangedFilesKeepTheirPlaceOnDisk() throws {
    let scratch = try ScratchFolder()
    let out = scratch.path + "/public"
    func inode(_ name: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: out + "/" + name)[.systemFileNumber] as? Int
    }
    try SiteWriter.write(files(["a.html": "a", "b.html": "b"]), to: out)
    let before = try inode("a.html")
    try SiteWriter.write(files(["a.html": "a", "b.html": "B"]), to: out)
    #expect(try inode("a.html") == before)
    #expect(scratch.text("public/b.html") == "B")
  }

  @Test func siteThatIsCurrentIsNotTouched() throws {
    let scratch = try ScratchFolder()
    let out = scratch.path + "/public"
    func date() throws -> Date? {
      try FileManager.default.attributesOfItem(atPath: out)[.modificationDate] as? Date
    }
    try SiteWriter.write(files(["a.html": "a"]), to: out)
    let before = try date()
    try SiteWriter.write(files(["a.html": "a"]), to: out)
    #expect(try date() == before)
  }

  @Test func failedBuildLeavesTheLastSiteWhole() throws {
    let scratch = try ScratchFolder()
    let out = scratch.path + "/public"
    try SiteWriter.write(files(["index.html": "good"]), to: out)
    // A file where a folder is wanted: the new site cannot be filled.
    let broken = [
      SiteFile(path: "index.html", bytes: Array("bad".utf8)), SiteFile(path: "x", bytes: []),
      SiteFile(path: "x/y", bytes: []),
    ]
    #expect(throws: SiteError.self) { try SiteWriter.write(broken, to: out) }
    #expect(scratch.text("public/index.html") == "good")
    #expect(scratch.names() == ["public"])
  }

  @Test func whatAKilledBuildHasLeftIsRemoved() throws {
    let scratch = try ScratchFolder()
    let stale = scratch.path + "/.public.staging-1"
    try FileManager.default.createDirectory(atPath: stale, withIntermediateDirectories: true)
    try "half".write(toFile: stale + "/index.html", atomically: true, encoding: .utf8)
    try SiteWriter.write(files(["index.html": "1"]), to: scratch.path + "/public")
    #expect(scratch.names() == ["public"])
  }

  @Test func folderOfTheUsersOwnIsNotReplaced() throws {
    let scratch = try ScratchFolder()
    let out = scratch.path + "/home"
    try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
    try "mine".write(toFile: out + "/thesis.txt", atomically: true, encoding: .utf8)
    #expect(throws: SiteError.foreignOutput(path: out)) {
      try SiteWriter.write(files(["index.html": "1"]), to: out)
    }
    #expect(scratch.text("home/thesis.txt") == "mine")
  }

  @Test func outputThatCannotBeWrittenIsNamed() {
    do {
      try SiteWriter.write(files(["index.html": "1"]), to: "/proc/no/site")
      Issue.record("written")
    } catch {
      guard case .unwritable(let path, let reason) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(path == "/proc/no/site")
      #expect(!reason.isEmpty)
    }
  }
}
