import Foundation
import Testing

@Suite struct SmallCommandsTests {
  @Test func everyRuleOfTheFormatIsListedAndExplainedWithAnExampleAndARemedy() throws {
    let course = try ScratchCourse()
    let rules = [
      "value-mismatch", "output-mismatch", "claim-mismatch", "check-text-missing", "bad-check",
      "does-not-compile", "unexpectedly-compiles", "diagnostic-mismatch", "trapped",
      "did-not-trap", "timed-out", "out-of-memory", "too-much-output", "nondeterministic",
      "starter-passes", "solution-fails", "quiz-invalid", "missing-alt",
      "dead-link", "dead-anchor", "unknown-symbol", "unknown-prerequisite", "duplicate-id",
      "bad-front-matter", "bad-info-string", "bad-formula", "unverified-number",
    ]
    let list = try course.gradus("explain")
    #expect(list.status == 0)
    let listed = list.output.split(separator: "\n").filter { !$0.hasPrefix(" ") }.map(String.init)
    #expect(listed == rules)
    for rule in rules {
      let outcome = try course.gradus("explain", rule)
      #expect(outcome.status == 0)
      #expect(outcome.output.hasPrefix("\(rule)\n\n"))
      #expect(outcome.output.contains("\nFor example:\n\n    "))
      #expect(outcome.output.split(separator: "\n\n").count >= 4, "\(rule) has a remedy")
    }
  }

  @Test func theTangledProgramIsTheLessonsCodeWithoutAnyRecording() throws {
    let course = try ScratchCourse([
      "a": "# A\n\n```swift\nlet x = 1 // = 1\n```\n\n```swift skip=\"why\"\nnever()\n```\n\n"
        + "```swift hidden\nprint(x)\n```\n"
    ])
    let outcome = try course.gradus("tangle", "lessons/a.md")
    #expect(outcome.status == 0)
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines.prefix(2) == ["import Backprop", "import Figures"])
    #expect(lines.contains("let x = 1 // = 1"))
    #expect(lines.contains("print(x)"))
    #expect(!lines.contains("never()"))
    #expect(!outcome.output.contains("LessonKit"))
  }

  @Test func aFileThatCantBeReadAsALessonIsNotTangledInSilence() throws {
    let course = try ScratchCourse()
    try course.write([0x23, 0x20, 0xFF], to: "lessons/a.md")
    let outcome = try course.gradus("tangle", "lessons/a.md")
    #expect(outcome.status == 1 && outcome.output == "")
    #expect(outcome.errors.contains("lessons/a.md can't be read as it is; see: gradus verify"))
  }

  @Test func htmlRendersStandardInputWithTheAdditionsOrAsCommonMarkAlone() throws {
    let course = try ScratchCourse()
    let text = Array("| a |\n|---|\n| b |\n".utf8)
    let plain = try course.gradus("html", "--commonmark", input: text)
    #expect(plain.status == 0)
    #expect(plain.output == "<p>| a |\n|---|\n| b |</p>\n")
    #expect(try course.gradus("html", input: text).output.hasPrefix("<table>"))
    #expect(try course.gradus("html", "--commonmark").output == "")
  }

  @Test func htmlSaysWhichByteIsNoUTF8() throws {
    let course = try ScratchCourse()
    let outcome = try course.gradus("html", input: Array("# A\n\ncaf".utf8) + [0xE9, 10])
    #expect(outcome.status == 1)
    #expect(outcome.output == "")
    #expect(
      outcome.errors.contains(
        "standard input: the file is not UTF-8: byte 8, in line 3, is part of no character"))
  }

  @Test(arguments: [
    "title: C\nparts:\n  - title: One\n    lessons: [a]\n",
    "title: C\nparts:\n  - title: One\n    lessons:\n      - a\n",
    "title: C\nparts:\n  - title: One\n    lessons:\n      - a # the first\n  # the end\n",
    "title: C\r\nparts:\r\n  - title: One\r\n    lessons: [a]\r\n",
    "title: C\r\nparts:\r\n  - title: One\r\n    lessons:\r\n      - a\r\n",
    "title: C\nparts:\n  - title: One\n    lessons: [a] # in [this] order\n",
    "title: C\nparts:\n  - title: One\n    lessons: [\n      a\n    ]\n",
  ])
  func aNewLessonIsAddedToTheCourseWhichThenHolds(yaml: String) throws {
    let course = try ScratchCourse(["a": "# A\n\nText.\n"], course: yaml)
    let outcome = try course.gradus("new", "saddle-points", "Saddle: \"points\"")
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    let verified = try course.gradus("verify")
    #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
    #expect(verified.output.hasPrefix("2 lessons, "))
    // Nothing but the new name came into the course file.
    let before = yaml.utf8.count { $0 == 13 }
    let added = try course.text("lessons/course.yaml").utf8.count { $0 == 13 } - before
    #expect(added == (before > 0 && yaml.contains("- a") ? 1 : 0))
  }

  @Test func aFirstLessonStartsACourse() throws {
    let course = try ScratchCourse()
    let outcome = try course.gradus("new", "first", "First", "--course", "mine")
    #expect(outcome.status == 0)
    #expect(try course.gradus("verify", "mine").status == 0)
  }

  @Test func namesThatCantBeAddressesAndFilesThatExistAreRefusedAndNothingIsWritten() throws {
    let course = try ScratchCourse(["a": "# A\n\nText.\n"])
    let before = try course.contents(of: "lessons")
    for stem in ["Saddle", "a b", "../up", "-x", "a.md", "é", ""] {
      let words = ["new", "--", stem, "Title"]
      let outcome = try Gradus.run(words, in: course.folder)
      #expect(outcome.status == 2, "\(stem)")
      #expect(outcome.errors.contains("lower-case letters, digits and hyphens"))
    }
    let existing = try course.gradus("new", "a", "A")
    #expect(existing.status == 1)
    #expect(existing.errors.contains("lessons/a.md exists already"))
    #expect(try course.contents(of: "lessons") == before)
  }

  @Test func cleanDropsTheCacheAndNothingElse() throws {
    let course = try ScratchCourse(["a": lesson("let x = 1 // = 1")])
    #expect(try course.gradus("verify").status == 0)
    #expect(course.names(in: "") == [".gradus", "lessons"])
    #expect(try course.gradus("clean").status == 0)
    #expect(course.names(in: "") == ["lessons"])
    #expect(try course.gradus("clean").status == 0)
  }
}
