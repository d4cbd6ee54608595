import Backprop
import Testing

@Suite struct ComparisonsTests {
  nonisolated(unsafe) static let functions: [String: TensorFunction] = [
    "greater": { ($0[0] > $0[1]) * $0[0] * $0[1] },
    "less": { ($0[0] < $0[1]) * $0[0] * $0[1] },
    "greater at ties": { ($0[0] > $0[1]) * $0[0] * $0[1] },
    "less at ties": { ($0[0] < $0[1]) * $0[0] * $0[1] },
    "greater or equal at ties": { ($0[0] >= $0[1]) * $0[0] * $0[1] },
    "less or equal at ties": { ($0[0] <= $0[1]) * $0[0] * $0[1] },
    "equal at ties": { $0[0].equals($0[1]) * $0[0] * $0[1] },
  ]

  @Test(arguments: Oracle.tensorFunctions(named: functions.keys))
  func valuesAndDerivativesMatchPyTorch(example: Oracle.OperationCase) throws {
    try example.compareAll(Self.functions, isSmooth: !example.name.hasSuffix("at ties"))
  }

  @Test func aComparisonWithANumberIsAMask() {
    let x = Tensor([-1, 0, 2])
    #expect((x > 0) == Tensor([0, 0, 1]))
    #expect((x >= 0) == Tensor([0, 1, 1]))
    #expect((x < 0) == Tensor([1, 0, 0]))
    #expect((x <= 0) == Tensor([1, 1, 0]))
    #expect(x.equals(0) == Tensor([0, 1, 0]))
    #expect((Tensor<Float>([1, 2]) > 1.5) == Tensor<Float>([0, 1]))
    #expect(((x > -1) * (x < 2)) == Tensor([0, 1, 0]))
  }

  @Test func nothingHoldsOfNaNAndInfinitiesAreOrdered() {
    let (nan, infinity) = (Tensor([Double.nan, 1]), Tensor([Double.infinity, -.infinity]))
    for mask in [nan > 0, nan >= 0, nan < 0, nan <= 0, nan.equals(nan)] {
      #expect(mask[0] == Tensor(0))
    }
    #expect(nan.isNaN == Tensor([1, 0]))
    #expect((infinity > infinity) == Tensor([0, 0]))
    #expect((infinity >= infinity) == Tensor([1, 1]))
    #expect((infinity > 0) == Tensor([1, 0]))
    #expect((Tensor([-0.0]) >= Tensor([0.0])) == Tensor([1]))
  }

  @Test func emptyTensorsHaveEmptyMasks() {
    let none = Tensor<Double>.zeros([0, 3])
    #expect((none > 0).shape == [0, 3])
    #expect((none <= Tensor([1, 2, 3])).shape == [0, 3])
    #expect(none.equals(none).shape == [0, 3])
    #expect((Tensor(1.0) > Tensor(0.0)) == Tensor(1))
  }

  @Test func whatComparesNumbersOfTheStandardLibraryIsNotChanged() {
    let x = Tensor([3])
    #expect(x.item > 0 && 2 > 1 && max(1, 2) == 2 && min(3, 2, 1) == 1 && abs(-3) == 3)
    #expect([1, 2, 3].filter { $0 > 1 }.count == 2)
  }

  private static let sentences = [
    "A comparison by > of [3] and [2]: these shapes do not broadcast.",
    "A comparison by < of [2] and [3]: these shapes do not broadcast.",
    "A comparison by >= of [3] and [2]: these shapes do not broadcast.",
    "A comparison by <= of [2] and [3]: these shapes do not broadcast.",
    "equals of [3] and [2]: these shapes do not broadcast.",
  ]

  @Test(arguments: sentences.indices)
  func shapesThatDoNotBroadcastStopTheProgram(number: Int) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [number] in
      let (a, b) = (Tensor([1, 2, 3]), Tensor([1, 2]))
      switch number {
      case 0: _ = a > b
      case 1: _ = a < b
      case 2: _ = a >= b
      case 3: _ = a <= b
      default: _ = a.equals(b)
      }
    }
    #expect(result.message.contains(Self.sentences[number]), "\(result.message)")
  }
}
