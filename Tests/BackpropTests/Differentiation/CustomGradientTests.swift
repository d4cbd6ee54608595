import Backprop
import Testing

@Suite struct CustomGradientTests {
  private func rounded(_ x: Tensor<Double>) -> Tensor<Double> {
    withPullback(x, of: { round($0) }, pullback: { slope, _, _ in slope })
  }

  /// `eˣ` by its value, in one operation.
  private func exponential(_ x: Tensor<Double>) -> Tensor<Double> {
    withPullback(x, of: { exp($0) }, pullback: { slope, value, _ in slope * value })
  }

  @Test func theDerivativeIsTheOneThatIsGiven() {
    let x = Tensor([0.4, 1.6])
    #expect(gradient(at: x) { (rounded($0) * Tensor([2, 3])).sum() } == Tensor([2, 3]))
    #expect(rounded(x) == Tensor([0, 2]))
  }

  @Test func aRightPullbackPassesTheCheckAndAWrongOneFails() {
    let x = Tensor([0.4, -1.6])
    #expect(checkGradients(at: x) { exponential($0).sum() }.maximumRelativeError < 1e-8)
    let wrong = checkGradients(at: x) { x in
      withPullback(x, of: { exp($0) }, pullback: { slope, _, _ in slope }).sum()
    }
    #expect(wrong.maximumRelativeError > 0.1)
  }

  @Test func itIsDifferentiatedAgain() {
    let x = Tensor([0.4, -1.6])
    let own = hessian(at: x) { square(exponential($0)).sum() }
    #expect(own.isClose(to: hessian(at: x) { square(exp($0)).sum() }))
    let third = gradient(at: Tensor(0.5)) { x in
      gradient(at: x) { x in gradient(at: x) { exponential($0) } }
    }
    #expect((third.item - Double.exp(0.5)).magnitude < 1e-15)
  }

  @Test func severalInputsEachGetTheirs() {
    func product(_ a: Tensor<Double>, _ b: Tensor<Double>) -> Tensor<Double> {
      withPullback(
        [a, b], of: { $0[0] * $0[1] }, pullback: { slope, _, x in [slope * x[1], slope * x[0]] })
    }
    let point = [Tensor([1, 2]), Tensor([3, 4])]
    #expect(gradient(at: point) { product($0[0], $0[1]).sum() } == [point[1], point[0]])
    #expect(gradient(at: point[0]) { product($0, $0).sum() } == Tensor([2, 4]))
    #expect(product(point[0], point[1]) == Tensor([3, 8]))
  }

  @Test func aReplayedStepComputesItAnew() {
    expectSameSteps(Tensor([0.4, 1.6]), [1, 1, 5, 7, 2].map { Tensor($0) }) { w, x in
      (rounded(w * x) * exponential(w)).sum()
    }
  }

  @Test func emptyTensorsAndOneNumber() {
    #expect(gradient(at: Tensor<Double>.zeros([0])) { exponential($0).sum() }.shape == [0])
    #expect(gradient(at: 0.0) { exponential($0) } == 1)
  }

  private static let sentences = [
    "A pullback gave a derivative of shape [] for an input of shape [2].",
    "A pullback of 1 inputs gave 2 derivatives.",
  ]

  @Test(arguments: sentences.indices)
  func aDerivativeOfAnotherShapeStopsTheProgram(number: Int) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [number] in
      let x = Tensor([1, 2])
      if number == 0 {
        _ = gradient(at: x) {
          withPullback($0, of: { $0 }, pullback: { $2.sum() * 0 + $0.sum() }).sum()
        }
      } else {
        _ = gradient(at: x) {
          withPullback([$0], of: { $0[0] }, pullback: { g, _, _ in [g, g] }).sum()
        }
      }
    }
    #expect(result.message.contains(Self.sentences[number]), "\(result.message)")
    #expect(result.message.contains("CustomGradientTests.swift:"))
  }
}
