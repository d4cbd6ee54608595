import Testing

@testable import Backprop

@Suite struct StepProgramTests {
  /// The result of a program and that of the function itself, for other numbers than the recorded
  /// ones.
  private func check(
    _ size: [Int], sourceLocation: SourceLocation = #_sourceLocation,
    _ function: @escaping (Tensor<Double>, Tensor<Double>) -> Tensor<Double>
  ) {
    let program = RecordedGraph(size: size, function).program
    var generator = RandomNumbers(seed: 8)
    let x = Tensor<Double>.uniform(in: -1...1, shape: size, using: &generator)
    let input = Tensor<Double>.uniform(in: -1...1, shape: size, using: &generator)
    var memory = [Double](repeating: 0, count: program.size)
    for (offset, numbers) in program.constants {
      memory.replaceSubrange(offset..<(offset + numbers.count), with: numbers)
    }
    for (place, tensor) in [(program.parameters[0], x), (program.inputs[0], input)] {
      memory.replaceSubrange(place.offset..<(place.offset + place.count), with: tensor.scalars)
    }
    memory.withUnsafeMutableBufferPointer { memory in
      for forInput in [true, false] {
        program.run(
          memory.baseAddress!, forInput: forInput, backend: .deterministic, generator: &generator)
      }
    }
    let end = program.loss.offset + program.loss.count
    #expect(
      Array(memory[program.loss.offset..<end]) == function(x, input).scalars,
      sourceLocation: sourceLocation)
  }

  @Test func groupsKernelsAndScalarInstructionsGiveTheEagerBits() {
    for size in [[2, 2], [20, 20]] {
      check(size) { x, input in exp(x) * input + tanh(x) }
      check(size) { x, input in matmul(x, input) + matmul(input, x) }
      check(size) { x, _ in softmax(x).sum(axis: 0) }
      check(size) { x, input in concatenated([x, input], axis: 1).max(axis: 1) }
      check(size) { x, input in x - input.sum(axis: 0) / x.sum(axis: 1).reshaped([size[0], 1]) }
      check(size) { x, _ in leakyRelu(x, slope: 0.25).transposed }
    }
  }

  @Test func whatHasNoKernelRunsEagerly() {
    check([3, 4]) { x, input in stack([x, input]).permuted([2, 0, 1]) }
    check([3, 4]) { x, _ in gather(x, Tensor([2, 0, 2])) }
  }
}
