import Testing

@testable import LessonFormat

@Suite struct LinkDefinitionScannerTests {
  @Test(arguments: [
    ("[a]: /b", 7), ("[a]: /b 'c'\nd", 12), ("[a]: <b c>\n[d]: e\nf", 18), ("[a]:\n/b\n", 8),
    ("[a]: /b\n'c'\n", 12), ("[a]: /b\n'c\n", 8),
  ])
  func definitionsAtTheStartAreMeasured(text: String, length: Int) {
    #expect(LinkDefinitionScanner.length(in: bytes(text)) == length)
  }

  @Test(arguments: ["a", "[a]", "[]: /b", "[a]: ", "[a]: /b c", "[a] : /b", "[a\\]: /b", ""])
  func otherTextIsNoDefinition(text: String) {
    #expect(LinkDefinitionScanner.length(in: bytes(text)) == 0)
  }
}
