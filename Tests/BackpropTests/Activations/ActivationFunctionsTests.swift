import Backprop
import Testing

@Suite struct ActivationFunctionsTests {
  private let x = numbersOfAllSizes()

  private func isClose(_ a: Tensor<Double>, _ b: Tensor<Double>) -> Bool {
    agree(a, b, upToRoundingOf: x)
  }

  @Test func valuesAreRightFarFromZero() {
    let ends = Tensor([-800, -0.0, 800])
    #expect(sigmoid(ends) == Tensor([0, 0.5, 1]))
    #expect(tanh(ends) == Tensor([-1, 0, 1]))
    #expect(relu(ends) == Tensor([0, 0, 800]))
    #expect(leakyRelu(ends) == Tensor([-8, 0, 800]))
    #expect(elu(ends) == Tensor([-1, 0, 800]))
    #expect(softplus(ends) == Tensor([0, softplus(0.0), 800]))
  }

  @Test func derivativesAtTheKinksAreThoseThatTheDocumentationSays() {
    let zero = Tensor([0.0])
    #expect(gradient(at: zero) { relu($0).sum() } == Tensor([0]))
    #expect(gradient(at: zero) { leakyRelu($0, slope: 0.25).sum() } == Tensor([0.25]))
    #expect(gradient(at: zero) { elu($0, scale: 2).sum() } == Tensor([2]))
    let second = gradient(at: zero) { x in gradient(at: x) { elu($0, scale: 2).sum() }.sum() }
    #expect(second == zero)
  }

  @Test func derivativesVanishWhereTheDocumentationSays() {
    // 1 − e⁻ˣ and 1 − 2 e⁻²ˣ are nearest to 1 where what is taken away is below 2⁻⁵⁴.
    #expect(gradient(at: Tensor([37.5, 800])) { sigmoid($0).sum() } == Tensor([0, 0]))
    #expect(gradient(at: Tensor([37.0])) { sigmoid($0).sum() }.item > 0)
    #expect(gradient(at: Tensor([-19.1, 19.1])) { tanh($0).sum() } == Tensor([0, 0]))
    #expect(gradient(at: Tensor([19.0])) { tanh($0).sum() }.item > 0)
  }

  @Test func theTwoEndsMirrorEachOther() {
    #expect(tanh(-x) == -tanh(x))
    #expect(isClose(sigmoid(x) + sigmoid(-x), .ones(x.shape)))
    #expect(isClose(softplus(x) - softplus(-x), x))
    #expect(relu(x) - relu(-x) == x)
    #expect(isClose(leakyRelu(x, slope: 0.25) - leakyRelu(-x, slope: 0.25), 1.25 * x))
  }

  @Test func oneIsAnotherInDisguise() {
    #expect(leakyRelu(x, slope: 1) == x)
    #expect(leakyRelu(x, slope: 0) == relu(x))
    #expect(elu(x, scale: 0) == relu(x))
    #expect(relu(relu(x)) == relu(x))
    #expect(isClose(tanh(x), 2 * sigmoid(2 * x) - 1))
    #expect(isClose(exp(-softplus(x)), sigmoid(-x)))
  }

  @Test func reluOfANumberIsThatOfATensorsNumber() {
    for number in [-800, -1, -0.0, 0, 0.5, 3, .infinity, -.infinity] {
      #expect(relu(number) == relu(Tensor([number])).item)
      #expect(relu(Float(number)) == relu(Tensor<Float>([Float(number)])).item)
    }
    #expect(relu(Double.nan).isNaN)
    #expect(relu(Float.nan).isNaN)
  }
}
