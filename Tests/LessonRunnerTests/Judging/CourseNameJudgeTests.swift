import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct CourseNameJudgeTests {
  private func lesson(_ id: String, cards: [String] = [], formerly: String = "") -> Lesson {
    let text = cards.map {
      "> [!CARD] topic: a, difficulty: 1, id: \($0)\n>\n> Q?\n>\n> ---\n>\n> A.\n\n"
    }
    return sampleLesson(
      "---\nformerly: [\(formerly)]\n---\n\n# A\n\n\(text.joined())", path: id + ".md",
      id: id)
  }

  private func messages(_ lessons: [Lesson]) -> [[String]] {
    let judge = CourseNameJudge(lessons, listed: lessons.map(\.id))
    return lessons.map { judge.checks(of: $0).map(\.message) }
  }

  @Test func namesOfTheirOwnAreNotReported() {
    #expect(
      messages([lesson("a", cards: ["x", "y"], formerly: "old, older"), lesson("b", cards: ["z"])])
        == [[], []])
  }

  @Test func anIdOfACardIsUniqueInTheCourse() {
    #expect(
      messages([lesson("a", cards: ["x", "x"]), lesson("b", cards: ["x"])]) == [
        ["a card in line 7 of a.md has the id `x` already"],
        ["a card in line 7 of a.md has the id `x` already"],
      ])
  }

  @Test func aFormerStemBelongsToOneLesson() {
    #expect(
      messages([lesson("a", formerly: "a, b, index, old"), lesson("b", formerly: "old")]) == [
        [
          "`a` is what this lesson is called now", "another lesson of the course is called `b`",
          "the site has a page called `index`",
        ], ["a.md says in line 2 that it was `old`"],
      ])
  }

  @Test func caseMakesNoAddressOfItsOwn() {
    #expect(
      messages([lesson("a", formerly: "A, B, Cards, Old"), lesson("b", formerly: "old")]) == [
        [
          "`a` is what this lesson is called now", "another lesson of the course is called `b`",
          "the site has a page called `cards`",
        ], ["a.md says in line 2 that it was `old`"],
      ])
  }

  @Test func eachIsADuplicateAtItsPlace() {
    let lesson = lesson("a", formerly: "b")
    let checks = CourseNameJudge([lesson], listed: ["a", "b"]).checks(of: lesson)
    #expect(checks.map(\.rule) == [.duplicateID])
    #expect(checks.map(\.position) == [SourcePosition(line: 2, column: 12)])
  }
}
