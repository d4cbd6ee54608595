import Testing

@testable import Backprop

@Suite struct NonFiniteSearchTests {
  @Test func infinitiesThatDoNotReachTheResultAreNotReported() {
    let barred = Tensor([[1, -Double.infinity, 0.5]])
    #expect(firstNonFinite(at: barred) { crossEntropy(logits: $0, labels: [2]) } == nil)
    #expect(firstNonFinite(at: Tensor([2.0])) { x in (x + 1 / exp(Tensor([900]))).sum() } == nil)
    let images = Tensor<Double>.ones([1, 1, 3, 3])
    let pooling = MaxPooling2D(size: 3, stride: 2, padding: 1)
    #expect(firstNonFinite(at: images) { pooling($0).sum() } == nil)
    // With a NaN beside them, that is what is followed.
    let trace = firstNonFinite(at: images) { x in pooling(log(x - 2)).sum() }
    #expect(trace?.origin.operation == .unary(.elementwise(.logarithm)))
  }

  @Test(arguments: Oracle.operations + Oracle.layers)
  func whateverOverflowsItsOriginHadFiniteInputs(example: Oracle.OperationCase) throws {
    let function = try #require(
      OperationTests.functions[example.name] ?? LayerTests.functions[example.name])
    let weights = Tensor(example.weights)
    func loss(_ inputs: [Tensor<Double>]) -> Tensor<Double> { (weights * function(inputs)).sum() }
    let points = [1, 0, 1e160, -1e300, 1e-300].map { factor in
      example.inputs.map { Tensor($0) * factor }
    }
    for point in points where point.allSatisfy({ $0.statistics.isFinite }) {
      let (value, gradient) = valueWithGradient(at: point, of: loss)
      let isFinite =
        value.isFinite && gradient.allSatisfy { $0.scalars.allSatisfy { $0.isFinite } }
      let trace = firstNonFinite(at: point, of: loss)
      #expect((trace == nil) == isFinite)
      guard let trace else { continue }
      let origin = trace.origin
      #expect(!origin.number.isFinite)
      #expect(origin.inputs.allSatisfy { $0.statistics.isFinite }, "\(trace)")
      #expect(origin.incoming?.statistics.isFinite ?? true, "\(trace)")
      #expect(origin.numbers?.allSatisfy { $0.isFinite } ?? true)
      #expect(origin.operation != .leaf(.parameter) && origin.operation != .leaf(.constant))
      #expect((trace.target == .result) == !value.isFinite)
      #expect(trace.firstNaN?.number.isNaN ?? true)
      if case .forward = origin.direction, let numbers = origin.numbers, numbers.count == 1 {
        // The numbers that are told are those that the operation was given.
        #expect(
          origin.inputs[0].scalars.contains { $0 == numbers[0] }
            || origin.inputs[0].scalars.contains { $0.isNaN })
      }
    }
  }

  @Test func ofANaNAndAnInfinityTheNaNIsFollowed() throws {
    // ln(−1) is NaN and ln 0 is −∞; both reach the sum.
    let trace = try #require(firstNonFinite(at: Tensor([0.0, -1])) { log($0).sum() })
    #expect(trace.origin.place == [1])
    #expect(trace.origin.numbers == [-1])
    #expect(trace.firstNaN == nil)
  }

  @Test func ofTwoInputsThatAreNotFiniteTheFirstIsFollowed() throws {
    let trace = try #require(
      firstNonFinite(at: Tensor([0.0])) { x in (1 / x + exp(x + 800)).sum() })
    #expect(trace.origin.operation == .binary(.elementwise(.divide)))
  }

  @Test func onlyOperationsOnSingleNumbersAreElementwise() {
    #expect(Operation.unary(.elementwise(.exponential)).isElementwise)
    #expect(Operation.binary(.elementwise(.add)).isElementwise)
    #expect(!Operation.leaf(.constant).isElementwise)
    #expect(!Operation.unary(.softmax(axis: 0)).isElementwise)
  }
}
