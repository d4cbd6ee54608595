import Foundation
import Testing

@Suite struct NewCommandTests {
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
    #expect(verified.output.contains("2 lessons, "))
    // Nothing but the new name came into the course file.
    let before = yaml.utf8.count { $0 == 13 }
    let added = try course.text("lessons/course.yaml").utf8.count { $0 == 13 } - before
    #expect(added == (before > 0 && yaml.contains("- a") ? 1 : 0))
  }

  @Test func aFirstLessonStartsACourse() throws {
    let course = try ScratchCourse()
    let outcome = try course.gradus("new", "first", "First", "--course", "mine")
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("`mine` is a new course beside `lessons`"))
    #expect(try course.gradus("verify", "mine").status == 0)
  }

  @Test func insideACourseTheLessonIsAddedToIt() throws {
    let course = try ScratchCourse(["a": "# A\n\nText.\n"])
    let outcome = try Gradus.run(["new", "mean", "The mean"], in: course.path("lessons"))
    #expect(outcome.status == 0)
    #expect(outcome.output == "wrote ./mean.md and added it to ./course.yaml\n")
    #expect(outcome.errors == "")
    #expect(course.names(in: "lessons") == ["a.md", "course.yaml", "mean.md"])
    #expect(try course.text("lessons/course.yaml").contains("[a, mean]"))
  }

  @Test(arguments: ["b.md", "course.yaml"])
  func nothingIsWrittenThroughALinkToWhatDoesNotExist(name: String) throws {
    let course = try ScratchCourse(["a": "# A\n\nText.\n"])
    try? FileManager.default.removeItem(atPath: course.path("lessons/\(name)"))
    try FileManager.default.createSymbolicLink(
      atPath: course.path("lessons/\(name)"), withDestinationPath: "../outside")
    let outcome = try course.gradus("new", "b", "B")
    #expect(outcome.status == 1)
    let message = "lessons/\(name) is a link to ../outside, which does not exist"
    #expect(outcome.errors.contains(message))
    #expect(course.names(in: "") == ["lessons"])
    #expect(course.names(in: "lessons") == Set(["a.md", "course.yaml", name]).sorted())
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
}
