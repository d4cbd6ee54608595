import Foundation
import Glibc
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
    #expect(scratch.names("deep/public") == [SiteMark.name, "index.html"])
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

  @Test func theOutputKeepsItsModeAndForeignFoldersKeepTheirModesAndTimes() throws {
    let scratch = try ScratchFolder()
    let out = scratch.path + "/public"
    try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
    chmod(out, 0o700)
    func attributes(_ path: String) throws -> [Int] {
      var status = stat()
      try #require(stat("\(out)/\(path)", &status) == 0)
      return [Int(status.st_mode), Int(status.st_mtim.tv_sec), Int(status.st_mtim.tv_nsec)]
    }
    try SiteWriter.write(files(["index.html": "1", "fonts/a": "1"]), to: out)
    #expect(try attributes("")[0] & 0o7777 == 0o700)
    let folders = ["drafts/deep", "drafts", "empty", "fonts/mine"]
    try scratch.write("mine", to: "public/drafts/deep/next.txt")
    for name in ["empty", "fonts/mine"] {
      try FileManager.default.createDirectory(
        atPath: "\(out)/\(name)", withIntermediateDirectories: true)
    }
    for (number, name) in folders.enumerated() {
      let time = timespec(tv_sec: 1_000_000_000 + number, tv_nsec: 123_456_789)
      utimensat(AT_FDCWD, "\(out)/\(name)", [time, time], 0)
    }
    // Closed to their owner too.
    for name in ["drafts", "drafts/deep"] { chmod("\(out)/\(name)", 0o2550) }
    let before = try folders.map(attributes)
    for (round, mode) in [mode_t(0o700), 0o1755, 0o775].enumerated() {
      chmod(out, mode)
      try SiteWriter.write(files(["index.html": "\(round + 2)", "fonts/a": "1"]), to: out)
      #expect(try attributes("")[0] & 0o7777 == Int(mode))
      #expect(try folders.map(attributes) == before)
      #expect(scratch.text("public/drafts/deep/next.txt") == "mine")
      #expect(scratch.names() == ["public"])
    }
    for name in ["drafts", "drafts/deep"] { chmod("\(out)/\(name)", 0o755) }
  }

  @Test func whatNoBuildHasWrittenStaysInTheOutput() throws {
    let scratch = try ScratchFolder()
    let out = scratch.path + "/public"
    try SiteWriter.write(files(["index.html": "1", "old.html": "1", "fonts/a": "1"]), to: out)
    let kept = [".git/HEAD", "CNAME", "drafts/deep/next.txt", "fonts/mine.woff2"]
    for path in kept { try scratch.write(path, to: "public/" + path) }
    try FileManager.default.createDirectory(
      atPath: out + "/empty", withIntermediateDirectories: true)
    #expect(symlink("nowhere", out + "/link") == 0)
    chmod(out + "/.git/HEAD", 0o600)
    chmod(out + "/.git", 0o700)
    for round in ["2", "3"] {
      try SiteWriter.write(files(["index.html": round, "new.html": round]), to: out)
      #expect(scratch.text("public/index.html") == round)
      for path in kept { #expect(scratch.text("public/" + path) == path) }
    }
    #expect(
      scratch.names("public") == [
        ".git", SiteMark.name, "CNAME", "drafts", "empty", "fonts", "index.html", "link",
        "new.html",
      ])
    #expect(scratch.names("public/fonts") == ["mine.woff2"])
    var status = stat()
    #expect(stat(out + "/.git/HEAD", &status) == 0 && status.st_mode & 0o777 == 0o600)
    #expect(stat(out + "/.git", &status) == 0 && status.st_mode & 0o777 == 0o700)
    #expect(scratch.names() == ["public"])
  }

  @Test(arguments: [
    ("new.html", "new.html"), ("data", "data"), ("page.html/notes.txt", "page.html/notes.txt"),
  ])
  func whatStandsInTheWayIsNamedAndNothingChanges(path: String, named: String) throws {
    let scratch = try ScratchFolder()
    let out = scratch.path + "/public"
    try SiteWriter.write(files(["index.html": "1"]), to: out)
    try scratch.write("mine", to: "public/" + path)
    #expect(throws: SiteError.foreignFile(path: "\(out)/\(named)")) {
      try SiteWriter.write(
        files(["index.html": "2", "new.html": "2", "data/a.csv": "2", "page.html": "2"]), to: out)
    }
    #expect(scratch.text("public/" + path) == "mine")
    #expect(scratch.text("public/index.html") == "1")
    #expect(scratch.names() == ["public"])
  }

  @Test func aSiteOfAnOlderMarkLosesNothing() throws {
    let scratch = try ScratchFolder()
    try scratch.write("Made by gradus; replaced by each build.\n", to: "public/" + SiteMark.name)
    try scratch.write("1", to: "public/index.html")
    try scratch.write("mine", to: "public/CNAME")
    try SiteWriter.write(files(["index.html": "2"]), to: scratch.path + "/public")
    #expect(scratch.text("public/index.html") == "2")
    #expect(scratch.text("public/CNAME") == "mine")
  }

  @Test func aLinkToTheOutputStaysALink() throws {
    let scratch = try ScratchFolder()
    let link = scratch.path + "/public"
    try SiteWriter.write(files(["index.html": "1"]), to: scratch.path + "/real")
    #expect(symlink("real", link) == 0)
    try SiteWriter.write(files(["index.html": "2"]), to: link)
    #expect(scratch.text("real/index.html") == "2")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "real")

    let dangling = scratch.path + "/dangling"
    #expect(symlink("nowhere", dangling) == 0)
    #expect(throws: SiteError.self) { try SiteWriter.write(files(["a": "1"]), to: dangling) }
    #expect(scratch.names() == ["dangling", "public", "real"])
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
