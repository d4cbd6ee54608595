import Testing

@testable import LessonFormat

private func numbers(_ text: String, allowsHTML: Bool = true) -> [ProseNumber] {
  LessonReader.read(
    SourceFile(path: "lesson.md", text: text), id: "lesson", allowsHTML: allowsHTML
  ).proseNumbers
}

@Suite struct ProseNumberTests {
  @Test(arguments: [
    ("The loss is 0.102.", ["0.102"]), ("From 0.5 to −0.25 and +1.5", ["0.5", "−0.25", "1.5"]),
    ("$L = 0.101$ and\n\n$$x = 2.5$$", ["0.101", "2.5"]), ("| a |\n|---|\n| 0.75 |", ["0.75"]),
    ("- one 1.25\n- two", ["1.25"]), ("# At 0.5", ["0.5"]),
    ("Word[^1]\n\n[^1]: It is 0.3.", ["0.3"]),
    ("*About 0.5*, **0.6**", ["0.5", "0.6"]), ("A span `0.7`", ["0.7"]), ("2.5 % of it", ["2.5"]),
    ("$10^{-1.5}$", ["-1.5"]), ("1.5e-3", ["1.5e-3"]), ("> A quote of 0.9", ["0.9"]),
    ("[link of 0.4](x.html)", ["0.4"]), ("the claim `x - 0.25 ≈ 0.5`", ["0.5"]),
    ("![at 0.5](a.png \"or 0.75\")", ["0.5", "0.75"]), ("<p>The mean is 7.95.</p>", ["7.95"]),
    ("```math\nx = 0.5\n```", ["0.5"]), ("> [!NOTE]\n> At 0.5", ["0.5"]),
  ])
  func decimalNumbersThatAReaderSeesCount(text: String, expected: [String]) {
    #expect(numbers(text).map(\.text) == expected)
  }

  @Test(arguments: [
    "release 1.2.3 of 2026.11.21", "1. first\n2. second", "[a link](page-1.5.html)",
    "<https://example.org/1.5>", "10 steps of 2", "```text\n0.5\n```", "<!-- 0.5 -->",
    "$x^n$ and $x_{12}$", "<img width=\"0.5\">", "```swift\nlet a = 0.5\n```", "Swift **6.3**",
  ])
  func namesListMarkersAddressesCodeAndWholeNumbersDoNot(text: String) {
    #expect(numbers(text).map(\.text) == [])
  }
}
