import Testing

@testable import Figures

@Suite struct DensityDrawingTests {
  private static func noise(_ count: Int, seed: UInt64 = 1) -> [Double] {
    var random = GalleryNumbers(seed: seed)
    return (0..<count).map { _ in random.normal() }
  }

  /// A cloud of very many points is dense in its middle, and looks so.
  @Test func manyPointsShowWhereTheyAreDense() throws {
    let figure = plot { Points(Self.noise(100_000), Self.noise(100_000, seed: 2)) }
    #expect(figure.svg.utf8.count < 30_000)
    #expect(
      figure.notes == [
        "100\u{202F}000 points are drawn as cells, the darker the more points lie in them."
      ])
    // Where the cells of each opacity are: the faint ones are spread more widely than the dense.
    let spreads = figure.svg.matches(
      of:
        /stroke="var\(--figure-1,#0164ad\)" stroke-opacity="([.0-9]+)" d="M([0-9]+) ([0-9]+)\.5([^"]*)"/
    ).map { match in
      var y = Int(match.3)!
      var least = y
      var greatest = y
      for step in match.4.matches(of: /m-?[0-9]+(?: |(?=-))(-?[0-9]+)/) {
        y += Int(step.1)!
        least = min(least, y)
        greatest = max(greatest, y)
      }
      return greatest - least
    }
    #expect(spreads.count == 5)
    #expect(spreads == spreads.sorted(by: >))
    #expect(spreads[4] < spreads[0] / 2)
  }
}
