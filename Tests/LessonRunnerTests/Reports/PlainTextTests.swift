import Testing

@testable import LessonRunner

@Suite struct PlainTextTests {
  @Test(arguments: [
    ("a\tb\nc", "a\tb\nc"), ("\u{1B}[31ma\r\n", "␛[31ma␍\n"), ("a\u{202E}b\u{85}", "a␦b␦"),
  ])
  func controlCharactersAreShown(text: String, shown: String) {
    #expect(PlainText.shown(text) == shown)
  }

  @Test(arguments: [
    "::error::a", "a\n::stop-commands::b", "a\r\n  ::set-env name=a::b",
    "a\n\u{3000}\t::add-mask::a",
    "::", "\n\n::a",
  ])
  func noLineStartsACommandOfGitHubs(text: String) {
    for line in PlainText.shown(text).split(whereSeparator: \.isNewline) {
      #expect(!line.drop(while: \.isWhitespace).hasPrefix("::"))
    }
  }

  @Test(arguments: [
    ("##[error]a", "#♯[error]a"), ("a ##vso[task.complete]", "a #♯vso[task.complete]"),
    ("##teamcity[a", "#♯teamcity[a"), ("###[a]", "##♯[a]"), ("##[##[", "#♯[#♯["),
  ])
  func noCommandStandsWithinALine(text: String, shown: String) {
    #expect(PlainText.shown(text) == shown)
  }

  @Test(arguments: ["a::b", "std::vector", "## A", "##", "a ## b[0]", "#[a]", "# #[a]", ":a"])
  func otherTextStaysAsItIs(text: String) {
    #expect(PlainText.shown(text) == text)
  }
}
