import Testing

@testable import Backprop

@Suite struct StepScheduleTests {
  private func schedule(_ graph: StepGraph<Double>) -> StepSchedule<Double> {
    StepSchedule(
      graph, stage: .step, outputs: [graph.loss] + graph.gradients + graph.states)
  }

  @Test func elementwiseOperationsOfOneSizeFormAGroup() {
    let graph = RecordedGraph(size: [4, 3]) { x, input in exp(x) * input + sin(x) }.graph
    let units = schedule(graph).units
    #expect(units.count == 1)
    guard case .group(let group) = units[0] else {
      Issue.record("The unit is no group.")
      return
    }
    #expect(group.members.count == 4 && group.count == 12)
  }

  @Test func aReductionEndsAGroup() {
    let graph = RecordedGraph(size: [4, 3]) { x, _ in square(x).sum() * 2 }.graph
    let kinds = schedule(graph).units.map { unit in
      if case .group = unit { "group" } else { "single" }
    }
    #expect(kinds == ["group", "single", "group"])
  }

  @Test func aReshapedValueLiesInTheMemoryOfItsInput() {
    let graph = RecordedGraph(size: [4]) { x, _ in exp(x).reshaped([2, 2]).transposed }.graph
    let schedule = schedule(graph)
    let reshaped = graph.values.firstIndex { $0.shape == [2, 2] }!
    #expect(schedule.roots[reshaped].value == reshaped - 1)
  }

  @Test func aProductIsAddedToTheOneBefore() {
    let graph = RecordedGraph(size: [2, 2]) { x, input in matmul(x, input) + matmul(input, x) }
      .graph
    #expect(schedule(graph).accumulations[graph.loss] != nil)
  }
}
