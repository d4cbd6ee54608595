import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct SourceSearchTests {
  private let file = SourceFile(path: "x.md", text: "é [a] [a]\n\\[b] [b]\n[c]\n")
  private let range = SourceRange(
    start: SourcePosition(line: 1, column: 1), end: SourcePosition(line: 2, column: 9))

  @Test func eachTextIsFoundBehindTheOneBeforeIt() {
    var search = SourceSearch(in: range, of: file)
    let columns = ["[a]", "[a]", "[b]"].map { search.next($0)?.column }
    #expect(columns == [3, 7, 6])
    // What stands before the last one is found from the start.
    let again = search.next("[a]")
    #expect(again == SourcePosition(line: 1, column: 3))
  }

  @Test func whatIsEscapedOrBelowTheNodeIsNotFound() {
    var search = SourceSearch(in: range, of: file)
    let below = search.next("[c]")
    let second = search.next("[b]")
    #expect(below == nil && second == SourcePosition(line: 2, column: 6))
  }
}
