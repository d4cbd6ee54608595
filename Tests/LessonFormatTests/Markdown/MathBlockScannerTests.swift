import Testing

@testable import LessonFormat

@Suite struct MathBlockScannerTests {
  @Test func linesThatLookLikeMarkdownAreInertInABlock() {
    let text = """
      Before
      $$
      x = 1
      = 2
      - 3
      + 4
      > 5
      # 6
      1. 7
      ---
      $$
      after
      """
    #expect(
      outline(tree(text)) == """
        document
          paragraph
            text "Before"
          math block "x = 1\\n= 2\\n- 3\\n+ 4\\n> 5\\n# 6\\n1. 7\\n---\\n"
          paragraph
            text "after"
        """)
  }

  @Test func blocksStandInQuotesAndListsToo() {
    let text = """
      > a
      >
      > $$
      > x
      > - y
      > $$
      >
      > b

      1. c

         $$
         z
         = 1
         $$
      2. $$ w $$
      """
    #expect(
      outline(tree(text)) == """
        document
          quote
            paragraph
              text "a"
            math block "x\\n- y\\n"
            paragraph
              text "b"
          list from 1, loose
            item
              paragraph
                text "c"
              math block "z\\n= 1\\n"
            item
              math block " w \\n"
        """)
  }

  @Test func whatIsNotClosedBeforeABlankLineIsText() {
    #expect(
      outline(tree("$$\nx\n\n- y\n$$\n")) == """
        document
          paragraph
            text "$$"
            soft break
            text "x"
          list
            item
              paragraph
                text "y"
                soft break
                text "$$"
        """)
  }

  @Test func dollarsInCodeBlocksOpenNoMath() {
    let text = "```\n$$\n```\n\n- a\n\n      $$\n\n<div>\n$$\n</div>\n\n- b\n$$\n"
    #expect(!outline(tree(text)).contains("math"))
  }
}
