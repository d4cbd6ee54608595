import Testing

@testable import Backprop

@Suite struct RecordedStepTests {
  private func step() -> RecordedStep<Double> {
    RecordedStep(
      RecordedGraph(size: [2], inputs: 2) { x, input in (x * input).sum() }.program)
  }

  @Test func aStepRunsOnTheNumbersThatItTook() {
    let step = step()
    var generator = RandomNumbers(seed: 1)
    step.take(parameters: [Tensor([1, 10])], states: [])
    #expect(step.run(Tensor([2, 3]), Tensor([0, 0]), .deterministic, &generator) == 32)
    #expect(step.run(Tensor([5, 7]), Tensor([0, 0]), .deterministic, &generator) == 75)
    #expect(step.parameters == [Tensor([1, 10])])
  }

  @Test func onlyInputsOfTheRecordedShapesFit() {
    #expect(step().takes(Tensor([1, 2]), Tensor([1, 2])))
    #expect(!step().takes(Tensor([1]), Tensor([1, 2])))
  }

  @Test func aCopyHasParametersOfItsOwn() {
    let first = step()
    first.take(parameters: [Tensor([1, 10])], states: [])
    let second = RecordedStep(copying: first)
    first.take(parameters: [Tensor([4, 4])], states: [])
    #expect(second.parameters == [Tensor([1, 10])])
  }
}
