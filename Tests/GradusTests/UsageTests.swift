import Testing

@Suite struct UsageTests {
  @Test(arguments: [
    (["verfy"], "did you mean `gradus verify`?"),
    (["verify", "--formt", "json"], "did you mean `--format`?"),
    (["verify", "--format", "xml"], "write human, json, junit or github"),
    (["verify", "--jobs", "0"], "write a number from 1 to 1024"),
    (["verify", "--out", "x"], "usage: gradus verify"),
    (["build", "--out"], "write `--out DIR`"),
    (["build", "a", "b"], "usage: gradus build"),
    (["new", "stem"], "usage: gradus new"),
    (["html", "--commonmark=yes"], "write `--commonmark` alone"),
    (["doctor", "--color", "red"], "write auto, always or never"),
    (["explain", "value-mismach"], "did you mean `value-mismatch`?"),
    ([], "gradus --help lists them"),
    (["verify", "nowhere.md"], "check the name"),
    (["build", "nowhere"], "a folder that holds a course.yaml"),
  ])
  func aCommandLineThatCantBeReadEndsWithStatus2AndSaysWhatWasMeant(words: [String], help: String)
    throws
  {
    let course = try ScratchCourse()
    let outcome = try Gradus.run(words, in: course.folder)
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(outcome.errors.hasPrefix("gradus: error: "))
    #expect(outcome.errors.contains(help))
  }

  @Test func helpNamesEveryCommandAndEachCommandsHelpItsUsage() throws {
    let course = try ScratchCourse()
    let overview = try course.gradus("--help")
    #expect(overview.status == 0)
    let commands = [
      "build", "verify", "accept", "new", "tangle", "html", "explain", "doctor", "clean",
    ]
    for command in commands {
      #expect(overview.output.contains("\n  \(command) "))
      let help = try course.gradus(command, "--help")
      #expect(help.status == 0)
      #expect(help.output.contains("usage: gradus \(command)"))
    }
  }

  @Test func theVersionIsOneLine() throws {
    let outcome = try ScratchCourse().gradus("--version")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("gradus "))
    #expect(outcome.output.split(separator: "\n").count == 1)
  }
}
