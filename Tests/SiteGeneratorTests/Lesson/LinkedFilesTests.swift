import Foundation
import LessonFormat
import Testing

@testable import SiteGenerator

struct LinkedFilesTests {
  @Test func filesBelowTheLessonGoAlongAndNoOthers() throws {
    let scratch = try ScratchFolder()
    try FileManager.default.createDirectory(
      atPath: scratch.path + "/course/data", withIntermediateDirectories: true)
    for name in [
      "course/data/a.csv", "course/data/b c.csv", "course/b.png", "course/c.png", "secret",
      "course/.hidden",
      "course/c.md",
    ] {
      try name.write(toFile: "\(scratch.path)/\(name)", atomically: true, encoding: .utf8)
    }
    let text = """
      [a](data/a.csv), [again](./data/a.csv#row), [blank](./data/b%20c.csv), ![b](b.png), [up](../secret), [dot](.hidden),
      [lesson](c.md), [missing](d.csv), [web](https://example.org/e.csv), [root](/etc/hostname)

      <img src="c.png">
      """
    let lesson = LessonReader.read(
      SourceFile(path: scratch.path + "/course/lesson.md", text: text), id: "lesson",
      allowsHTML: true)
    #expect(
      LinkedFiles.files(of: lesson).map(\.path)
        == ["data/a.csv", "data/b c.csv", "b.png", "c.png"])
  }
}
