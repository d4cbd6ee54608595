import Testing

@testable import Backprop

@Suite struct SplitsTests {
  @Test func partsOfASplitHaveAllExamplesAndNoneInCommon() {
    var generator = RandomNumbers(seed: 4)
    for (count, sizes) in [(50, [30, 10, 10]), (7, [5, 1, 1]), (1, [1, 0, 0]), (0, [0, 0, 0])] {
      for stratified in [false, true] {
        let data = numberedExamples(count)
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

  @Test func theOrderDependsOnTheSeedAlone() {
    let data = numberedExamples(30)
    var (first, second) = (RandomNumbers(seed: 5), RandomNumbers(seed: 5))
    let split = data.split(validation: 0.2, test: 0.1, using: &first)
    #expect(split == data.split(validation: 0.2, test: 0.1, using: &second))
    #expect(split != data.split(validation: 0.2, test: 0.1, using: &second))
    #expect(places(split.training) != places(split.training).sorted())
  }

  @Test func sharesAreRoundedSoThatTheirSumIsTheTotal() {
    #expect(shares(of: [1, 1, 1], total: 2) == [1, 1, 0])
    #expect(shares(of: [5, 3, 2], total: 5) == [3, 1, 1])
    #expect(shares(of: [0, 4], total: 3) == [0, 3])
    #expect(shares(of: [], total: 0) == [])
    #expect(shares(of: [0, 0], total: 0) == [0, 0])
  }

  @Test func partsThatAreMoreThanTheWholeStopTheProgram() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var generator = RandomNumbers(seed: 1)
      _ = numberedExamples(3).split(validation: 0.6, test: 0.6, using: &generator)
    }
    #expect(
      result.message.contains(
        "The parts 0.6 and 0.6 for validation and test must be 0 or more, and no more than 1 together."
      ), "\(result.message)")
    #expect(result.message.contains("SplitsTests.swift:"))
  }
}
