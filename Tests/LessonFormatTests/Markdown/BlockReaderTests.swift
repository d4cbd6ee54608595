import Testing

@testable import LessonFormat

@Suite struct BlockReaderTests {
  @Test func aCodeFenceThatIsNotClosedIsMarkedSo() {
    #expect(
      outline(tree("> ```swift\n> a\n\n```\n"), ranges: true) == """
        document [1:1-4:4]
          quote [1:1-2:4]
            code block "swift" "a\\n" from 2, open [1:3-2:4]
          code block "" "" from 5, open [4:1-4:4]
        """)
  }

  @Test func blocksHaveTheirPlaces() {
    let text = """
      > - eins
      >   ```swift
      >   é
      >   ```
      >
      >       code
      >
      > zwei
      >
      > | a |
      > | - |
      > | b |

      ***
      """
    #expect(
      outline(tree(text), ranges: true) == """
        document [1:1-14:4]
          quote [1:1-12:8]
            list, loose [1:3-6:13]
              item [1:3-6:13]
                paragraph [1:5-1:9]
                  text "eins" [1:5-1:9]
                code block "swift" "é\\n" from 3 [2:5-4:8]
                code block "" "code\\n" from 6 [6:9-6:13]
            paragraph [8:3-8:7]
              text "zwei" [8:3-8:7]
            table none [10:3-12:8]
              row [10:3-10:8]
                cell [10:5-10:6]
                  text "a" [10:5-10:6]
              row [12:3-12:8]
                cell [12:5-12:6]
                  text "b" [12:5-12:6]
          rule [14:1-14:4]
        """)
  }

  @Test(arguments: [
    ("# a #", "heading 1 #a"), ("###### a b", "heading 6 #a-b"), ("a\n===", "heading 1 #a"),
    ("a\n---", "heading 2 #a"), ("# a \\#", "heading 1 #a-"), ("* * *", "rule"),
    ("####### a", "paragraph"), ("#a", "paragraph"),
  ])
  func aLineIsTheBlockThatItsMarksSay(markdown: String, block: String) {
    let node = tree(markdown).children[0]
    #expect(outline(Node(node.kind, range: node.range)) == block)
  }

  @Test func aListKnowsItsStartAndWhetherItIsTight() {
    let kinds = tree("3. a\n4. b\n\n- c\n\n- d\n").children.map(\.kind)
    #expect(
      kinds == [
        .list(Node.List(start: 3, isTight: true)), .list(Node.List(start: nil, isTight: false)),
      ])
  }

  @Test func anIndentedBlockIsCodeEvenWhenItLooksLikeAFence() {
    #expect(
      outline(tree("    ```\n    a\n")) == """
        document
          code block "" "```\\na\\n" from 1
        """)
  }
}
