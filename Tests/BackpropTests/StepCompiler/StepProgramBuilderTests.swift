import Testing

@testable import Backprop

@Suite struct StepProgramBuilderTests {
  private func kinds(_ program: StepProgram<Double>) -> [String] {
    program.instructions.map { instruction in
      switch instruction {
      case .scalars: "scalars"
      case .group: "group"
      case .kernel: "kernel"
      case .eager: "eager"
      }
    }
  }

  @Test func eachUnitBecomesAnInstruction() {
    let program = RecordedGraph(size: [20, 20]) { x, input in
      matmul(exp(x), input).permuted([1, 0])
    }.program
    #expect(kinds(program) == ["group", "kernel", "eager"])
  }

  @Test func whatDependsOnTheInputAloneComesFirst() {
    let program = RecordedGraph(size: [20, 20]) { x, input in x * matmul(input, input) }.program
    #expect(program.inputInstructions == 1)
    #expect(kinds(program) == ["kernel", "group"])
  }

  @Test func whatComesInAndGoesOutHasItsPlace() {
    let program = RecordedGraph(size: [20, 20]) { x, input in x * input }.program
    #expect(program.parameters.map(\.shape) == [[20, 20]])
    #expect(program.inputs.map(\.shape) == [[20, 20]])
    #expect(program.loss.count == 400)
  }
}
