import Glibc
import Testing

@testable import SiteGenerator

struct ForeignFilesTests {
  private let scratch: ScratchFolder
  private let mark = SiteMark(of: [SiteFile(path: "index.html", bytes: [])])

  init() throws {
    scratch = try ScratchFolder()
    try scratch.write("1", to: "public/index.html")
  }

  private func foreign(_ new: String...) throws -> ForeignFiles {
    try ForeignFiles(
      in: scratch.path + "/public", mark, newFiles: new.map { SiteFile(path: $0, bytes: []) })
  }

  @Test func whatTheMarkDoesNotNameIsForeignAlsoLinksAndEmptyFolders() throws {
    try scratch.write("mine", to: "public/drafts/deep/next.txt")
    #expect(mkdir(scratch.path + "/public/empty", 0o777) == 0)
    #expect(symlink("nowhere", scratch.path + "/public/link") == 0)
    #expect(try foreign("index.html").paths == ["drafts/deep/next.txt", "empty", "link"])
  }

  @Test(arguments: ["drafts", "drafts/next.txt", "drafts/next.txt/page.html"])
  func aFileThatStandsWhereTheSiteHasOneIsInTheWay(new: String) throws {
    try scratch.write("mine", to: "public/drafts/next.txt")
    #expect(
      throws: SiteError.foreignFile(path: scratch.path + "/public/drafts/next.txt")
    ) { try foreign(new) }
  }

  @Test func whatIsKeptIsTheSameFile() throws {
    try scratch.write("mine", to: "public/drafts/next.txt")
    try foreign().keep(in: scratch.path + "/new")
    #expect(scratch.text("new/drafts/next.txt") == "mine")
    #expect(scratch.names("new") == ["drafts"])
    var (old, new) = (stat(), stat())
    #expect(stat(scratch.path + "/public/drafts/next.txt", &old) == 0)
    #expect(stat(scratch.path + "/new/drafts/next.txt", &new) == 0)
    #expect(old.st_ino == new.st_ino)
  }

  @Test func whatCameMeanwhileIsMovedAndTheOldPagesAreNot() throws {
    let foreign = try foreign()
    try scratch.write("1", to: "old/index.html")
    try scratch.write("mine", to: "old/drafts/next.txt")
    try foreign.moveWhatChanged(from: scratch.path + "/old", mark)
    #expect(scratch.text("public/drafts/next.txt") == "mine")
    #expect(scratch.text("old/index.html") == "1")
    #expect(scratch.names("old/drafts") == [])
  }

  @Test func whatCannotBeMovedStaysWhereItIsAndTheRestIsMoved() throws {
    let foreign = try foreign()
    try scratch.write("2", to: "public/data/a.csv")
    try scratch.write("mine", to: "old/data")
    try scratch.write("mine, too", to: "old/next.txt")
    let old = scratch.path + "/old"
    do {
      try foreign.moveWhatChanged(from: old, mark)
      Issue.record("moved")
    } catch {
      guard case .leftBehind(in: old, let reason) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(reason.contains("public/data"))
    }
    #expect(scratch.text("old/data") == "mine")
    #expect(scratch.text("public/data/a.csv") == "2")
    #expect(scratch.text("public/next.txt") == "mine, too")
  }
}
