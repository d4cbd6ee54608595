import Backprop
import Testing

@Suite struct CriticalPointTests {
  @Test func `the signs of the eigenvalues tell the kind`() {
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

  @Test func `the monkey saddle is degenerate at its middle`() {
    let matrix = hessian(at: Tensor([0, 0])) { p in pow(p[0], 3) - 3 * p[0] * square(p[1]) }
    #expect(classifyCriticalPoint(hessian: matrix) == .degenerate)
  }
}
