import Backprop
import Testing

@Suite struct JacobianTests {
  /// `w · (J v)` by derivatives forwards and `(wᵀ J) · v` by PyTorch's backwards.
  private func expectTransposed(
    _ example: Oracle.OperationCase, _ function: ([Tensor<Double>]) -> Tensor<Double>
  ) {
    let inputs = example.inputs.map { Tensor($0) }
    let directions = example.directions.map { Tensor($0) }
    let (value, tangent) = jvp(at: inputs, along: directions, of: function)
    #expect(value == function(inputs))
    let forwards = (Tensor(example.weights) * tangent).sum()
    let terms: [Double] = zip(directions, example.gradients).flatMap {
      ($0 * Tensor($1)).scalars
    }
    let backwards = terms.reduce(0, +)
    let scale = terms.reduce(1) { max($0, $1.magnitude) }
    #expect((forwards.item - backwards).magnitude <= 1e-12 * scale * Double(max(terms.count, 1)))
  }

  @Test(arguments: Oracle.operations)
  func forwardsIsTheTransposeOfBackwards(example: Oracle.OperationCase) throws {
    expectTransposed(example, try #require(OperationTests.functions[example.name]))
  }

  nonisolated(unsafe) private static let functions =
    BatchedProductsTests.functions.merging(EinsumTests.functions) { $1 }
    .merging(StatisticsTests.functions) { $1 }.merging(SelectionTests.functions) { $1 }
    .merging(RangeIndexingTests.functions) { $1 }.merging(SequencesTests.functions) { $1 }
    .merging(OrderingTests.functions) { $1 }.merging(RoundingTests.functions) { $1 }

  @Test(arguments: Oracle.tensorFunctions(named: functions.keys))
  func soItIsForFunctionsOfTensors(example: Oracle.OperationCase) throws {
    expectTransposed(example, try #require(Self.functions[example.name]))
  }

  @Test func theJacobianHasTheShapesOfValueAndPoint() {
    let x = Tensor([[1, 2, 3], [4, 5, 6]])
    let whole = jacobian(at: x) { softmax($0, axis: 0) * $0 }
    #expect(whole.shape == [2, 3, 2, 3])
    for index in 0..<6 {
      var direction = Tensor<Double>.zeros([2, 3])
      direction[index / 3, index % 3] = Tensor(1)
      let column = jvp(at: x, along: direction) { softmax($0, axis: 0) * $0 }.tangent
      let part = whole.reshaped([6, 6]).slice(index..<(index + 1), axis: 1).reshaped([2, 3])
      #expect(part.isClose(to: column))
    }
    #expect(jacobian(at: Tensor([1, 2])) { $0 * $0 } == Tensor([[2, 0], [0, 4]]))
    #expect(jacobian(at: Tensor(3.0)) { $0 * $0 } == Tensor(6))
    #expect(jacobian(at: Tensor<Double>.zeros([0])) { $0 * $0 }.shape == [0, 0])
    #expect(jacobian(at: Tensor([1, 2])) { _ in Tensor([5]) } == .zeros([1, 2]))
  }

  @Test func weightsMayBeAnything() {
    let (value, slope) = vjp(at: Tensor([1, 2]), weights: Tensor([1, 10])) { $0 * $0 }
    #expect(value == Tensor([1, 4]) && slope == Tensor([2, 40]))
    let constant = jvp(at: Tensor([1, 2]), along: Tensor([1, 1])) { _ in Tensor([7]) }
    #expect(constant.value == Tensor([7]) && constant.tangent == Tensor([0]))
  }

  private static let sentences = [
    "A direction of shapes [[3]] does not fit a point of [[2]].",
    "Weights of shape [3] do not fit a value of shape [2].",
    "A function with a pullback of its own has derivatives backwards alone",
  ]

  @Test(arguments: sentences.indices)
  func whatDoesNotFitStopsTheProgram(number: Int) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [number] in
      let (x, three) = (Tensor([1, 2]), Tensor([1, 2, 3]))
      switch number {
      case 0: _ = jvp(at: x, along: three) { $0 }
      case 1: _ = vjp(at: x, weights: three) { $0 }
      default:
        _ = jvp(at: x, along: x) { withPullback($0, of: { $0 }, pullback: { g, _, _ in g }) }
      }
    }
    #expect(result.message.contains(Self.sentences[number]), "\(result.message)")
    #expect(result.message.contains("JacobianTests.swift:"))
  }
}
