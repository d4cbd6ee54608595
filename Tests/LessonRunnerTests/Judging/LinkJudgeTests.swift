import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct LinkJudgeTests {
  private func checks(_ link: String, listed: [String]? = ["x", "momentum"]) -> [CheckResult] {
    let lesson = sampleLesson("# The ravine\n\n[a](\(link))\n")
    let other = sampleLesson("## Set up\n\n<a id=\"top\"></a>\n", path: "momentum.md")
    return LinkJudge(lessons: [lesson, other], listed: listed).checks(of: lesson)
  }

  @Test(arguments: [
    "momentum.md", "./momentum.md", "momentum.md#set-up", "momentum.md#top", "#the-ravine",
    "momentum.md#",
  ])
  func whatIsThereIsReached(link: String) {
    #expect(checks(link).map(\.status) == [.pass])
  }

  @Test(arguments: ["https://a.example", "/a", "mailto:a@b.example", "//a.example"])
  func otherHostsAreNotAsked(link: String) {
    #expect(checks(link).isEmpty)
  }

  @Test(arguments: [
    (
      "momentun.md", Rule.deadLink, "no lesson of this course is `momentun.md`",
      "did you mean `momentum.md`?"
    ),
    (
      "momentum.md#set-op", .deadAnchor, "`momentum.md` has no heading with the anchor `#set-op`",
      "did you mean `momentum.md#set-up`?"
    ),
    (
      "#the-ravin", .deadAnchor, "this lesson has no heading with the anchor `#the-ravin`",
      "did you mean `#the-ravine`?"
    ),
    (
      "nowhere.csv", .deadLink, "there is no file `nowhere.csv`",
      "put the file there, or fix the link; it is read from the lesson's folder"
    ),
  ])
  func whatIsNotThereIsReportedWithTheNearest(
    link: String, rule: Rule, message: String, remedy: String
  ) {
    let checks = checks(link)
    #expect(checks.map(\.rule) == [rule])
    #expect(checks.map(\.message) == [message])
    #expect(checks.map(\.remedy) == [remedy])
  }

  @Test func figuresAreNotLinks() {
    let lesson = sampleLesson("![a](figure:loss)\n")
    #expect(LinkJudge(lessons: [lesson], listed: nil).checks(of: lesson).isEmpty)
  }
}
