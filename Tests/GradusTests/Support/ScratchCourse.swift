import Foundation

/// A folder of a test's own, removed with this object, and a small course in it.
final class ScratchCourse {
  /// The folder above the course; its cache and site go there too.
  let folder: String

  /// Makes a course of lessons, by their stems in alphabetical order.
  init(_ lessons: [String: String] = [:], course: String? = nil) throws {
    folder = NSTemporaryDirectory() + "gradus-test-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: folder + "/lessons", withIntermediateDirectories: true)
    let stems = lessons.keys.sorted().joined(separator: ", ")
    try write(
      course ?? "title: A course\nparts:\n  - title: One\n    lessons: [\(stems)]\n",
      to: "lessons/course.yaml")
    for (stem, text) in lessons { try write(text, to: "lessons/\(stem).md") }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  func path(_ name: String) -> String { folder + "/" + name }

  func write(_ text: String, to name: String) throws {
    try write(Array(text.utf8), to: name)
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
  }

  func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path(name))))
  }

  func text(_ name: String) throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }

  func gradus(
    _ words: String..., input: [UInt8] = [], environment: [String: String] = [:],
    wrapper: [String] = []
  ) throws -> Gradus.Outcome {
    try Gradus.run(
      words, in: folder, input: input, environment: environment, wrapper: wrapper)
  }

  /// Every file below a folder with its content.
  func contents(of name: String) throws -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    let names = try FileManager.default.subpathsOfDirectory(atPath: path(name))
    for file in names {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: path("\(name)/\(file)"), isDirectory: &isFolder)
      if !isFolder.boolValue { contents[file] = try bytes("\(name)/\(file)") }
    }
    return contents
  }

  /// The names in a folder, hidden ones too.
  func names(in name: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path(name))) ?? []).sorted()
  }
}

/// A lesson of one block of Swift.
func lesson(_ code: String, after: String = "") -> String {
  "# A lesson\n\n```swift\n\(code)\n```\n\(after)"
}
