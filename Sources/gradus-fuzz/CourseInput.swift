import FileSystem
import LessonFormat

/// YAML: the front matter of a lesson, and the file of a course.
struct CourseInput {
  let bytes: [UInt8]
  let scratch: String

  func runFrontMatter() throws {
    guard let file = try? SourceFile.decode(bytes, path: "a.md") else { return }
    let read = FrontMatter.read(from: file)
    try expect(
      read.frontMatter.lineCount >= 0 && read.frontMatter.lineCount <= file.lines.count,
      "the front matter takes \(read.frontMatter.lineCount) lines")
    let lesson = LessonReader.read(file, id: "a", lessons: ["a"])
    try check(lesson.findings, in: file)
  }

  func runCourse() throws {
    let folder = scratch + "/course"
    try Files.createFolder(folder)
    try Files.write(bytes, to: folder + "/course.yaml")
    do throws(CourseError) {
      let course = try Course.load(folder)
      try? Files.write(bytes, to: folder + "/course.yaml")
      for finding in course.findings { _ = finding.message }
      _ = UInt64(course.limits.memory)
    } catch {
      if case .invalid(let file, let findings) = error { _ = (file, findings) }
    }
    if let file = try? SourceFile.decode(bytes, path: "course.yaml") {
      _ = Course.listing("new", in: file)
    }
  }

  private func check(_ findings: [FormatFinding], in file: SourceFile) throws {
    for finding in findings {
      let position = finding.position
      try expect(
        position.line >= 1 && position.line <= max(1, file.lines.count) + 1
          && position.column >= 1, "`\(finding.message)` is at \(position)")
    }
  }
}
