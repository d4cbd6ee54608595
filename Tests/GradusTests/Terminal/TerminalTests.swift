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
}
