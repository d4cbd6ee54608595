import Testing

@testable import LessonFormat

@Suite struct NumberScannerTests {
  @Test func theIndexIsLeftAfterTheNumber() {
    var scanner = NumberScanner(Array("1.5e3 m".utf8))
    #expect(scanner.scan()?.value == 1500)
    #expect(scanner.index == 5)
    #expect(!scanner.isAtEnd)
  }

  @Test(arguments: ["a", "-", "+x", ".", "e5", "−"])
  func theIndexStaysWhereNoNumberStarts(text: String) {
    var scanner = NumberScanner(Array(text.utf8))
    #expect(scanner.scan() == nil)
    #expect(scanner.index == 0)
  }

  @Test(arguments: [("1.", 1), ("1e", 1), ("1_", 1), ("2.5.1", 3), ("7e+", 1)])
  func whatNoNumberCanHoldIsLeft(text: String, end: Int) {
    var scanner = NumberScanner(Array(text.utf8))
    #expect(scanner.scan() != nil)
    #expect(scanner.index == end)
  }

  @Test func specialValuesAreWholeWords() {
    var scanner = NumberScanner(Array("infinity".utf8))
    #expect(scanner.scan()?.value == .infinity)
    var negative = NumberScanner(Array("-inf,".utf8))
    #expect(negative.scan()?.value == -.infinity)
    #expect(negative.index == 4)
    var word = NumberScanner(Array("nano".utf8))
    #expect(word.scan() == nil)
  }
}
