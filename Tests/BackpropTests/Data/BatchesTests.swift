import Backprop
import Testing

@Suite struct BatchesTests {
  @Test(arguments: [0, 1, 5, 12, 13])
  func batchesHoldEveryExampleOnce(count: Int) {
    let data = numberedExamples(count)
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
    let data = numberedExamples(20)
    var generator = RandomNumbers(seed: 3)
    let first = data.batches(upTo: 5, using: &generator)
    let second = data.batches(upTo: 5, using: &generator)
    #expect(first.flatMap(places) != second.flatMap(places))
  }

  @Test func aBatchIsADataSetWithItsTargets() {
    let batches = numberedExamples(5).batches(upTo: 2)
    #expect(batches[1].inputs == Tensor([[2, -2], [3, -3]]))
    #expect(batches[1].labels == [2, 0])
    #expect(batches[2].labels == [1])
    #expect(batches.size == 2)
    #expect(batches.dataset == numberedExamples(5))
  }

  @Test func aBatchesOrderIsThatOfTheGenerator() {
    var (first, second) = (RandomNumbers(seed: 6), RandomNumbers(seed: 6))
    let order = second.permutation(of: 9)
    #expect(numberedExamples(9).batches(upTo: 4, using: &first).flatMap(places) == order)
    #expect(first == second)
  }

  @Test func anEmptyBatchSizeStopsTheProgram() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = numberedExamples(3).batches(upTo: 0)
    }
    #expect(result.message.contains("A batch holds one example or more, not 0."))
    #expect(result.message.contains("BatchesTests.swift:"))
  }

  @Test(arguments: [-1, 2])
  func aBatchThatThereIsNotStopsTheProgram(number: Int) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [number] in
      _ = numberedExamples(3).batches(upTo: 2)[number]
    }
    #expect(
      result.message.contains("There are 2 batches, and none has the number \(number)."),
      "\(result.message)")
  }
}
