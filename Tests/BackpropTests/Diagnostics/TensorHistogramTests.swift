import Backprop
import Testing

@Suite struct TensorHistogramTests {
  @Test(arguments: Oracle.arrayStatistics)
  func binsCountsAndDensitiesMatchNumPy(example: Oracle.ArrayStatistics) {
    let x = Tensor(example.numbers)
    func expect(_ histogram: TensorHistogram, _ expected: Oracle.ArrayStatistics.Histogram) {
      #expect(histogram.counts == expected.counts)
      #expect(histogram.edges.count == expected.edges.count)
      let scale = expected.edges.reduce(0) { max($0, $1.magnitude) }
      for (edge, other) in zip(histogram.edges, expected.edges) {
        #expect((edge - other).magnitude <= 1e-15 * scale)
      }
      for (density, other) in zip(histogram.densities, expected.densities) {
        #expect((density - other).magnitude <= 1e-12 * other)
      }
      #expect(histogram.total == x.count)
      #expect(histogram.counts.reduce(histogram.countBelow + histogram.countAbove, +) == x.count)
    }
    expect(TensorHistogram(of: x), example.freedmanDiaconis)
    expect(TensorHistogram(of: x, bins: .count(7)), example.seven)
    let range = example.range[0]...example.range[1]
    expect(TensorHistogram(of: x, bins: .count(9, in: range)), example.nineInRange)
    expect(TensorHistogram(of: x, bins: .edges(example.givenEdges.edges)), example.givenEdges)
  }

  @Test func anEdgeBelongsToTheBinAboveItTheLastOneToTheBinBelow() {
    let histogram = TensorHistogram(of: Tensor([0, 1, 1, 2, 3, -1, 4]), bins: .edges([0, 1, 3]))
    #expect(histogram.counts == [1, 4])
    #expect((histogram.countBelow, histogram.countAbove) == (1, 1))
  }

  @Test func whatIsNotFiniteIsCountedApart() {
    let histogram = TensorHistogram(
      of: Tensor([1, .nan, 2, .infinity, -.infinity, .nan, 1.5]), bins: .count(2))
    #expect(histogram.counts == [1, 2])
    #expect(histogram.edges == [1, 1.5, 2])
    #expect((histogram.nanCount, histogram.infinityCount) == (2, 2))
    #expect(histogram.total == 7)
    #expect(
      histogram.description == """
        [1, 1.5): 1 ████████████████████
        [1.5, 2]: 2 ████████████████████████████████████████
        NaN: 2
        infinite: 2
        """)
  }

  @Test func anEmptyTensorHasNoBinsUnlessTheyAreGiven() {
    let none = Tensor<Double>.zeros([0, 3])
    #expect(TensorHistogram(of: none).edges.isEmpty)
    #expect(TensorHistogram(of: none).counts.isEmpty)
    #expect(TensorHistogram(of: Tensor([Double.nan])).nanCount == 1)
    #expect(TensorHistogram(of: none).description == "empty")
    let given = TensorHistogram(of: none, bins: .count(2, in: 0...1))
    #expect(given.counts == [0, 0])
    #expect(given.densities == [0, 0])
  }

  @Test func theSmallestAndLargestNumbersHaveBinsToo() {
    let largest = Double.greatestFiniteMagnitude
    let ends = TensorHistogram(of: Tensor([-largest, largest]), bins: .count(4))
    #expect(ends.counts == [1, 0, 0, 1])
    #expect(ends.edges.allSatisfy { $0.isFinite })
    #expect(TensorHistogram(of: Tensor([largest])).counts == [1])
    // Between neighbours there is room for no more bins.
    let neighbours = TensorHistogram(of: Tensor([1, 1.0.nextUp]), bins: .count(10))
    #expect(neighbours.counts == [2])
    #expect(TensorHistogram(of: Tensor<Double>([1e300, 1e300])).counts == [2])
    let outlier = Tensor((0..<100).map { Double($0) / 100 } + [1e9])
    #expect(TensorHistogram(of: outlier).counts.count == 1000)
    #expect(TensorHistogram(of: outlier).total == 101)
  }

  @Test func numbersInFloatAreCountedAsInDouble() {
    let x = Tensor<Float>([0.5, 0.25, -1, 3])
    #expect(TensorHistogram(of: x) == TensorHistogram(of: Tensor([0.5, 0.25, -1, 3])))
  }

  @Test(arguments: [0, 1, 2, 3, 4])
  func invalidBinsStopTheProgram(number: Int) async {
    await #expect(processExitsWith: .failure) { [number] in
      let x = Tensor([1, 2, 3])
      switch number {
      case 0: _ = TensorHistogram(of: x, bins: .count(0))
      case 1: _ = TensorHistogram(of: x, bins: .count(2, in: 1...1))
      case 2: _ = TensorHistogram(of: x, bins: .edges([1]))
      case 3: _ = TensorHistogram(of: x, bins: .edges([1, 1]))
      default: _ = TensorHistogram(of: x, bins: .edges([0, .infinity]))
      }
    }
  }
}
