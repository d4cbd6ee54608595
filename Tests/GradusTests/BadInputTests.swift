import Foundation
import Testing

@Suite struct BadInputTests {
  /// A course whose one lesson is `a`, as bytes.
  private func course(_ bytes: [UInt8]) throws -> ScratchCourse {
    let course = try ScratchCourse(["a": ""])
    try course.write(bytes, to: "lessons/a.md")
    return course
  }

  @Test(arguments: [
    (
      Array("# A\n\ncaf".utf8) + [0xE9, 10],
      "3:4: error: the file is not UTF-8: byte 8, in line 3"
    ),
    ([], "1:1: error: the file is empty"),
    (Array(" \n\n".utf8), "1:1: error: the file is empty"),
    (
      Array("# A\n\n```swift\nlet x = 1\n".utf8),
      "3:1: error: the fence that opens here is never closed"
    ),
    (Array("---\ntitle: [A\n---\n\n# A\n".utf8), "error: the front matter can't be read"),
    (Array("---\ntitel: A\n---\n\n# A\n".utf8), "did you mean `title`?"),
    ([0xFF, 0xFE, 0x23, 0], "1:1: error: the file is not UTF-8: byte 0"),
  ])
  func aLessonThatCantBeReadAsOneIsReportedAtItsPlace(bytes: [UInt8], message: String) throws {
    let course = try course(bytes)
    let outcome = try course.gradus("verify")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains(message), "\(outcome.output)")
    #expect(outcome.output.contains("lessons/a.md:"))
    #expect(outcome.output.contains("  help: "))
    #expect(try course.gradus("build").status == 1)
    #expect(try course.bytes("lessons/a.md") == bytes)
    #expect(!course.names(in: "").contains("site"))
  }

  @Test(arguments: [
    ("", "course.yaml: the file is empty"),
    ("nonsense\n", "course.yaml:1:1: error: the course file holds text"),
    ("{]\n", "course.yaml:1:2: error: the course file can't be read"),
    ("title: A\n", "the course file has no `parts`"),
    ("title: A\nparts: 7\n", "course.yaml:2:8: error: `parts` must be a list, not text"),
    (
      "title: A\nparts:\n  - title: B\n    lessons: [a, a]\n",
      "course.yaml:4:18: error: the lesson `a` is listed twice"
    ),
    (
      "title: A\nparts:\n  - title: B\n    lessons: [a, aa]\n",
      "course.yaml:4:18: error: there is no lesson `aa`: lessons/aa.md does not exist"
    ),
    (
      "title: A\nparts:\n  - title: B\n    lessons: []\n",
      "error: lessons/a.md is in no part of the course"
    ),
    (
      "title: A\nlimits: {seconds: 0, memory: lots}\nparts:\n  - title: B\n    lessons: [a]\n",
      "course.yaml:2:30: error: `memory` must be a size, not `lots`"
    ),
  ])
  func aCourseFileThatMakesNoSenseIsReportedAtItsPlace(yaml: String, message: String) throws {
    let course = try ScratchCourse(["a": "# A\n\nText.\n"], course: yaml)
    for command in ["verify", "build"] {
      let outcome = try course.gradus(command)
      #expect(outcome.status == 1)
      #expect((outcome.output + outcome.errors).contains(message))
    }
    #expect(!course.names(in: "").contains("site"))
  }

  @Test(arguments: [
    ("titel: T\n", "1", "1", "`titel`"), ("{]\n", "1", "2", "can't be read"),
    ("", "1", "1", "empty"), ("title: T\nparts: 7\n", "2", "8", "must be a list"),
  ])
  func whatIsWrongWithACourseFileIsInEveryReport(
    yaml: String, line: String, column: String, message: String
  ) throws {
    let course = try ScratchCourse(["a": "# A\n\nText.\n"], course: yaml)
    func report(_ format: String, _ more: String...) throws -> String {
      let outcome = try Gradus.run(
        ["verify", "lessons", "--format", format] + more, in: course.folder)
      #expect(outcome.status == 1)
      #expect(outcome.errors == "")
      return outcome.output
    }
    let lines = try report("json").split(separator: "\n")
    #expect(
      lines.contains { text in
        text.contains("\"file\":\"lessons/course.yaml\",\"line\":\(line),\"column\":\(column),")
          && text.contains("\"status\":\"fail\",\"rule\":\"bad-front-matter\"")
      })
    #expect(lines.last?.hasPrefix("{\"type\":\"summary\",\"lessons\":0,") ?? false)
    let place = "file=lessons/course.yaml,line=\(line),col=\(column),title=bad-front-matter::"
    let github = try report("github")
    #expect(github.contains(place) && github.contains(message))
    let junit = try report("junit")
    #expect(junit.contains("file=\"lessons/course.yaml\"") && junit.contains(message))
    let shards = try (1...2).map { number in
      let text = try report("json", "--shard", "\(number)/2")
      try course.write(text, to: "\(number).jsonl")
      return "\(number).jsonl"
    }
    let merged = try Gradus.run(["merge"] + shards, in: course.folder)
    #expect(merged.status == 1)
    #expect(merged.output.contains("course.yaml:\(line):\(column): error: "), "\(merged)")
    let human = try course.gradus("verify")
    #expect(human.status == 1)
    if !yaml.isEmpty { #expect(human.output.contains("\n0 lessons, ") && human.errors == "") }
  }

  @Test func aFolderWithoutACourseFileIsSaidToBeNone() throws {
    let course = try ScratchCourse(["a": "# A\n"])
    try FileManager.default.removeItem(atPath: course.path("lessons/course.yaml"))
    let outcome = try course.gradus("verify")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("lessons/course.yaml: there is no such file"))
  }

  @Test func aFolderInALessonsPlaceIsReported() throws {
    let course = try ScratchCourse(["a": "# A\n"])
    try FileManager.default.removeItem(atPath: course.path("lessons/a.md"))
    try FileManager.default.createDirectory(
      atPath: course.path("lessons/a.md"), withIntermediateDirectories: false)
    let outcome = try course.gradus("verify")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("lessons/a.md:1:1: error: the file can't be read: "))
  }

  @Test func whatItsUserMayNotReadIsNamedAndNotTakenForMissing() throws {
    let course = try ScratchCourse(["a": "# A\n\nText.\n"])
    // Root may read everything, so that the command then runs as nobody.
    let wrapper =
      getuid() == 0 ? ["/usr/bin/setpriv", "--reuid", "65534", "--clear-groups"] : []
    chmod(course.folder, 0o755)
    func verify(_ operand: String) throws -> Gradus.Outcome {
      try course.gradus("verify", "--no-cache", operand, wrapper: wrapper)
    }
    guard try verify("lessons").status == 0 else { return }
    for (mode, path) in [(0o311, "lessons"), (0o000, "lessons"), (0o000, "lessons/a.md")] {
      chmod(course.path(path), mode_t(mode))
      let outcome = try verify("lessons")
      #expect(outcome.status == 1)
      #expect((outcome.output + outcome.errors).contains("can't be read: Permission denied"))
      #expect(try verify("lessons/a.md").status == 1)
      chmod(course.path(path), path.hasSuffix(".md") ? 0o644 : 0o755)
    }
  }

  @Test func lessonsOfTwoCoursesAreNotVerifiedTogether() throws {
    let course = try ScratchCourse(["a": "# A\n\nText.\n"])
    #expect(try course.gradus("new", "b", "B", "--course", "other").status == 0)
    for operands in [["lessons", "other"], ["lessons/a.md", "other/b.md"]] {
      let outcome = try Gradus.run(["verify"] + operands, in: course.folder)
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("are not of one course"))
    }
    #expect(try course.gradus("verify", "lessons/a.md", "lessons").status == 0)
  }

  @Test func aReportThatCantBeWrittenWholeIsNoSuccess() throws {
    let course = try ScratchCourse(["a": "# A\n\nText.\n"])
    let outcome = try Gradus.run(
      [Gradus.program], in: course.folder,
      wrapper: ["/bin/sh", "-c", "\"$1\" verify > /dev/full"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("standard output can't be written whole: No space left"))
  }

  @Test func aModuleThatIsNotBuiltIsNamedOnceBeforeAnythingRuns() throws {
    let yaml =
      "title: A\nlibrary: {imports: [Backprob]}\nparts:\n  - title: B\n    lessons: [a, b]\n"
    let text = lesson("let x = 1 // = 1")
    let course = try ScratchCourse(["a": text, "b": text], course: yaml)
    let outcome = try course.gradus("verify")
    #expect(outcome.status == 3)
    #expect(outcome.output == "")
    #expect(outcome.errors.hasPrefix("gradus: error: `imports` in course.yaml names `Backprob`"))
    #expect(outcome.errors.hasSuffix("  help: did you mean `Backprop`?\n"))
  }

  @Test func aLineOfFiveMillionCharactersAndNULBytesAreReadLikeOthers() throws {
    let long = "# A\n\n" + String(repeating: "word ", count: 1_000_000) + "\n"
    #expect(try course(Array(long.utf8)).gradus("verify").status == 0)
    let code = lesson("// \0\nlet x = 1 // = 2", after: "\nHere \0 too.\n")
    let outcome = try course(Array(code.utf8)).gradus("verify")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("lessons/a.md:5:16: error: `let x = 1` is not = 2"))
  }

  @Test func linksThatLeadNowhereAreFindingsWithWhatWasMeantOthersAreNotFollowed() throws {
    let course = try ScratchCourse([
      "alpha": """
      # Alpha

      [beta](beta.md) and [its part](beta.md#the-end), [this](#alpha), [data](data/x.csv).
      [gone](betta.md), [part](beta.md#the-and), [here](#alpa), [data](data/y.csv).
      ![image](data/z.png) [host](https://example.org/a.md#b), [mail](mailto:a@example.org).
      """,
      "beta": "# Beta\n\n## The end\n\nText.\n",
    ])
    try FileManager.default.createDirectory(
      atPath: course.path("lessons/data"), withIntermediateDirectories: false)
    try course.write("1\n", to: "lessons/data/x.csv")
    let outcome = try course.gradus("verify", "--format", "json")
    #expect(outcome.status == 1)
    let links = outcome.output.split(separator: "\n").filter { $0.contains("\"kind\":\"link\"") }
    let expected = [
      ("3", "1", "pass", "null"), ("3", "21", "pass", "null"), ("3", "50", "pass", "null"),
      ("3", "66", "pass", "null"), ("4", "1", "fail", "\"dead-link\""),
      ("4", "19", "fail", "\"dead-anchor\""), ("4", "44", "fail", "\"dead-anchor\""),
      ("4", "59", "fail", "\"dead-link\""), ("5", "1", "fail", "\"dead-link\""),
    ]
    #expect(links.count == expected.count)
    for (link, (line, column, status, rule)) in zip(links, expected) {
      #expect(link.contains("\"line\":\(line),\"column\":\(column),"))
      #expect(link.contains("\"status\":\"\(status)\",\"rule\":\(rule),"))
    }
    let human = try course.gradus("verify", "lessons/alpha.md").output
    for meant in ["beta.md", "beta.md#the-end", "#alpha", "data/x.csv"] {
      #expect(human.contains("did you mean `\(meant)`?"), "\(human)")
    }
  }
}
