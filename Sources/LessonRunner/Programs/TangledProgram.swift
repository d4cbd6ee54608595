import LessonFormat

extension LessonProgram {
  /// The lesson's code as a reader would put it into one file, without any recording.
  public static func tangled(_ lesson: Lesson, imports: [String]) -> String {
    var lines = imports.map { "import \($0)" }
    for block in lesson.blocks {
      let place = place(of: block, in: lesson)
      switch block.execution {
      case .run: lines += ["", "// \(place)", String(block.code.dropLast())]
      case .skip(let reason):
        lines += ["", "// \(place): skipped, \(reason)", commented(block.code)]
      case .fails: lines += ["", "// \(place): must not compile", commented(block.code)]
      case .traps: lines += ["", "// \(place): must trap", commented(block.code)]
      case .starter(let id):
        lines += ["", "// \(place): the starter of exercise \(id)", commented(block.code)]
        for exercise in lesson.exercises where exercise.starter == block.index {
          for solution in exercise.solutions {
            lines += tangled(lesson.blocks[solution], lesson.blocks[exercise.check], in: lesson)
          }
        }
      // They stand behind the starter, from whose place they run.
      case .solution, .check: break
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A solution and the checks in a scope of their own; as comments when no scope can hold them.
  private static func tangled(
    _ solution: CodeBlock, _ check: CodeBlock, in lesson: Lesson
  ) -> [String] {
    let places = [solution, check].map { "// \(place(of: $0, in: lesson)): " }
    guard [solution, check].allSatisfy({ $0.scopeRequirement == .inScope }) else {
      return [
        "", places[0] + "a solution, which needs a file of its own", commented(solution.code),
        places[1] + "its checks", commented(check.code),
      ]
    }
    let scope = places[0] + "a solution\n" + solution.code + places[1] + "its checks\n" + check.code
    return ["", "do {", indented(scope.dropLast()), "}"]
  }

  private static func place(of block: CodeBlock, in lesson: Lesson) -> String {
    "\(lesson.file.path):\(block.firstLine)"
  }

  private static func indented(_ code: Substring) -> String {
    code.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "  \($0)" }.joined(separator: "\n")
  }

  private static func commented(_ code: String) -> String {
    code.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .map { $0.isEmpty ? "//" : "// \($0)" }.joined(separator: "\n")
  }
}
