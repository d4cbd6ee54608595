import Testing

@testable import Figures

@Suite struct CanvasTests {
  @Test func textIsSafeInXML() {
    #expect(
      XMLText.escaped("a < b & \"c\" > \u{1}") == "a &lt; b &amp; &quot;c&quot; &gt; \u{FFFD}")
  }
}
