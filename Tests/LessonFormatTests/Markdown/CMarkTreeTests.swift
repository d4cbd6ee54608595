import Testing

@testable import LessonFormat

@Suite struct CMarkTreeTests {
  @Test func nodesAreReadWithTheirPlaces() throws {
    let tree = CMarkTree(parsing: bytes("3) a\n\n```swift\nb\n```\n\n## c\n"))
    let blocks = Array(tree.root.children)
    #expect(blocks.count == 3)
    #expect(blocks[0].list == Node.List(start: 3, isTight: true))
    #expect(blocks[1].info == "swift")
    #expect(blocks[1].literal == "b\n")
    #expect(blocks[1].startLine == 2)
    #expect(blocks[2].headingLevel == 2)
    #expect(blocks[2].firstChild?.startByte == 3)
  }

  @Test func linksHaveDestinationAndTitle() throws {
    let tree = CMarkTree(parsing: bytes("[a](b \"c\")\n"))
    let link = try #require(tree.root.firstChild?.firstChild)
    #expect(link.destination == "b")
    #expect(link.title == "c")
    #expect(link.firstChild?.withLiteral { Array($0) } == bytes("a"))
    let isLast = link.next == nil
    #expect(isLast)
  }
}
