@testable import LessonFormat

/// A text in UTF-8.
func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

/// The lines of a text as blocks are read from them.
func blockLines(_ text: String) -> [BlockLine] {
  text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { number, line in
    BlockLine(number: number, byte: 0, bytes: Array(line.utf8)[...])
  }
}
