import FileSystem
import Glibc
import LessonFormat

@testable import LessonRunner

/// A lesson `x.md` of this text.
func sampleLesson(
  _ text: String, path: String = "x.md", id: String = "x", allowsHTML: Bool = false
) -> Lesson {
  LessonReader.read(SourceFile(path: path, text: text), id: id, allowsHTML: allowsHTML)
}

/// A lesson of these blocks of code and nothing else.
func sampleLesson(blocks: String...) -> Lesson { sampleLesson(blocks: blocks) }

/// The same, of a list.
func sampleLesson(blocks: [String]) -> Lesson {
  sampleLesson(blocks.map { "```swift\n\($0)\n```\n" }.joined(separator: "\n"))
}

/// Gives a folder that is removed in the end.
func withScratch<Value>(_ body: (String) throws -> Value) throws -> Value {
  let scratch = try Scratch(cache: Cache(folder: nil))
  defer { scratch.remove() }
  let folder = scratch.folder + "/test"
  try Files.createFolder(folder)
  return try body(folder)
}

extension Files {
  /// Writes a file, and the folders that it lies in.
  static func write(_ text: String, at path: String) throws {
    try createFolder(folder(of: path))
    try write(text.utf8, to: path)
  }
}

extension Toolchain {
  /// A toolchain in a folder where nothing needs to be.
  static func sample(
    root: String = "/toolchain", modules: String = "/library/Modules",
    host: String = "/library/lesson-host", flags: [String] = []
  ) -> Toolchain {
    Toolchain(root: root, modules: modules, host: host, flags: flags, cancellation: Cancellation())
  }

  /// The toolchain of this machine, with the library that was built with the tests.
  static func ofTests() throws -> Toolchain { try find(library: TestCourse.library) }
}

/// Lets a file be run.
func chmodExecutable(_ path: String) {
  chmod(path, 0o755)
}
