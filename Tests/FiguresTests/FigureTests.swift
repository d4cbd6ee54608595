import Testing

@testable import Figures

@Suite struct FigureTests {
  @Test func aFigureStartsWithTheWordsThatAScreenReaderSpeaks() {
    let plot = Plot("Squares", alt: "They grow & grow.") { Line([0, 1, 4]) }
    #expect(plot.svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\""))
    #expect(plot.svg.contains("<title>Squares</title><desc>They grow &amp; grow.</desc>"))
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
}
