import Testing

@testable import LessonFormat

@Suite struct ReservedNamesTests {
  private func findings(_ text: String) -> [String] {
    LessonReader.read(SourceFile(path: "a.md", text: text), id: "a").findings.map {
      "\($0.position.line):\($0.position.column) \($0.rule.rawValue)"
    }
  }

  @Test(arguments: [
    ("LessonKit.LessonRecorder.check(1, 0, 5)", ["2:1", "2:11"]), ("LessonRecorder.end()", ["2:1"]),
    ("enum LessonKit {}", ["2:6"]), ("let `LessonKit` = 1", ["2:5"]), ("import LessonKit", ["2:8"]),
    ("print(\"\\(LessonRecorder.self)\")", ["2:10"]),
    ("@_silgen_name(\"$s9LessonKit14LessonRecorderO3endyyFZ\")\nfunc end()", ["2:16"]),
    ("// LessonKit\nlet lessonKit = \"LessonKit\"", []), ("struct Recorder {}", []),
    ("print(\"LessonRecorder\")", []),
  ])
  func codeThatNamesWhatRecordsIsReported(code: String, places: [String]) {
    #expect(findings("```swift\n\(code)\n```\n") == places.map { "\($0) bad-check" })
  }

  @Test func codeThatIsNotCompiledMayShowTheNames() {
    #expect(findings("```swift skip=\"shown\"\nLessonKit.show(a)\n```\n") == [])
  }

  @Test func aClaimThatNamesThemIsReported() {
    #expect(findings("A `LessonRecorder.self ≈ 1` b.\n") == ["1:4 bad-check"])
  }
}
