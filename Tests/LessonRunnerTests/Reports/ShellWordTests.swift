import Testing

@testable import LessonRunner

@Suite struct ShellWordTests {
  @Test(arguments: [
    ("lessons/a.md", "lessons/a.md"), ("my lesson.md", "'my lesson.md'"), ("-a.md", "./-a.md"),
    ("it's.md", "'it'\\''s.md'"), ("$HOME.md", "'$HOME.md'"), ("a;b", "'a;b'"), ("é.md", "'é.md'"),
    ("", "''"), ("~a", "'~a'"), ("a\nb", "'a\nb'"),
  ])
  func whatAShellWouldReadOtherwiseIsQuoted(path: String, word: String) {
    #expect(ShellWord.path(path) == word)
  }
}
