import Testing

@testable import Figures

@Suite struct HistogramBinsTests {
  @Test func everyValueIsInOneBin() {
    var random = GalleryNumbers(seed: 3)
    for count in [1, 2, 3, 10, 500] {
      let values = (0..<count).map { _ in random.normal() }
      for wanted in [nil, 1, 7, 60] {
        let bins = HistogramBins(Sample(values), count: wanted)
        #expect(bins.counts.reduce(0, +) == count)
        #expect(bins.edge(0) <= values.min()!)
        #expect(bins.edge(bins.counts.count) >= values.max()!)
      }
    }
  }

  @Test func edgesAreRoundNumbers() {
    let bins = HistogramBins(Sample([0.13, 0.4, 0.71, 0.98]), count: 5)
    #expect(bins.width == 0.2)
    #expect((0...5).map { bins.edge($0) } == [0, 0.2, 0.4, 0.2 * 3, 0.8, 1])
  }

  @Test func theGreatestValueOnAnEdgeIsInTheLastBin() {
    let bins = HistogramBins(Sample([0, 0.5, 1, 1.5, 2]), count: 2)
    #expect(bins.counts == [2, 3])
  }

  @Test func equalValuesAreOneBin() {
    #expect(HistogramBins(Sample([3, 3, 3]), count: nil).counts == [3])
    #expect(HistogramBins(Sample([0]), count: nil).counts == [1])
    #expect(HistogramBins(Sample([]), count: nil).counts.isEmpty)
  }
}
