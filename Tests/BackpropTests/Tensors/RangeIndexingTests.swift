import Backprop
import Testing

@Suite struct RangeIndexingTests {
  /// What the oracle's `assigned` does.
  private static func assigned(
    _ x: [Tensor<Double>], _ assign: (inout Tensor<Double>, Tensor<Double>) -> Void
  ) -> Tensor<Double> {
    var z = square(x[0])
    assign(&z, pow(x[1], 3))
    return z * z
  }

  nonisolated(unsafe) static let functions: [String: TensorFunction] = [
    "part 0..<2, 1...": { square($0[0][0..<2, 1...]) },
    "part 1, ...2": { square($0[0][1][...2]) },
    "part 1...2, 0, ..<2": { square($0[0][1...2, 0...0, ..<2].reshaped([2, 2])) },
    "part 1...": { square($0[0][1...]) },
    "assigned 0..<2, 1...": { assigned($0) { $0[0..<2, 1...] = $1 } },
    "assigned 1": { assigned($0) { $0[1] = $1 } },
    "assigned 2, 1": { assigned($0) { $0[2, 1] = $1 } },
    "assigned broadcast": { assigned($0) { $0[1..<3] = $1 } },
  ]

  @Test(arguments: Oracle.tensorFunctions(named: functions.keys))
  func valuesAndDerivativesMatchPyTorch(example: Oracle.OperationCase) throws {
    try example.compareAll(Self.functions)
  }

  @Test func rangesOfEveryKind() {
    let x = Tensor.arange(to: 24).reshaped([2, 3, 2, 2])
    #expect(x[...0, 0..., ...0, 1...].shape == [1, 3, 1, 1])
    #expect(x[0..., 1...1, ...0, 1...].flattened == Tensor([5, 17]))
    #expect(x[1, 2, 1, 1] == Tensor(23))
    #expect(x[..<1].shape == [1, 3, 2, 2])
    #expect(x[2...].shape == [0, 3, 2, 2])
    #expect(x[0..<0, 1...1].shape == [0, 1, 2, 2])
  }

  @Test func aPartIsAssignedAndNothingElse() {
    var x = Tensor<Double>.zeros([2, 3])
    x[...0, 1...] = Tensor([1, 2])
    x[1] = Tensor(5)
    x[1, 0] += Tensor(1)
    #expect(x == Tensor([[0, 1, 2], [6, 5, 5]]))
    x[0..<0] = Tensor(9)
    #expect(x == Tensor([[0, 1, 2], [6, 5, 5]]))
  }

  private static let sentences = [
    "A tensor of shape [2, 3] has nothing at [0..<3].",
    "A tensor of shape [2, 3] has nothing at [0..<2, 4..<4].",
    "A tensor of shape [2, 3] has no 3 axes.",
    "Numbers of shape [2] cannot be put in a part of shape [2, 3].",
    "A tensor of shape [2, 3] has nothing at [2..<3].",
    "A tensor of shape [2, 3] has nothing at [0..<2, -1..<2].",
  ]

  @Test(arguments: sentences.indices)
  func whatIsNotThereStopsTheProgram(number: Int) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [number] in
      var x = Tensor<Double>.zeros([2, 3])
      switch number {
      case 0: _ = x[...2]
      case 1: _ = x[0..., 4...]
      case 2: _ = x[0..., 0..., 0...]
      case 3: x[0..., 0...] = Tensor([1, 2])
      case 4: x[2] = Tensor(1.0)
      default: x[0..., -1..<2] = Tensor(1.0)
      }
    }
    #expect(result.message.contains(Self.sentences[number]), "\(result.message)")
    #expect(result.message.contains("RangeIndexingTests.swift:"))
  }
}
