import Backprop
import Testing

@Suite struct CriticalPointTests {
  @Test func theSignsOfTheEigenvaluesTellTheKind() {
    #expect(classifyCriticalPoint(hessian: Tensor([[2, 0], [0, 20]])) == .minimum)
    #expect(classifyCriticalPoint(hessian: Tensor([[-2, 1], [1, -2]])) == .maximum)
    #expect(classifyCriticalPoint(hessian: Tensor([[0, 1], [1, 0]])) == .saddle(index: 1))
    #expect(
      classifyCriticalPoint(hessian: Tensor([[-1, 0, 0], [0, -1, 0], [0, 0, 0]]))
        == .degenerate)
    #expect(
      classifyCriticalPoint(hessian: Tensor([[-1, 0, 0], [0, 1, 0], [0, 0, 0]]))
        == .saddle(index: 1))
    #expect(classifyCriticalPoint(hessian: Tensor([[0, 0], [0, 0]])) == .degenerate)
  }

  @Test func theMonkeySaddleIsDegenerateAtItsMiddle() {
    let matrix = hessian(at: Tensor([0, 0])) { p in pow(p[0], 3) - 3 * p[0] * square(p[1]) }
    #expect(classifyCriticalPoint(hessian: matrix) == .degenerate)
  }

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

  @Test func theToleranceDecidesAndFollowsThePrecision() {
    let almost = Tensor([[1, 0], [0, 1e-7]])
    #expect(classifyCriticalPoint(hessian: almost) == .minimum)
    #expect(classifyCriticalPoint(hessian: almost, tolerance: 1e-6) == .degenerate)
    #expect(classifyCriticalPoint(hessian: Tensor<Float>([[1, 0], [0, 1e-7]])) == .degenerate)
    #expect(classifyCriticalPoint(hessian: almost, tolerance: 0) == .minimum)
    #expect(CriticalPointReport(hessian: almost, tolerance: 1e-6).flatCount == 1)
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

  @Test func anEmptyHessianIsDegenerate() {
    #expect(classifyCriticalPoint(hessian: Tensor<Double>.zeros([0, 0])) == .degenerate)
    #expect(CriticalPointReport(hessian: Tensor<Double>.zeros([0, 0])).flatCount == 0)
    #expect(CriticalPointReport(hessian: Tensor([[3.0]])).kind == .minimum)
  }

  @Test(arguments: [0, 1, 2])
  func aMatrixThatIsNotSymmetricOrANegativeToleranceStopsTheProgram(
    number: Int
  ) async {
    await #expect(processExitsWith: .failure) { [number] in
      switch number {
      case 0: _ = CriticalPointReport(hessian: Tensor([[1, 2], [3, 4]]))
      case 1: _ = CriticalPointReport(hessian: Tensor([[1, 2]]))
      default: _ = classifyCriticalPoint(hessian: Tensor([[1.0]]), tolerance: -1)
      }
    }
  }
}
