import FileSystem
import Foundation

@testable import LessonRunner

/// Where the tests' courses and the library that they run with are.
enum TestCourse {
  /// The site's own sources, among which is the script that typesets.
  static let assets: String = {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    return folder.path + "/site"
  }()

  /// The folder of this module's tests.
  static let root = Files.folder(of: Files.folder(of: #filePath))

  /// One of the courses that are among the tests.
  static func folder(_ name: String) -> String { "\(root)/Courses/\(name)" }

  /// The folder that the tests were built into holds `lesson-host` and the modules too.
  static let library: String? = {
    let bundles =
      CommandLine.arguments.filter { $0.hasSuffix(".xctest") } + [Bundle.main.bundlePath]
    return bundles.map {
      Files.isFolder($0) && !$0.hasSuffix(".xctest") ? $0 : Files.folder(of: $0)
    }
    .first { Files.isExecutable($0 + "/lesson-host") }
  }()
}
