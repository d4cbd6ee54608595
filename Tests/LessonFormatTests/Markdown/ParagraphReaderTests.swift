import LessonFormat
import Testing

@Suite struct ParagraphReaderTests {
  @Test(arguments: Node.Alert.allCases)
  func everyMarkerMakesAnAlert(alert: Node.Alert) {
    let name = alert.rawValue.uppercased()
    #expect(
      outline(tree("> [!\(name)]\n> text\n"), ranges: true) == """
        document [1:1-2:7]
          alert \(alert.rawValue) [1:1-2:7]
            paragraph [2:3-2:7]
              text "text" [2:3-2:7]
        """)
  }

  @Test func theMarkerMayStandInAParagraphOfItsOwn() {
    #expect(
      outline(tree("> [!note]\n>\n> - a\n>\n> b\n")) == """
        document
          alert note
            list
              item
                paragraph
                  text "a"
            paragraph
              text "b"
        """)
  }

  @Test func aCardHasItsTopicOnTheFirstLine() {
    #expect(
      outline(tree("> [!CARD] topic: momentum difficulty: 2\n> Question\n> \n> ---\n> Answer\n"))
        == """
        document
          alert card
            paragraph
              text "Question"
            rule
            paragraph
              text "Answer"
        """)
  }

  @Test func inACardARuleMayStandRightBelowTheQuestion() {
    #expect(
      outline(tree("> [!CARD] topic: a\n> What\n> now?\n>  ---\n> Answer\n> ---\n"), ranges: true)
        == """
        document [1:1-6:6]
          alert card [1:1-6:6]
            paragraph [2:3-3:7]
              text "What" [2:3-2:7]
              soft break [2:7-2:7]
              text "now?" [3:3-3:7]
            rule [4:4-4:7]
            heading 2 #answer [5:3-6:6]
              text "Answer" [5:3-5:9]
        """)
    #expect(outline(tree("> [!NOTE]\n> What\n> ---\n")).contains("heading"))
  }

  @Test(arguments: [
    "> [!NOTE]\n", "> [!NOTE] text\n> more\n", "> [!OTHER]\n> text\n", "[!NOTE]\ntext\n",
    "> a\n> [!NOTE]\n",
  ])
  func otherQuotesStayQuotes(markdown: String) {
    #expect(!outline(tree(markdown)).contains("alert"))
  }

  @Test func aTableEndsAtAHeadingsUnderline() {
    #expect(
      outline(tree("before\n| a |\n| - |\n| b | c |\n---\n")) == """
        document
          paragraph
            text "before"
          table none
            row
              cell
                text "a"
            row
              cell
                text "b"
          rule
        """)
  }

  @Test func shortRowsAreFilledUp() {
    let rows = tree("| a | b |\n|:-|-:|\n| c |\n").children[0].children
    #expect(rows.map(\.children.count) == [2, 2])
    #expect(rows[1].plainText == "c")
  }

  @Test(arguments: [
    ("- [ ] a", false), ("- [x] a", true), ("- [X]   a", true), ("1. [ ] a", false),
    ("- [] a", nil), ("- [y] a", nil), ("- [x]a", nil), ("- a [x]", nil),
  ])
  func aBoxMakesATask(markdown: String, isTicked: Bool?) {
    let item = tree(markdown).children[0].children[0]
    #expect(item.kind == .item(task: isTicked))
    if isTicked != nil { #expect(item.plainText == "a") }
  }
}
