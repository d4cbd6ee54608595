import Backprop
import Testing

@Suite struct RoundingTests {
  nonisolated(unsafe) static let functions: [String: TensorFunction] = [
    "floor": { floor($0[0]) * $0[0] },
    "ceil": { ceil($0[0]) * $0[0] },
    "round": { round($0[0]) * $0[0] },
    "sign": { sign($0[0]) * $0[0] },
    "pow": { pow($0[0], $0[1]) },
    "pow of constant exponents": { pow($0[0], Tensor([3, 2, 0, -1])) },
    "pow at zero": { pow($0[0], Tensor([2, 3, 3.5])) },
  ]

  @Test(arguments: Oracle.tensorFunctions(named: functions.keys))
  func valuesAndDerivativesMatchPyTorch(example: Oracle.OperationCase) throws {
    try example.compareAll(Self.functions, isSmooth: !example.name.hasSuffix("at zero"))
  }

  @Test func halvesGoToTheEvenNumber() {
    let x = Tensor([-2.5, -1.5, -0.5, 0.5, 1.5, 2.5])
    #expect(round(x) == Tensor([-2, -2, 0, 0, 2, 2]))
    #expect(floor(x) == Tensor([-3, -2, -1, 0, 1, 2]))
    #expect(ceil(x) == Tensor([-2, -1, 0, 1, 2, 3]))
    #expect(floor(Tensor<Float>([-0.5])) == Tensor<Float>([-1]))
  }

  @Test func whatIsNoIntegerStays() {
    let x = Tensor([Double.infinity, -.infinity, 0x1p60])
    #expect(floor(x) == x && ceil(x) == x && round(x) == x)
    #expect(floor(Tensor(Double.nan)).item.isNaN)
    #expect(sign(Tensor(Double.nan)) == Tensor(0))
  }

  @Test func nothingIsTrainedThroughThem() {
    let x = Tensor([0.3, -0.7])
    #expect(gradient(at: x) { (floor($0) + ceil($0) + round($0) + sign($0)).sum() } == .zeros([2]))
  }

  @Test func powersOfNothing() {
    #expect(pow(Tensor(0.0), Tensor(0.0)) == Tensor(1))
    #expect(pow(Tensor(0.0), Tensor(-1.0)).item == .infinity)
    #expect(pow(Tensor<Double>.zeros([0, 2]), Tensor([1, 2])).shape == [0, 2])
    #expect(floor(Tensor<Double>.zeros([0])).shape == [0])
    let slopes = gradient(at: [Tensor(0.0), Tensor(-1.0)]) { pow($0[0], $0[1]) }
    #expect(slopes[1].item == -.infinity)
  }

  @Test func powersOfZeroHaveDerivatives() {
    let exponents = Tensor([0, 1, 2, 3.5])
    #expect(
      gradient(at: Tensor<Double>.zeros([4])) { pow($0, exponents).sum() } == Tensor([0, 1, 0, 0]))
    #expect(gradient(at: exponents) { pow(.zeros([4]), $0).sum() } == .zeros([4]))
    let seconds = hessian(at: Tensor<Double>.zeros([4])) { pow($0, exponents).sum() }
    #expect((1..<4).map { seconds[$0, $0].item } == [0, 2, 0])
  }

  @Test func shapesThatDoNotBroadcastStopTheProgram() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = pow(Tensor([1, 2]), Tensor([1, 2, 3])) }
    #expect(result.message.contains("pow of [2] and [3]: these shapes do not broadcast."))
    #expect(result.message.contains("RoundingTests.swift:"))
  }
}
