import Foundation

/// A course in a temporary folder, removed with the value.
final class TemporaryCourse {
  let folder: String

  init(_ lessons: [String: String] = [:], parts: String? = nil, keys: String = "") throws {
    folder = NSTemporaryDirectory() + "courseware-test-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: folder + "/lessons", withIntermediateDirectories: true)
    let stems = lessons.keys.sorted().joined(separator: ", ")
    let listed = parts ?? "parts:\n  - title: One\n    lessons: [\(stems)]\n"
    let text = "title: A course\ndescription: Of tests.\n" + keys + listed
    try write(text, to: "lessons/course.yaml")
    for (stem, text) in lessons { try write(text, to: "lessons/\(stem).md") }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func path(_ name: String) -> String { "\(folder)/\(name)" }

  func write(_ text: String, to name: String) throws {
    try text.write(toFile: path(name), atomically: true, encoding: .utf8)
  }

  /// Puts a link in a file's place.
  func link(_ name: String, to target: String) throws {
    try? FileManager.default.removeItem(atPath: path(name))
    try FileManager.default.createSymbolicLink(atPath: path(name), withDestinationPath: target)
  }

  func text(of name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }
}
