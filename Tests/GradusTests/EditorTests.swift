import Foundation
import Testing

/// What editors make of a report for people.
@Suite struct EditorTests {
  private static let tasks = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent(".vscode/tasks.json")

  private struct Tasks: Decodable {
    struct Task: Decodable { var problemMatcher: Matcher }
    struct Matcher: Decodable { var pattern: Pattern }
    struct Pattern: Decodable {
      var regexp: String
      var file: Int, line: Int, column: Int, severity: Int, message: Int, code: Int
    }
    var tasks: [Task]
  }

  @Test func theTasksOfVisualStudioCodeFindEachFindingInAReportAndNothingElse() throws {
    let course = try ScratchCourse([
      "a": lesson("let x = 1 // = 2\nprint(\"a:1:2: error: b [c]d\")", after: "\nIt is 0.25.\n"),
      "b": lesson("let y: Int = \"text\""),
    ])
    let output = try course.gradus("verify", "--color", "never").output
    let tasks = try JSONDecoder().decode(Tasks.self, from: Data(contentsOf: Self.tasks)).tasks
    #expect(tasks.count == 2)
    for task in tasks {
      let pattern = task.problemMatcher.pattern
      let expression = try NSRegularExpression(pattern: pattern.regexp)
      let found = output.split(separator: "\n").compactMap { line -> [String]? in
        let text = String(line)
        let match = expression.firstMatch(
          in: text, range: NSRange(text.startIndex..., in: text))
        guard let match else { return nil }
        return [pattern.file, pattern.line, pattern.column, pattern.severity, pattern.code].map {
          Range(match.range(at: $0), in: text).map { String(text[$0]) } ?? ""
        }
      }
      #expect(
        found == [
          ["lessons/a.md", "4", "16", "error", "value-mismatch"],
          ["lessons/a.md", "8", "7", "warning", "unverified-number"],
          ["lessons/b.md", "4", "14", "error", "does-not-compile"],
        ], "\(output)")
    }
  }
}
