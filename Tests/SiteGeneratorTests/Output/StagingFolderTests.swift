import Foundation
import Glibc
import Testing

@testable import SiteGenerator

struct StagingFolderTests {
  private let scratch: ScratchFolder
  private let out: String

  init() throws {
    scratch = try ScratchFolder()
    out = scratch.path + "/public"
  }

  private func build(_ text: String) throws {
    try SiteWriter.write([SiteFile(path: "index.html", bytes: Array(text.utf8))], to: out)
  }

  private func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: "\(scratch.path)/\(name)", withIntermediateDirectories: true)
  }

  /// What a build writes into the mark of a site of these files.
  private func mark(_ paths: String...) -> String {
    let files = paths.map { SiteFile(path: $0, bytes: []) }
    return String(decoding: SiteMark(of: files).file.bytes, as: UTF8.self)
  }

  @Test func whatAKilledBuildHasLeftIsRemoved() throws {
    // Nothing, half a mark, some files, an old site with a file that the new one keeps, and marks that had
    // hardly begun.
    let names = (0..<6).map { _ in StagingFolder.name(for: out) }
    try build("1")
    try scratch.write("mine", to: "public/CNAME")
    try makeFolder(names[0])
    try scratch.write(String(mark("a").prefix(20)), to: "\(names[1])/\(SiteMark.name)")
    try scratch.write(mark("a.html", "b.html", "fonts/a"), to: "\(names[2])/\(SiteMark.name)")
    for path in ["a.html", "fonts/a"] { try scratch.write("1", to: "\(names[2])/\(path)") }
    try scratch.write(mark("index.html"), to: "\(names[3])/\(SiteMark.name)")
    try scratch.write("0", to: "\(names[3])/index.html")
    try #require(link(out + "/CNAME", "\(scratch.path)/\(names[3])/CNAME") == 0)
    try scratch.write("", to: "\(names[4])/\(SiteMark.name)")
    try scratch.write(String(mark("a").prefix(3)), to: "\(names[5])/\(SiteMark.name)")
    try build("2")
    #expect(scratch.names() == ["public"])
    #expect(scratch.text("public/CNAME") == "mine")
  }

  @Test func whatLiesInALeftOverAndNoBuildHasWrittenStays() throws {
    let name = StagingFolder.name(for: out)
    try scratch.write(mark("a.html"), to: "\(name)/\(SiteMark.name)")
    try scratch.write("1", to: "\(name)/a.html")
    try scratch.write("mine", to: "\(name)/fonts/thesis.txt")
    for round in ["1", "2"] {
      try build(round)
      #expect(scratch.names(name) == [SiteMark.name, "fonts"])
      #expect(scratch.text("\(name)/fonts/thesis.txt") == "mine")
    }
    let unmarked = StagingFolder.name(for: out)
    try scratch.write("mine", to: "\(unmarked)/index.html")
    try build("3")
    #expect(scratch.text("\(unmarked)/index.html") == "mine")
  }

  @Test(arguments: [
    ".public.staging-12-34", ".public.staging-12-34-0123456789abcdef", ".public.staging-notes",
    ".public.staging-1.old", ".public.staging-12-34-",
  ])
  func whatOnlyHasTheNameOfALeftOverStays(name: String) throws {
    try makeFolder(name)
    try build("1")
    #expect(scratch.names() == [name, "public"])
    try scratch.write(mark("index.html"), to: "\(name)/\(SiteMark.name)")
    for path in ["index.html", "thesis.txt"] { try scratch.write("mine", to: "\(name)/\(path)") }
    try build("2")
    #expect(scratch.names(name) == [SiteMark.name, "index.html", "thesis.txt"])
  }

  @Test func aLeftOverOfAnotherOutputStays() throws {
    let name = StagingFolder.name(for: scratch.path + "/other")
    try makeFolder(name)
    try makeFolder(name.replacing(".other.", with: ".public."))
    try build("1")
    #expect(scratch.names() == [name, name.replacing(".other.", with: ".public."), "public"])
  }

  @Test func aSiteThatWasMovedAsideIsPutBack() throws {
    try build("1")
    let aside = "\(scratch.path)/\(StagingFolder.name(for: out))\(StagingFolder.oldSuffix)"
    try FileManager.default.moveItem(atPath: out, toPath: aside)
    StagingFolder.clearAway(beside: out)
    #expect(scratch.names() == ["public"])
    #expect(scratch.text("public/index.html") == "1")
  }
}
