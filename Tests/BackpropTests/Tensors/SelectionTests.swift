import Backprop
import Testing

@Suite struct SelectionTests {
  nonisolated(unsafe) static let functions: [String: TensorFunction] = [
    "select": { select($0[0] * $0[0], where: $0[0] > $0[1], else: sin($0[1])) },
    "select of a mask": { select($0[0], where: $0[1] > 0, else: -$0[0]) },
    "clamped": { $0[0].clamped(to: -0.5...0.75) },
    "clamped at ends": { $0[0].clamped(to: -0.5...0.75) },
  ]

  @Test(arguments: Oracle.tensorFunctions(named: functions.keys))
  func valuesAndDerivativesMatchPyTorch(example: Oracle.OperationCase) throws {
    try example.compareAll(Self.functions, isSmooth: !example.name.hasSuffix("at ends"))
  }

  /// Functions whose slope is infinite or NaN at zero, each guarded by a selection.
  nonisolated(unsafe) private static let guarded: [String: TensorFunction] = [
    "log": { select(log($0[0]), where: $0[0] > 0, else: 0) },
    "sqrt": { select(sqrt($0[0]), where: $0[0] > 0, else: $0[0]) },
    "reciprocal": { select(1 / $0[0], where: $0[0] > 0, else: $0[0]) },
    "x log x": { select($0[0] * log($0[0]), where: $0[0] > 0, else: 0) },
    "power": { select(pow($0[0], -0.5), where: $0[0] > 0, else: 0) },
    "below": { select(Tensor(0), where: $0[0] <= 0, else: log($0[0])) },
    "reshaped": {
      select(sqrt($0[0].reshaped([4, 1])).sum(axis: 1), where: $0[0] > 0, else: 0)
    },
    "parts": {
      select(
        concatenated([sqrt($0[0][0..<2]), log($0[0][2..<4])]), where: $0[0] > 0, else: $0[0])
    },
    "nested": {
      select(select(log($0[0]), where: $0[0] > 0, else: 1) / $0[0], where: $0[0] > 0, else: 0)
    },
    "both ways": { select(log($0[0]), where: $0[0] > 0, else: 0) + $0[0] * $0[0] },
    "broadcast": { inputs in
      let rows = inputs[0].reshaped([1, 4]) * Tensor([[1], [2]])
      return select(log(rows), where: rows > 0, else: 0).sum(axis: 0)
    },
  ]

  @Test(arguments: guarded.keys.sorted())
  func noNaNComesThroughTheBranchThatIsNotTaken(name: String) throws {
    let function = try #require(Self.guarded[name])
    let x = Tensor([2.0, 0, 3, 0])
    func weighted(_ x: [Tensor<Double>]) -> Tensor<Double> {
      (function(x) * Tensor([1, 2, -1, 3])).sum()
    }
    let slopes = gradient(at: [x], of: weighted)[0]
    #expect(slopes.scalars.allSatisfy { $0.isFinite }, "\(slopes)")
    let seconds = hessian(at: [x], of: weighted)
    #expect(seconds.scalars.allSatisfy { $0.isFinite }, "\(seconds)")
    // Where it is taken, nothing changes.
    let (taken, weights) = (Tensor([2.0, 3]), Tensor([1.0, -1]))
    func plain(_ x: Tensor<Double>) -> Tensor<Double> {
      switch name {
      case "log", "below", "broadcast": log(x)
      case "sqrt", "reshaped": sqrt(x)
      case "reciprocal": 1 / x
      case "x log x": x * log(x)
      case "power": pow(x, -0.5)
      case "parts": concatenated([sqrt(x[0..<1]), log(x[1..<2])])
      case "nested": log(x) / x
      default: log(x) + x * x
      }
    }
    let factor = name == "broadcast" ? 2.0 : 1
    let expected = gradient(at: taken) { (plain($0) * weights).sum() * factor }
    #expect(gather(slopes, Tensor([0, 2])).isRelativelyClose(to: expected))
    let curvature = hessian(at: taken) { (plain($0) * weights).sum() * factor }
    #expect(
      gather(gather(seconds, Tensor([0, 2])).transposed, Tensor([0, 2])).transposed
        .isRelativelyClose(to: curvature))
    expectSameSteps([x], [1, 2, 3, 4, 5].map { Tensor($0) }) { inputs, factor in
      weighted(inputs) * factor
    }
  }

  @Test func aDerivativeThatHappensToBeZeroKeepsItsOwn() {
    // At the minimum of (y − t)² the slope of y is zero, but the curvature is 2 y'².
    let t = Tensor([Double.log(2.0), 0])
    let curvature = hessian(at: Tensor([2.0, 0])) { x in
      square(select(log(x), where: x > 0, else: 0) - t).sum()
    }
    #expect(curvature.isClose(to: Tensor([[0.5, 0], [0, 0]])))
  }

  @Test func whatIsTakenKeepsItsBits() {
    let zeros = Tensor([-0.0, 0.0])
    let result = select(zeros, where: Tensor([1, 0]), else: Tensor([3, -0.0]))
    #expect(result.scalars.map(\.sign) == [.minus, .minus])
    let nan = select(Tensor([Double.nan, 1]), where: Tensor([0, 1]), else: Tensor([2, .nan]))
    #expect(nan == Tensor([2, 1]))
  }

  @Test func aNaNThatIsTakenIsNotHidden() {
    let slope = gradient(at: Tensor([-1.0, 2])) { x in
      select(log(x) * Tensor([.nan, 1]), where: x < 0, else: x).sum()
    }
    #expect(slope[0].item.isNaN && slope[1].item == 1)
  }

  @Test func largerAndSmallerNumbers() {
    let x = Tensor([-1, 0, 2])
    #expect(max(x, 0) == Tensor([0, 0, 2]))
    #expect(min(x, 0) == Tensor([-1, 0, 0]))
    #expect(max(x, Tensor([1])) == Tensor([1, 1, 2]))
    #expect(min(x, -x) == Tensor([-1, 0, -2]))
    #expect(gradient(at: x) { max($0, 0).sum() } == Tensor([0, 0.5, 1]))
  }

  @Test func emptyTensorsSelectNothing() {
    let none = Tensor<Double>.zeros([0, 2])
    #expect(select(none, where: none > 0, else: 1).shape == [0, 2])
    #expect(gradient(at: none) { select(log($0), where: $0 > 0, else: 1).sum() }.shape == [0, 2])
    #expect(none.clamped(to: 0...1).shape == [0, 2])
    #expect(Tensor([Double.nan]).clamped(to: 0...1).item.isNaN)
  }

  @Test func shapesThatDoNotBroadcastStopTheProgram() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = select(Tensor([1, 2]), where: Tensor([1, 2, 3]), else: 0) }
    #expect(
      result.message.contains(
        "select of [2] and [] where [3]: these shapes do not broadcast."))
    #expect(result.message.contains("SelectionTests.swift:"))
    let larger = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = max(Tensor([1, 2]), Tensor([1, 2, 3])) }
    #expect(larger.message.contains("maximum of [2] and [3]: these shapes do not broadcast."))
    #expect(larger.message.contains("SelectionTests.swift:"))
  }
}
