import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct LineDifferenceTests {
  private func difference(_ old: String, _ new: String, colors: Bool = false) -> String {
    LineDifference.unified(from: old, to: new, path: "x.md", colors: colors)
  }

  @Test func equalTextsDifferInNothing() {
    #expect(difference("a\nb\n", "a\nb\n") == "")
  }

  @Test func controlCharactersAreShown() {
    let text = difference("\u{1B}[2Ja\n ::b::c\n", "\u{1B}[2Jd\n ::b::c\n")
    #expect(text.contains("-␛[2Ja\n+␛[2Jd\n") && text.contains("  ∶:b::c\n"))
  }

  @Test func whatChangedStandsBetweenTwoLines() {
    #expect(
      difference("1\n2\n3\n4\n5\n6\n", "1\n2\n3\nx\n5\n6\n") == """
        --- x.md
        +++ x.md, computed
        @@ line 2 @@
         2
         3
        -4
        +x
         5
         6

        """)
  }

  @Test func changesApartHavePlacesOfTheirOwn() {
    let text = difference("a\n1\n2\n3\n4\n5\n6\nb\n", "A\n1\n2\n3\n4\n5\n6\nB\n")
    #expect(text.contains("@@ line 1 @@\n-a\n+A\n"))
    #expect(text.contains("@@ line 6 @@\n"))
  }

  @Test(arguments: ["\r\n", "\r"])
  func linesMayEndInOtherWays(ending: String) {
    let (old, new) = (["a", "1", "b", ""], ["a", "2", "b", ""])
    #expect(
      difference(old.joined(separator: ending), new.joined(separator: ending))
        == difference(old.joined(separator: "\n"), new.joined(separator: "\n")))
  }

  @Test func coloursSayWhatCameAndWent() {
    let text = difference("a\n", "b\n", colors: true)
    #expect(text.contains("\u{1B}[31m-a\u{1B}[0m\n"))
    #expect(text.contains("\u{1B}[32m+b\u{1B}[0m\n"))
  }
}
