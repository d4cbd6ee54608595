import Testing

@testable import Backprop

@Suite struct ScalarizationTests {
  private func isScalar(_ instruction: StepInstruction) -> Bool {
    if case .scalars = instruction { true } else { false }
  }

  @Test func aStepOnAFewNumbersIsOneRunOfScalarInstructions() {
    let program = RecordedGraph(size: [2, 2]) { x, input in matmul(sigmoid(x), input).sum() }
      .program
    #expect(program.instructions.count == 1)
    #expect(program.instructions.allSatisfy(isScalar))
    // Four sigmoids at once, four products of two terms each, and a sum of four from zero.
    #expect(program.scalarInstructions.count == 4 + 8 + 1)
    #expect(program.scalarKernels == [.exact(.sigmoid)])
  }

  @Test func longInstructionsStay() {
    let program = RecordedGraph(size: [20, 20]) { x, input in matmul(sigmoid(x), input) }.program
    #expect(!program.instructions.contains(where: isScalar))
    #expect(program.scalarInstructions.isEmpty)
  }
}
