import FileSystem
import LessonFormat

/// Holds a course's lessons to the table of what the course must teach.
package struct CoverageJudge {
  private let table: CoverageTable
  /// The stems of the lessons that cover a row, by its id.
  private let lessons: [String: [String]]

  /// - Parameter all: All lessons of the course.
  package init(_ table: CoverageTable, of all: [Lesson]) {
    self.table = table
    let pairs = all.flatMap { lesson in lesson.frontMatter.covers.map { ($0.name, [lesson.id]) } }
    lessons = Dictionary(pairs, uniquingKeysWith: +)
  }

  /// One check for each row that a lesson says it covers.
  package func checks(of lesson: Lesson) -> [CheckResult] {
    let ids = Set(table.ids)
    return lesson.frontMatter.covers.map { entry in
      let isKnown = ids.contains(entry.name)
      let nearest = isKnown ? nil : Spelling.nearest(to: entry.name, among: table.ids)
      return CheckResult(
        in: lesson, position: entry.position, kind: .coverage, status: isKnown ? .pass : .fail,
        rule: isKnown ? nil : .unknownCoverage, source: entry.name,
        expected: "a row of \(table.file.path)", actual: isKnown ? "exists" : "no such row",
        message: isKnown
          ? "" : "\(table.file.path) has no row with the id `\(entry.name)`",
        remedy: isKnown
          ? ""
          : nearest.map { "did you mean `\($0)`?" }
            ?? "write an id of the table's first column, or add the row",
        width: entry.name.unicodeScalars.count)
    }
  }

  /// The report on the table: one check for each of its rows.
  package func report() -> FileReport {
    let name = Files.name(of: table.file.path)
    var seen: [String: Int] = [:]
    let checks = table.rows.map { row in
      var check = CheckResult(
        lesson: name, file: table.file.path, position: row.position, kind: .coverage,
        status: .pass, source: row.item.isEmpty ? row.id : "\(row.id): \(row.item)",
        expected: "a lesson that covers it", width: row.id.unicodeScalars.count)
      if let line = seen[row.id] {
        check.fail(
          .duplicateID, actual: "twice",
          message: "the row `\(row.id)` stands in line \(line) already",
          remedy: "give each row an id of its own")
      } else if let found = lessons[row.id] {
        check.actual = found.joined(separator: ", ")
      } else {
        check.fail(
          .uncovered, actual: "none", message: "no lesson covers `\(row.id)`",
          remedy: "teach it, and name it under `covers` in the front matter of the lesson that does"
        )
      }
      seen[row.id] = seen[row.id] ?? row.position.line
      return check
    }
    return FileReport(.coverage, table.file, name: name, checks: checks)
  }
}

extension CheckResult {
  fileprivate mutating func fail(_ rule: Rule, actual: String, message: String, remedy: String) {
    status = .fail
    self.rule = rule
    self.actual = actual
    self.message = message
    self.remedy = remedy
  }
}
