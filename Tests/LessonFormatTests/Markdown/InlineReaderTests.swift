import Testing

@testable import LessonFormat

@Suite struct InlineReaderTests {
  @Test(arguments: [
    ("a\nb", "text \"a\" / soft break / text \"b\""),
    ("a  \nb\\\nc", "text \"a\" / line break / text \"b\" / line break / text \"c\""),
    ("``a`b``", "code 2 \"a`b\""), ("` `` `", "code 1 \"``\""), ("\\*a\\*", "text \"*a*\""),
    ("&amp;&lt;", "text \"&<\""), ("<a@b.example>", "link mailto:a@b.example \"\""),
    ("[a](<b\nc>)", "text \"[a](\" / html \"<b\\nc>\" / text \")\""),
    ("![a](b 'c')", "image b \"c\""),
    ("~a~ ~~b~~ ~~~c~~~", "strikethrough / text \" \" / strikethrough / text \" ~~~c~~~\""),
    ("**a*", "text \"*\" / emphasis"),
  ])
  func inlinesAreThoseOfCommonMarkAndGitHub(markdown: String, expected: String) {
    #expect(described(inlines(markdown)) == expected)
  }

  @Test func theContentIsMaskedByteForByte() {
    var content = InlineContent()
    content.append(bytes("a $x$\nb")[...], line: 0, byte: 0)
    let span = OpaqueSpan(range: 2..<5, kind: .math("x", display: false))
    let masked = InlineReader.mask(content, spans: [span])
    #expect(masked.count == content.bytes.count)
    #expect(masked == bytes("a \u{1A}\u{1A}\u{1A}\u{0C}b"))
  }
}
