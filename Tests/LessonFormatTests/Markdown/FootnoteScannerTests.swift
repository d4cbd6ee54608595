import LessonFormat
import Testing

@Suite struct FootnoteScannerTests {
  @Test func referencesToNothingAndThoseInCodeAreText() {
    #expect(
      outline(tree("a[^x] `[^1]` \\[^1]\n\n[^1]: b\n")) == """
        document
          paragraph
            text "a[^x] "
            code 1 "[^1]"
            text " [^1]"
        """)
  }

  @Test func footnotesSeeTheLinkDefinitionsOfTheDocument() {
    #expect(
      outline(tree("a[^1] [y]\n\n[^1]: [x]\n\n    [y]: /v\n\n[x]: /u\n")).contains(
        "link /u \"\"\n        text \"x\""))
    #expect(outline(tree("a[^1] [y]\n\n[^1]: b\n\n    [y]: /v\n")).contains("link /v"))
  }

  @Test func definitionsInCodeAreNone() {
    #expect(
      outline(tree("a[^1]\n\n```\n[^1]: b\n```\n")) == """
        document
          paragraph
            text "a[^1]"
          code block "" "[^1]: b\\n" from 4
        """)
  }
}
