import Backprop
import Testing

@Suite struct CriticalPointReportTests {
  @Test func aReportSaysAlongWhatTheFunctionIsFlatAndUpToWhere() {
    // A valley: flat along (1, −1).
    let report = CriticalPointReport(at: Tensor([0.0, 0])) { p in square(p.sum()) }
    #expect(report.kind == .degenerate)
    #expect((report.fallingCount, report.flatCount, report.risingCount) == (0, 1, 1))
    let flat = report.flatDirections
    #expect(flat.shape == [2, 1])
    #expect((flat[0, 0].item + flat[1, 0].item).magnitude < 1e-15)
    #expect((report.threshold - 4e-10).magnitude < 1e-22)
    #expect(report.gradientNorm == 0)
    #expect(
      report.description == "degenerate: falls along 0, flat along 1 and rises along 1 of 2 "
        + "directions, where eigenvalues up to ±4e-10 count as zero; the gradient's norm is 0.")
    let saddle = CriticalPointReport(hessian: Tensor([[1, 0], [0, -2]]))
    #expect(saddle.kind == .saddle(index: 1))
    #expect(saddle.eigenvalues == [-2, 1])
    #expect(saddle.flatDirections.shape == [2, 0])
    #expect(
      saddle.description
        == "saddle(index: 1): falls along 1, flat along 0 and rises along 1 of 2 directions.")
  }

  @Test func aNetworksUnitsThatCanChangePlacesMakeItsMinimumNoPoint() {
    // Of two linear layers only the product counts: along (w, −v) nothing changes.
    let network = Network(
      Dense(weights: Tensor([[2.0]]), bias: Tensor([0.0])),
      Dense(weights: Tensor([[0.5]]), bias: Tensor([0.0])))
    let (x, y) = (Tensor([[1.0], [2], [-1]]), Tensor([[1.0], [2], [-1]]))
    let report = CriticalPointReport(at: network) { meanSquaredError($0(x), y) }
    #expect(report.gradientNorm == 0)
    #expect(report.fallingCount == 0)
    #expect(report.flatCount == 2)
    #expect(report.risingCount == 2)
  }

  @Test func theDirectionsAreThoseInWhichTheFunctionBends() {
    let report = CriticalPointReport(at: Tensor([0.0, 0])) { p in square(p[0]) - 3 * square(p[1]) }
    #expect(report.kind == .saddle(index: 1))
    #expect(report.eigenvalues == [-6, 2])
    #expect(report.directions == Tensor([[0, 1], [1, 0]]))
    #expect((report.fallingCount, report.flatCount, report.risingCount) == (1, 0, 1))
  }

  @Test func theGradientsNormTellsHowFarThePointIsFromCritical() {
    let report = CriticalPointReport(at: Tensor([3.0, 4])) { p in 0.5 * square(p).sum() }
    #expect(report.gradientNorm == 5)
    #expect(CriticalPointReport(hessian: Tensor([[1.0]])).gradientNorm == nil)
  }

  @Test func theToleranceDecidesWhatIsFlat() {
    let almost = Tensor([[1, 0], [0, 1e-7]])
    #expect(CriticalPointReport(hessian: almost).flatCount == 0)
    #expect(CriticalPointReport(hessian: almost, tolerance: 1e-6).flatCount == 1)
    #expect(CriticalPointReport(hessian: almost, tolerance: 1e-6).threshold == 1e-6)
  }

  @Test func anEmptyHessianHasNoDirections() {
    let report = CriticalPointReport(hessian: Tensor<Double>.zeros([0, 0]))
    #expect(report.kind == .degenerate)
    #expect(report.flatCount == 0)
    #expect(report.flatDirections.shape == [0, 0])
  }

  @Test(arguments: [0, 1, 2])
  func aMatrixThatIsNotSymmetricOrANegativeToleranceStopsTheProgram(
    number: Int
  ) async {
    await #expect(processExitsWith: .failure) { [number] in
      switch number {
      case 0: _ = CriticalPointReport(hessian: Tensor([[1, 2], [3, 4]]))
      case 1: _ = CriticalPointReport(hessian: Tensor([[1, 2]]))
      default: _ = CriticalPointReport(hessian: Tensor([[1.0]]), tolerance: -1)
      }
    }
  }
}
