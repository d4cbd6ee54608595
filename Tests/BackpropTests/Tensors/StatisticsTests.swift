import Backprop
import Testing

@Suite struct StatisticsTests {
  nonisolated(unsafe) static let functions: [String: TensorFunction] = {
    var functions: [String: TensorFunction] = [
      "variance": { $0[0].variance() },
      "variance 1": { $0[0].variance(correction: 1) },
      "standard deviation": { $0[0].standardDeviation() },
      "standard deviation 1": { $0[0].standardDeviation(correction: 1) },
      "logSumExp": { $0[0].logSumExp() },
    ]
    for axis in [0, 1, 2, -1] {
      functions["variance axis \(axis)"] = { $0[0].variance(axis: axis) }
      functions["standard deviation 1 axis \(axis)"] = {
        $0[0].standardDeviation(axis: axis, correction: 1)
      }
      functions["logSumExp axis \(axis)"] = { $0[0].logSumExp(axis: axis) }
      functions["variance 1 keeping \(axis)"] = {
        $0[0] * $0[0].variance(axis: axis, correction: 1, keepingAxes: true)
      }
      functions["standard deviation 1 keeping \(axis)"] = {
        $0[0] * $0[0].standardDeviation(axis: axis, correction: 1, keepingAxes: true)
      }
      functions["logSumExp keeping \(axis)"] = {
        $0[0] * $0[0].logSumExp(axis: axis, keepingAxes: true)
      }
    }
    return functions
  }()

  @Test(arguments: Oracle.tensorFunctions(named: functions.keys))
  func valuesAndDerivativesMatchPyTorch(example: Oracle.OperationCase) throws {
    // Among numbers 800 apart differences of the smallest are lost.
    try example.compareAll(Self.functions, isSmooth: !example.inputs[0].scalars.contains(800))
  }

  @Test func ofOneNumberThereIsNoSpreadAndOfNoneNoMean() {
    #expect(Tensor([3]).variance() == Tensor(0))
    #expect(Tensor([3]).variance(correction: 1).item.isNaN)
    #expect(Tensor<Double>.zeros([0]).variance().item.isNaN)
    #expect(Tensor<Double>.zeros([2, 0]).variance(axis: 0).shape == [0])
    #expect(Tensor<Double>.zeros([0, 2]).variance(axis: 1, keepingAxes: true).shape == [0, 1])
    #expect(Tensor(3.0).standardDeviation() == Tensor(0))
    #expect(Tensor([[2], [2]]).standardDeviation(axis: 1) == Tensor([0, 0]))
  }

  @Test func logSumExpHasItsLimits() {
    let infinity = Double.infinity
    #expect(Tensor<Double>.zeros([0]).logSumExp().item == -infinity)
    #expect(Tensor<Double>.zeros([2, 0]).logSumExp(axis: 1) == Tensor([-infinity, -infinity]))
    #expect(Tensor<Double>.zeros([0, 2]).logSumExp(axis: 1, keepingAxes: true).shape == [0, 1])
    #expect(Tensor([-infinity, -infinity]).logSumExp().item == -infinity)
    #expect(Tensor([infinity, 3]).logSumExp().item == infinity)
    #expect(Tensor([-infinity, 3]).logSumExp().item == 3)
    #expect(Tensor([.nan, 3]).logSumExp().item.isNaN)
    #expect(Tensor(5.0).logSumExp() == Tensor(5))
    #expect(
      gradient(at: Tensor([1000, 1000])) { $0.logSumExp() } == Tensor([0.5, 0.5]))
  }

  @Test func inFloatTheyAreThoseOfDoubleToItsPrecision() {
    let x = Tensor<Float>([1, 2, 4])
    #expect((x.variance().item - Float(14) / 9).magnitude < 1e-6)
    #expect((x.logSumExp().item - 4.169846).magnitude < 1e-6)
  }

  @Test func anAxisThatIsNotThereStopsTheProgram() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = Tensor([1, 2]).variance(axis: 1) }
    #expect(result.message.contains("A tensor of shape [2] has no axis 1."))
    #expect(result.message.contains("StatisticsTests.swift:"))
    let logSumExp = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = Tensor([1, 2]).logSumExp(axis: -2) }
    #expect(logSumExp.message.contains("A tensor of shape [2] has no axis -2."))
    #expect(logSumExp.message.contains("StatisticsTests.swift:"))
  }
}
