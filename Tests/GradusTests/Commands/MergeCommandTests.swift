import Foundation
import Testing

/// Verifying a course in parts, and joining the parts' reports.
@Suite struct MergeCommandTests {
  private static let lessons = [
    "a": "# A\n\n## The end\n\n" + String(repeating: "Text. ", count: 200) + "\n",
    "b": lesson("let x = 1 // = 1", after: "\n[the end](a.md#the-end)\n"),
    "c": lesson("let x = 1 // = 2", after: "\n[nowhere](a.md#the-and)\n"),
    "d": lesson("print(1.5)\nlet x = [0.25] // ≈ [0.25]"),
    "e": lesson("let text = \"“é\\\\\\t\" // = “é\\\t"),
  ]

  /// The report of each of `count` shards, each written with a cache of its own.
  private func reports(_ course: ScratchCourse, _ count: Int, _ words: String...) throws -> [String]
  {
    try (1...count).map { number in
      let outcome = try Gradus.run(
        ["verify", "--shard", "\(number)/\(count)", "--format", "json"] + words, in: course.folder,
        environment: ["GRADUS_CACHE": course.path("cache-\(number)")])
      let name = "report-\(number)-of-\(count).jsonl"
      try course.write(outcome.output, to: name)
      return name
    }
  }

  private func merge(_ course: ScratchCourse, _ words: [String]) throws -> Gradus.Outcome {
    try Gradus.run(["merge"] + words, in: course.folder)
  }

  private func untimed(_ text: String) -> String {
    text.replacing(/"seconds":.*|in [0-9.]+ s/, with: "")
      .replacing(/time="[0-9.]+"/, with: "")
  }

  @Test func eachLessonIsInOneShardAndTheJoinedReportIsThatOfTheWhole() throws {
    let course = try ScratchCourse(Self.lessons)
    try course.write(
      try course.text("lessons/course.yaml") + "coverage: rows.md\n", to: "lessons/course.yaml")
    try course.write("| id |\n|---|\n| R1 |\n| R2 |\n", to: "lessons/rows.md")
    try course.write(
      "---\ncovers: [R1, R3]\n---\n\n\(Self.lessons["b"]!)", to: "lessons/b.md")
    for count in [1, 3, 7] {
      let reports = try reports(course, count)
      let lessons = try reports.flatMap { name in
        Set(try course.text(name).matches(of: /"lesson":"(\w+)"/).map { String($0.1) })
      }
      #expect(lessons.sorted() == ["a", "b", "c", "d", "e"])
      for format in ["json", "human", "junit", "github"] {
        let whole = try course.gradus("verify", "--format", format)
        let merged = try merge(course, reports.reversed() + ["--format", format])
        #expect(merged.status == 1 && whole.status == 1)
        #expect(untimed(merged.output) == untimed(whole.output), "\(format) of \(count)")
      }
    }
  }

  @Test func aReportOfAnEarlierRunSplitsByWhatWasMeasuredTheSameEverywhere() throws {
    let course = try ScratchCourse(Self.lessons)
    // The longest text takes no time, and the shortest takes most.
    try course.write(
      #"{"type":"summary","times":{"lessons/a.md":0.01,"lessons/b.md":9,"lessons/c.md":1,"#
        + #""lessons/d.md":1,"lessons/e.md":1}}"# + "\n", to: "times.jsonl")
    let reports = try reports(course, 2, "--times", "times.jsonl")
    let texts = try reports.map { try course.text($0) }
    #expect(texts[0].contains("\"lesson\":\"b\"") && !texts[0].contains("\"lesson\":\"c\""))
    #expect(texts[1].contains("\"lesson\":\"d\"") && texts[1].contains("\"lesson\":\"a\""))
    let merged = try merge(course, reports + ["--format", "json"])
    #expect(merged.output.contains(#""times":{"lessons/a.md":"#))
    try course.write(merged.output, to: "merged.jsonl")
    #expect(try course.gradus("verify", "--shard", "1/2", "--times", "merged.jsonl").status < 2)
    #expect(try course.gradus("verify", "--shard", "1/2", "--times", "none.jsonl").status == 1)
    #expect(try course.gradus("verify", "--times", "merged.jsonl").status == 2)
  }

  @Test func reportsThatDoNotMakeAWholeAreRefusedWithWhatIsWrong() throws {
    let course = try ScratchCourse(Self.lessons)
    let three = try reports(course, 3)
    let two = try reports(course, 2)
    try course.write(try course.gradus("verify", "--format", "json").output, to: "whole.jsonl")
    let text = try course.text(three[0])
    try course.write(
      text.split(separator: "\n").dropLast().joined(separator: "\n"), to: "cut.jsonl")
    try course.write(text.replacing("\"column\":1", with: "\"column\":"), to: "broken.jsonl")
    try course.write(
      text.split(separator: "\n").dropFirst().joined(separator: "\n"), to: "less.jsonl")
    try course.write("{\"type\":\"other\"}\n", to: "other.jsonl")
    let timed = "{\"type\":\"summary\",\"times\":{\"lessons/a.md\":0.1,\"lessons/e.md\":100}}\n"
    try course.write(timed, to: "times.jsonl")
    let otherwise = try course.gradus(
      "verify", "--shard", "1/2", "--times", "times.jsonl", "--format", "json")
    try course.write(otherwise.output, to: "otherwise.jsonl")
    try course.write(Self.lessons["a"]! + "More.\n", to: "lessons/a.md")
    try course.write(
      try course.gradus("verify", "--shard", "3/3", "--format", "json").output, to: "later.jsonl")
    for (words, message) in [
      ([three[0], three[2]], "shard 2/3 is missing"),
      ([three[1]], "shards 1/3, 3/3 are missing"),
      (three + [three[1]], "are both shard 2/3"),
      ([three[0], two[1]], "is shard 1/3, and report-2-of-2.jsonl is shard 2/2"),
      ([three[0], three[1], "later.jsonl"], "are not of the same lessons"),
      (["whole.jsonl"], "whole.jsonl: this is the report of a whole"),
      (["cut.jsonl"], "the report has no summary at its end"),
      (["broken.jsonl"], "broken.jsonl:1:"),
      (["less.jsonl"], "the summary counts other checks"),
      (["other.jsonl"], "other.jsonl:1: this is not a line of a report"),
      (["otherwise.jsonl", two[1]], "--times"),
      (["none.jsonl"], "can't read none.jsonl"),
    ] {
      let outcome = try merge(course, words)
      #expect(outcome.status == 1 && outcome.output == "", "\(message)")
      #expect(outcome.errors.contains(message), "\(outcome.errors)")
    }
    for shard in ["0/3", "4/3", "1", "1/", "a/b", "-1/2"] {
      #expect(try course.gradus("verify", "--shard=\(shard)").status == 2, "\(shard)")
    }
  }
}
