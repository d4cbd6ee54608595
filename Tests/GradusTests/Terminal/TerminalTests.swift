import Testing

@Suite struct TerminalTests {
  @Test func whatIsNoReportGoesToStandardErrorAndQuietLeavesOutWhatIsNoProblem() throws {
    let course = try ScratchCourse([
      "a": lesson("2 + 2 // = 5\nprint(1)\nlet x = 0.5", after: "It is 0.7.")
    ])
    let loud = try course.gradus("verify", "--verbose")
    #expect(loud.errors.contains("ran a (1 of 1)\n"))
    #expect(loud.output.contains("1 lesson, "))
    let quiet = try course.gradus("verify", "--quiet", "--no-cache")
    #expect(quiet.errors == "")
    #expect(quiet.output.contains("lessons/a.md:4:") && !quiet.output.contains("1 lesson, "))
  }

  @Test func coloursAreForTerminalsUnlessTheyAreAskedFor() throws {
    let course = try ScratchCourse(["a": lesson("2 + 2 // = 5")])
    #expect(try !course.gradus("verify").output.contains("\u{1B}["))
    #expect(try course.gradus("verify", "--color", "always").output.contains("\u{1B}["))
  }

  /// On a terminal, which `script` pretends to be.
  @Test(arguments: [("dumb", false), ("xterm", true)])
  func aTerminalThatKnowsNoEscapesGetsNone(term: String, hasEscapes: Bool) throws {
    let course = try ScratchCourse(["a": lesson("2 + 2 // = 5")])
    let outcome = try Gradus.run(
      ["verify"], in: course.folder, environment: ["TERM": term],
      wrapper: ["/bin/sh", "-c", "exec script -qec \"$*\" /dev/null", "sh"])
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("1 failed"))
    #expect(outcome.output.contains("\u{1B}") == hasEscapes)
  }

  @Test func whatALessonSaysIsNoCommandForATerminalOrALog() throws {
    let code = "fatalError(\"a\\r\\n::error::b\\u{1B}[2J\\u{202E}##[group]c\")"
    let course = try ScratchCourse(["a": lesson(code)])
    for format in ["human", "github", "junit"] {
      let output = try course.gradus("verify", "--format", format).output
      #expect(output.contains("␛[2J") && output.contains("␦"), "\(format)")
      for line in output.split(whereSeparator: \.isNewline) {
        let isOurs = format == "github" && line.hasPrefix("::error file=")
        #expect(isOurs || !line.drop(while: \.isWhitespace).hasPrefix("::"), "\(format)")
        #expect(isOurs || !line.contains("##["), "\(format)")
      }
    }
  }
}
