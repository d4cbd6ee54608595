import Foundation
import LessonFormat
import Testing

@Suite struct SourceFileReadingTests {
  @Test func aByteOrderMarkIsLeftOut() throws {
    let folder = try Folder()
    try folder.write([0xEF, 0xBB, 0xBF] + Array("# A\n".utf8), to: "a.md")
    #expect(try SourceFile.read(folder.path + "/a.md").text == "# A\n")
  }

  @Test func whatIsNotUTF8IsReportedWithItsByteAndLine() throws {
    let folder = try Folder()
    try folder.write(Array("eins\nzw".utf8) + [0xF6] + Array("lf\n".utf8), to: "a.md")
    let path = folder.path + "/a.md"
    let error = #expect(throws: SourceFileError.self) { try SourceFile.read(path) }
    let expected = SourceFileError.notUTF8(
      path: path, offset: 7, position: SourcePosition(line: 2, column: 3))
    #expect(error == expected)
    #expect(
      error?.message == "the file is not UTF-8: byte 7, in line 2, is part of no character")
    #expect(
      error?.remedy
        == "save it as UTF-8; from Latin-1: `iconv -f latin1 -t utf-8 \(path) > new.md`")
  }

  @Test func emptyAndMissingFilesAndFoldersAreNamedAsSuch() throws {
    let folder = try Folder()
    try folder.write(" \n", to: "a.md")
    let empty = #expect(throws: SourceFileError.self) { try SourceFile.read(folder.path + "/a.md") }
    #expect(empty == .empty(path: folder.path + "/a.md"))
    #expect(empty?.message == "the file is empty")
    let missing = #expect(throws: SourceFileError.self) {
      try SourceFile.read(folder.path + "/b.md")
    }
    #expect(missing?.message == "there is no such file")
    let directory = #expect(throws: SourceFileError.self) { try SourceFile.read(folder.path) }
    #expect(directory?.message == "the file can't be read: Is a directory")
  }
}
