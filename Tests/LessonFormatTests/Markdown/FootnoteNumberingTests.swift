import Testing

@testable import LessonFormat

@Suite struct FootnoteNumberingTests {
  @Test func footnotesAreNumberedByTheirFirstReference() {
    let text = """
      One[^b], two[^a] and again[^B].

      [^a]: First
      [^b]: Second *x*
      lazy

          more

      After[^c]

      [^c]: https://a.example/
      [^unused]: never
      """
    #expect(
      outline(tree(text), ranges: true) == """
        document [1:1-12:17]
          paragraph [1:1-1:32]
            text "One" [1:1-1:4]
            reference 1 b (1) [1:4-1:8]
            text ", two" [1:8-1:13]
            reference 2 a (1) [1:13-1:17]
            text " and again" [1:17-1:27]
            reference 1 b (2) [1:27-1:31]
            text "." [1:31-1:32]
          paragraph [9:1-9:10]
            text "After" [9:1-9:6]
            reference 3 c (1) [9:6-9:10]
          footnote 1 b [4:1-7:9]
            paragraph [4:7-5:5]
              text "Second " [4:7-4:14]
              emphasis [4:14-4:17]
                text "x" [4:15-4:16]
              soft break [4:17-4:17]
              text "lazy" [5:1-5:5]
            paragraph [7:5-7:9]
              text "more" [7:5-7:9]
          footnote 2 a [3:1-3:12]
            paragraph [3:7-3:12]
              text "First" [3:7-3:12]
          footnote 3 c [11:1-11:25]
            paragraph [11:7-11:25]
              link https://a.example/ "" [11:7-11:25]
                text "https://a.example/" [11:7-11:25]
        """)
  }

  @Test func aFootnoteMayReferToAnother() {
    #expect(
      outline(tree("a[^1]\n\n[^2]: c\n[^1]: b[^2] [^1]\n")) == """
        document
          paragraph
            text "a"
            reference 1 1 (1)
          footnote 1 1
            paragraph
              text "b"
              reference 2 2 (1)
              text " "
              reference 1 1 (2)
          footnote 2 2
            paragraph
              text "c"
        """)
  }
}
