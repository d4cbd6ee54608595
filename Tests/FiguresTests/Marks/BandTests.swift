import Testing

@testable import Figures

@Suite struct BandTests {
  @Test func aBandOfRunsIsTheirMeanAndDeviation() throws {
    let band = Band(runs: [[1, 10], [2, 20], [3, 60]])
    guard case .ribbon(let ribbon) = band.layers[0].geometry,
      case .polyline(let middle) = band.layers[1].geometry
    else {
      Issue.record("no ribbon and line")
      return
    }
    #expect(middle.points == [DataPoint(x: 0, y: 2), DataPoint(x: 1, y: 30)])
    #expect(ribbon.points[0] == RibbonPoint(x: 0, lower: 1, upper: 3))
    // √((20² + 10² + 30²) / 2)
    #expect((ribbon.points[1].upper - 30 - 26.457513110645905).magnitude < 1e-12)
  }

  @Test func otherSpreadsOfRuns() {
    let runs = (0...8).map { [Double($0)] }
    func ends(_ spread: Band.Spread) -> (Double, Double) {
      guard case .ribbon(let ribbon) = Band(runs: runs, spread: spread).layers[0].geometry else {
        return (0, 0)
      }
      return (ribbon.points[0].lower, ribbon.points[0].upper)
    }
    #expect(ends(.quartiles) == (2, 6))
    #expect(ends(.range) == (0, 8))
    #expect((ends(.standardError).1 - 4 - 7.5.squareRoot() / 3).magnitude < 1e-14)
  }

  @Test func aRunThatDivergedIsLeftOutAndSaid() {
    let figure = Plot("T", alt: "A.") { Band(runs: [[1, 2], [1, .nan], [1, .infinity]]) }
    #expect(figure.notes == ["2 values of runs are not finite and are left out."])
  }

  @Test func raggedRunsAreRefused() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Band(runs: [[1, 2, 3], [1, 2]])
    }
    #expect(
      said(result).contains(
        "The runs of a Band are ragged: 3 values are expected, but run 2 has 2."))
  }
}
