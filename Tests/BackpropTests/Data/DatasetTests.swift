import Backprop
import Testing

@Suite struct DatasetTests {
  @Test func examplesAreSelectedWithTheirTargets() {
    let data = numberedExamples(10)
    let some = data.selecting([7, 2, 2])
    #expect(some.inputs == Tensor([[7, -7], [2, -2], [2, -2]]))
    #expect(some.labels == [1, 2, 2])
    #expect(data[3..<5].labels == [0, 1])
    #expect(data.selecting([]).inputs.shape == [0, 2])
    #expect(data[0..<4].appending(data[4..<10]) == data)
  }

  @Test func shufflingKeepsEveryPairAndDependsOnTheSeedAlone() {
    let data = numberedExamples(30)
    var (first, second) = (RandomNumbers(seed: 5), RandomNumbers(seed: 5))
    let shuffled = data.shuffled(using: &first)
    #expect(shuffled == data.shuffled(using: &second))
    #expect(places(shuffled).sorted() == Array(0..<30))
    #expect(places(shuffled) != Array(0..<30))
    #expect(shuffled.labels == places(shuffled).map { $0 % 3 })
  }

  @Test func targetsBecomeRowsOfOnesAndZerosAndAColumn() {
    let data = numberedExamples(4)
    #expect(
      data.withOneHotTargets(classes: 3).targets
        == Tensor([[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 0, 0]]))
    #expect(data.withColumnTargets().targets == Tensor([[0], [1], [2], [0]]))
    #expect(data.withColumnTargets().labels == data.labels)
    #expect(Dataset<Float>(data).targets == Tensor<Float>([0, 1, 2, 0]))
  }

  @Test func inputsAndTargetsAreMappedApart() {
    let data = numberedExamples(3)
    let doubled = data.mapInputs { 2 * $0 }
    #expect(doubled.inputs == 2 * data.inputs && doubled.targets == data.targets)
    let shifted = data.mapTargets { $0 + 1 }
    #expect(shifted.labels == [1, 2, 3] && shifted.inputs == data.inputs)
  }

  @Test func aDerivativeDoesNotReachThrough() {
    let slope = gradient(at: Tensor([1, 2])) { x in
      x.sum() + Dataset(inputs: x, targets: x).inputs.sum()
    }
    #expect(slope == Tensor([1, 1]))
  }

  @Test func numbersAreConvertedToTheNearestOfAnotherType() {
    #expect(Tensor<Float>(converting: Tensor([0.1, 1e300])) == Tensor<Float>([0.1, .infinity]))
    #expect(Tensor<Double>(converting: Tensor<Float>([0.5])) == Tensor([0.5]))
  }

  @Test(arguments: [
    (0, "A data set takes inputs [n, …] and targets [n, …], not [2, 3] and [3]."),
    (1, "A data set of 3 examples has none at 3."),
    (2, "A data set of 3 examples has no 2..<4."),
    (4, "Targets of shape [3, 2] are no classes: one number an example would be."),
    (5, "The target -1.0 is no class: classes are 0, 1, 2 and so on."),
    (6, "concatenated of [3] and [3, 1]: they must agree except for axis 0."),
  ])
  func wrongShapesAndPlacesAreNamed(number: Int, message: String) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [number] in
      let data = Dataset(inputs: Tensor([1, 2, 3]), targets: Tensor([0, 1, 1]))
      switch number {
      case 0: _ = Dataset(inputs: .zeros([2, 3]), targets: Tensor([1, 2, 3]))
      case 1: _ = data.selecting([0, 3])
      case 2: _ = data[2..<4]
      case 4: _ = data.mapTargets { _ in .zeros([3, 2]) }.labels
      case 5: _ = data.mapTargets { -$0 }.labels
      default: _ = data.appending(data.mapInputs { $0.reshaped([3, 1]) })
      }
    }
    let error = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(error.contains(message), "\(error)")
  }

  /// What stops the program says so.
  private static let sentences = [
    "A data set takes inputs [n, …] and targets [n, …], not [2] and [1].",
    "A data set takes inputs [n, …] and targets [n, …], not [] and [].",
    "The target 0.5 is no class: classes are 0, 1, 2 and so on.",
    "A data set of 3 examples has none at 3.",
    "The label 1 is not one of 1 classes.",
  ]

  @Test(arguments: sentences.indices)
  func invalidDataSetsStopTheProgram(number: Int) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [number] in
      let data = Dataset(inputs: Tensor([1, 2, 3]), targets: Tensor([0, 1, 0.5]))
      switch number {
      case 0: _ = Dataset(inputs: Tensor([1, 2]), targets: Tensor([1]))
      case 1: _ = Dataset(inputs: Tensor(1), targets: Tensor(1))
      case 2: _ = data.labels
      case 3: _ = data.selecting([3])
      default: _ = data[0..<2].withOneHotTargets(classes: 1)
      }
    }
    #expect(result.message.contains(Self.sentences[number]), "\(result.message)")
    // A property is not told who calls it.
    if number != 2 { #expect(result.message.contains("DatasetTests.swift:")) }
  }
}
