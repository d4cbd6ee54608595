import Testing

@testable import LessonFormat

@Suite struct MarkdownLineTests {
  @Test func aLineIsItsInlines() {
    #expect(
      described(MarkdownLine.nodes("The *chain* rule"))
        == "text \"The \" / emphasis / text \" rule\"")
    #expect(MarkdownLine.plainText("`a` and **b**") == "a and b")
  }

  @Test func aLineOfAProgramsHasNoHTMLNoLinkAndNoImage() {
    let line =
      "*a* `b` $c$ <kbd>d</kbd><!-- e --> [f **g**](javascript:h) ![i](http://j/k.png) <l@m.n> **[o](p)**"
    let nodes = MarkdownLine.nodes(line, isComputed: true)
    var kinds: [Node.Kind] = []
    for node in nodes { node.visit { kinds.append($0.kind) } }
    for kind in kinds {
      switch kind {
      case .text, .emphasis, .strong, .code, .math: break
      default: Issue.record("\(kind)")
      }
    }
    #expect(kinds.contains(.emphasis) && kinds.contains(.strong))
    #expect(
      nodes.map(\.plainText).joined() == "a b c <kbd>d</kbd><!-- e --> f g i l@m.n o")
  }

  @Test(arguments: ["# a", "a\n\nb", "- a"])
  func moreThanAParagraphStandsAsItIsWritten(text: String) {
    #expect(MarkdownLine.nodes(text).map(\.kind) == [.text(text)])
    #expect(MarkdownLine.plainText(text) == text)
  }
}
