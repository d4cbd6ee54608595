import Testing

@testable import Figures

@Suite struct ErrorBarsTests {
  @Test func errorBarsWithoutLengthHaveCapsAcross() throws {
    func caps(isHorizontal: Bool) throws -> String {
      let figure = Plot("T", alt: "A.", x: Axis(in: 0...2), y: Axis(in: 0...2)) {
        ErrorBars([1], [1], errors: [0], isHorizontal: isHorizontal)
      }
      return String(try #require(figure.svg.firstMatch(of: /stroke-width="1.3" d="([^"]+)"/)).1)
    }
    #expect(try caps(isHorizontal: false).contains("h7"))
    #expect(try caps(isHorizontal: true).contains("v7"))
  }

  @Test func negativeErrorsAreRefused() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = ErrorBars([1], [1], errors: [-0.5])
    }
    #expect(said(result).contains("An error of ErrorBars is negative: −0.5."))
  }
}
