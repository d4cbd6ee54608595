import LessonFormat
import Testing

@Suite struct AlertTests {
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

  @Test(arguments: [
    "> [!NOTE]\n", "> [!NOTE] text\n> more\n", "> [!OTHER]\n> text\n", "[!NOTE]\ntext\n",
    "> a\n> [!NOTE]\n",
  ])
  func otherQuotesStayQuotes(markdown: String) {
    #expect(!outline(tree(markdown)).contains("alert"))
  }
}
