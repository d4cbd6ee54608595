@testable import LessonFormat

/// The lines, from one, that read a variable too early in a lesson that is one block.
func earlyLines(_ code: String) -> Set<Int> {
  let lesson = LessonReader.read(
    SourceFile(path: "x.md", text: "```swift\n\(code)\n```\n"), id: "x")
  let lines = lesson.earlyReads.map { read in
    guard case .block(let index, let offset) = read.reader else { return 0 }
    return 1 + lesson.blocks[index].code.utf8.prefix(offset).count { $0 == 10 }
  }
  return Set(lines)
}

/// The lines, from one, that say that they are read too early.
func linesMarkedEarly(_ code: String) -> Set<Int> {
  let lines = code.split(separator: "\n", omittingEmptySubsequences: false)
  return Set(lines.indices.filter { lines[$0].contains("/* early */") }.map { $0 + 1 })
}
