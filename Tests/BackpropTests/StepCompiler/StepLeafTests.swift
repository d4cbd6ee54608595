import Testing

@testable import Backprop

@Suite struct StepLeafTests {
  @Test func constantsAreTheSameToTheLastBit() {
    typealias Leaf = StepLeaf<Double>
    #expect(Leaf.constant([.nan]) == Leaf.constant([.nan]))
    #expect(Leaf.constant([0]) != Leaf.constant([-0.0]))
    #expect(Leaf.constant([1]) != Leaf.constant([1, 1]))
    #expect(Leaf.parameter(1) == Leaf.parameter(1))
    #expect(Leaf.parameter(1) != Leaf.state(1))
  }

  @Test func onTheTapeOnlyRandomNumbersAreNotConstant() {
    let mask = RandomOperation.keepMask(rate: 0.5, shape: [])
    #expect(StepLeaf(.random(mask), Tensor(2.0)) == .random(mask))
    #expect(StepLeaf(.parameter, Tensor(2.0)) == .constant([2]))
    #expect(StepLeaf<Double>.random(mask).stage == .step)
    #expect(StepLeaf<Double>.input(0).stage == .input)
  }
}
