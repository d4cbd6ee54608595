import Testing

@testable import Figures

@Test func aFigureStartsWithTheWordsThatAScreenReaderSpeaks() {
  let plot = Plot("Squares", alt: "They grow & grow.") { Line([0, 1, 4]) }
  #expect(plot.svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\""))
  #expect(plot.svg.contains("<title>Squares</title><desc>They grow &amp; grow.</desc>"))
}
