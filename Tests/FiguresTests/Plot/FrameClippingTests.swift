import Testing

@testable import Figures

@Suite struct FrameClippingTests {
  @Test func whatSticksOutOfTheFrameIsCutOffThere() {
    func band(upTo greatest: Double) -> Plot {
      plot(y: Axis(in: 0...1)) { Band([0, 1], lower: [0, 0], upper: [greatest, greatest]) }
    }
    #expect(band(upTo: 2).svg.contains("<svg x=\""))
    #expect(!band(upTo: 1).svg.contains("<svg x=\""))
  }
}
