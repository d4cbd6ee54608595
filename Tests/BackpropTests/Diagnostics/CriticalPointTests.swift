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

  @Test func theToleranceDecidesAndFollowsThePrecision() {
    let almost = Tensor([[1, 0], [0, 1e-7]])
    #expect(classifyCriticalPoint(hessian: almost) == .minimum)
    #expect(classifyCriticalPoint(hessian: almost, tolerance: 1e-6) == .degenerate)
    #expect(classifyCriticalPoint(hessian: Tensor<Float>([[1, 0], [0, 1e-7]])) == .degenerate)
    #expect(classifyCriticalPoint(hessian: almost, tolerance: 0) == .minimum)
  }

  @Test func anEmptyHessianIsDegenerate() {
    #expect(classifyCriticalPoint(hessian: Tensor<Double>.zeros([0, 0])) == .degenerate)
  }

  @Test(arguments: [0, 1, 2])
  func aMatrixThatIsNotSymmetricOrANegativeToleranceStopsTheProgram(
    number: Int
  ) async {
    await #expect(processExitsWith: .failure) { [number] in
      switch number {
      case 0: _ = classifyCriticalPoint(hessian: Tensor([[1, 2], [3, 4]]))
      case 1: _ = classifyCriticalPoint(hessian: Tensor([[1, 2]]))
      default: _ = classifyCriticalPoint(hessian: Tensor([[1.0]]), tolerance: -1)
      }
    }
  }
}
