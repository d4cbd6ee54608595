import Testing

@testable import Figures

@Suite struct FigureTests {
  @Test func aFigureStartsWithTheWordsThatAScreenReaderSpeaks() {
    let plot = Plot("Squares", alt: "They grow & grow.") { Line([0, 1, 4]) }
    #expect(plot.svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\""))
    #expect(plot.svg.contains("<title>Squares</title><desc>They grow &amp; grow.</desc>"))
  }

  @Test func textIsSafeInXML() {
    #expect(
      XMLText.escaped("a < b & \"c\" > \u{1}") == "a &lt; b &amp; &quot;c&quot; &gt; \u{FFFD}")
  }

  @Test func aFigureWithoutTitleIsRefused() async {
    await #expect(processExitsWith: .failure) {
      _ = Plot("", alt: "Something.") { Line([1, 2]) }
    }
  }

  @Test func theRefusalNamesThePlaceOfTheMistake() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Plot("Squares", alt: "  ") { Line([1, 2]) }
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains("FigureTests.swift"))
    #expect(
      message.contains(
        "The figure “Squares” needs a text (alt:) that says what it shows to those who do not see it."
      ))
  }

  @Test func raggedColumnsAreRefused() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Line([1, 2, 3], [1, 2])
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains("A Line needs one y for each x, but there are 3 xs and 2 ys."))
  }

  @Test func aLogarithmicAxisRefusesARangeThatIsNotPositive() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Axis("loss", scale: .logarithmic, in: 0...1)
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains("has room for positive numbers only, but “loss” starts at 0."))
  }
}
