import Testing

@testable import Figures

@Suite struct MarkTests {
  private struct Fit: Mark {
    var layers: [Plot.Layer] { Points([0, 1], [0, 1]).layers + Line([0, 1]).layers }
  }

  private func count(@MarkBuilder _ marks: () -> [Plot.Layer]) -> Int { marks().count }

  @Test func aMarkOfOnesOwnIsMadeOfTheLayersOfOthers() {
    #expect(count { Fit() } == 2)
    #expect(count { [Fit(), Fit()] } == 4)
  }

  @Test(arguments: [true, false]) func conditionsAndLoopsMakeMarks(isLong: Bool) {
    let layers = count {
      Line([0, 1])
      if isLong { Rule(x: 0) }
      if isLong { Fit() } else { Line([1, 2]) }
      for _ in 0..<3 { Rule(y: 0) }
    }
    #expect(layers == (isLong ? 7 : 5))
  }
}
