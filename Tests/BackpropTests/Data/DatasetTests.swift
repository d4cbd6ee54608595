import Backprop
import Testing

@Suite struct DatasetTests {
  /// Example `i` has the inputs `[i, −i]` and the class `i mod 3`.
  private func numbered(_ count: Int) -> Dataset<Double> {
    let rows = (0..<count).flatMap { [Double($0), -Double($0)] }
    return Dataset(
      inputs: Tensor(shape: [count, 2], scalars: rows), labels: (0..<count).map { $0 % 3 })
  }

  private func places(_ data: Dataset<Double>) -> [Int] {
    (0..<data.count).map { Int(data.inputs[$0, 0].item) }
  }

  @Test func examplesAreSelectedWithTheirTargets() {
    let data = numbered(10)
    let some = data.selecting([7, 2, 2])
    #expect(some.inputs == Tensor([[7, -7], [2, -2], [2, -2]]))
    #expect(some.labels == [1, 2, 2])
    #expect(data[3..<5].labels == [0, 1])
    #expect(data.selecting([]).inputs.shape == [0, 2])
    #expect(data[0..<4].appending(data[4..<10]) == data)
  }

  @Test func shufflingKeepsEveryPairAndDependsOnTheSeedAlone() {
    let data = numbered(30)
    var (first, second) = (RandomNumbers(seed: 5), RandomNumbers(seed: 5))
    let shuffled = data.shuffled(using: &first)
    #expect(shuffled == data.shuffled(using: &second))
    #expect(places(shuffled).sorted() == Array(0..<30))
    #expect(places(shuffled) != Array(0..<30))
    #expect(shuffled.labels == places(shuffled).map { $0 % 3 })
  }

  @Test func targetsBecomeRowsOfOnesAndZerosAndAColumn() {
    let data = numbered(4)
    #expect(
      data.withOneHotTargets(classes: 3).targets
        == Tensor([[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 0, 0]]))
    #expect(data.withColumnTargets().targets == Tensor([[0], [1], [2], [0]]))
    #expect(data.withColumnTargets().labels == data.labels)
    #expect(Dataset<Float>(data).targets == Tensor<Float>([0, 1, 2, 0]))
  }

  @Test(arguments: [0, 1, 5, 12, 13])
  func batchesHoldEveryExampleOnce(count: Int) {
    let data = numbered(count)
    var generator = RandomNumbers(seed: 2)
    let inOrder = data.batches(upTo: 4)
    #expect(inOrder.flatMap(places) == Array(0..<count))
    #expect(inOrder.dropLast().allSatisfy { $0.count == 4 })
    #expect(inOrder.count == (count + 3) / 4)
    let random = data.batches(upTo: 4, using: &generator)
    #expect(random.flatMap(places).sorted() == Array(0..<count))
    #expect(random.map(\.count) == inOrder.map(\.count))
    let full = data.fullBatches(of: 4, using: &generator)
    #expect(full.count == count / 4)
    #expect(full.allSatisfy { $0.count == 4 })
    #expect(Set(full.flatMap(places)).count == count / 4 * 4)
    #expect(data.fullBatches(of: 4).flatMap(places) == Array(0..<(count / 4 * 4)))
  }

  @Test func eachEpochHasAnotherOrder() {
    let data = numbered(20)
    var generator = RandomNumbers(seed: 3)
    let first = data.batches(upTo: 5, using: &generator)
    let second = data.batches(upTo: 5, using: &generator)
    #expect(first.flatMap(places) != second.flatMap(places))
  }

  @Test func partsOfASplitHaveAllExamplesAndNoneInCommon() {
    var generator = RandomNumbers(seed: 4)
    for (count, sizes) in [(50, [30, 10, 10]), (7, [5, 1, 1]), (1, [1, 0, 0]), (0, [0, 0, 0])] {
      for stratified in [false, true] {
        let data = numbered(count)
        let parts =
          stratified
          ? data.stratifiedSplit(validation: 0.2, test: 0.2, using: &generator)
          : data.split(validation: 0.2, test: 0.2, using: &generator)
        let all = [parts.training, parts.validation, parts.test]
        #expect(all.map(\.count) == sizes)
        #expect(all.flatMap(places).sorted() == Array(0..<count))
      }
    }
  }

  @Test(arguments: DataOracle.shared.strata)
  func classesHaveTheSharesThatScikitLearnGivesThem(strata: DataOracle.Strata) {
    let labels = strata.counts.enumerated().flatMap { [Int](repeating: $0, count: $1) }
    let data = Dataset(inputs: Tensor(labels.map { Double($0) }), labels: labels)
    var generator = RandomNumbers(seed: 6)
    let parts = data.stratifiedSplit(
      validation: 0, test: Double(strata.test) / Double(labels.count), using: &generator)
    #expect(
      strata.counts.indices.map { k in parts.test.labels.filter { $0 == k }.count }
        == strata.shares)
  }

  @Test func validationDataIsStratifiedToo() {
    let labels = [Int](repeating: 0, count: 60) + [Int](repeating: 1, count: 40)
    let data = Dataset(inputs: Tensor(labels.map { Double($0) }), labels: labels)
    var generator = RandomNumbers(seed: 7)
    let parts = data.stratifiedSplit(validation: 0.25, test: 0.2, using: &generator)
    #expect(parts.validation.labels.filter { $0 == 0 }.count == 15)
    #expect(parts.test.labels.filter { $0 == 0 }.count == 12)
    #expect(parts.training.labels.filter { $0 == 0 }.count == 33)
    #expect(parts.training.labels != parts.training.labels.sorted())
  }

  @Test(arguments: [
    (0, "A data set takes inputs [n, …] and targets [n, …], not [2, 3] and [3]."),
    (1, "A data set of 3 examples has none at 3."),
    (2, "A data set of 3 examples has no 2..<4."),
    (3, "There are 2 batches, and none has the number 2."),
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
      case 3: _ = data.batches(upTo: 2)[2]
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
    "A batch holds one example or more, not 0.",
    "There are 2 batches, and none has the number 2.",
    "The parts 0.6 and 0.6 for validation and test must be 0 or more, and no more than 1 together.",
    "A data set of 3 examples has none at 3.",
    "The label 1 is not one of 1 classes.",
  ]

  @Test(arguments: sentences.indices)
  func whatIsNoDataSetBatchPartOrClassStopsTheProgram(number: Int) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [number] in
      let data = Dataset(inputs: Tensor([1, 2, 3]), targets: Tensor([0, 1, 0.5]))
      var generator = RandomNumbers(seed: 1)
      switch number {
      case 0: _ = Dataset(inputs: Tensor([1, 2]), targets: Tensor([1]))
      case 1: _ = Dataset(inputs: Tensor(1), targets: Tensor(1))
      case 2: _ = data.labels
      case 3: _ = data.batches(upTo: 0)
      case 4: _ = data.batches(upTo: 2)[2]
      case 5: _ = data.split(validation: 0.6, test: 0.6, using: &generator)
      case 6: _ = data.selecting([3])
      default: _ = data[0..<2].withOneHotTargets(classes: 1)
      }
    }
    #expect(result.message.contains(Self.sentences[number]), "\(result.message)")
    // A property or subscript is not told who calls it.
    if number != 2 && number != 4 { #expect(result.message.contains("DatasetTests.swift:")) }
  }
}
