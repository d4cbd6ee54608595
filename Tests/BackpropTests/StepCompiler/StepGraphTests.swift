import Testing

@testable import Backprop

@Suite struct StepGraphTests {
  @Test func whatIsComputedTwiceIsComputedOnce() {
    let graph = RecordedGraph { x, _ in square(x) + square(x) }.graph
    #expect(graph.operations == [.unary(.elementwise(.square)), .binary(.elementwise(.add))])
  }

  @Test func whatTheResultsDoNotDependOnIsLeftOut() {
    let graph = RecordedGraph { x, _ in
      _ = exp(x)
      return square(x)
    }.graph
    #expect(graph.operations == [.unary(.elementwise(.square))])
  }

  @Test func whatDependsOnConstantsIsAConstant() {
    let graph = RecordedGraph { x, _ in x * (x.detached * 0 + 5) }.graph
    #expect(graph.operations == [.binary(.elementwise(.multiply))])
    #expect(graph.values.contains { $0.computation == .leaf(.constant([5, 5, 5])) })
  }

  @Test func whatDependsOnTheInputAloneBelongsToItsStage() {
    let graph = RecordedGraph { x, input in x * exp(input) }.graph
    #expect(graph.values.first { $0.computation.isOperation }?.stage == .input)
    #expect(graph.values[graph.loss].stage == .step)
  }

  @Test func twoRecordingsAreTheSameIfTheirConstantsAre() {
    let one = RecordedGraph { x, _ in x * 2 }.graph
    #expect(one.isSame(as: RecordedGraph { x, _ in x * 2 }.graph))
    #expect(!one.isSame(as: RecordedGraph { x, _ in x * 3 }.graph))
    #expect(!one.isSame(as: RecordedGraph { x, _ in x + 2 }.graph))
  }
}
