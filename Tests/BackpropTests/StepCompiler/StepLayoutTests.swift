import Testing

@testable import Backprop

@Suite struct StepLayoutTests {
  private func layout(
    _ graph: StepGraph<Double>
  ) -> (schedule: StepSchedule<Double>, layout: StepLayout<Double>) {
    let outputs = [graph.loss]
    let step = StepSchedule(graph, stage: .step, outputs: outputs)
    let early = StepSchedule(graph, stage: .input, outputs: outputs)
    return (step, StepLayout(graph, step, early: early, outputs: outputs))
  }

  @Test func tensorsBeginAtMultiplesOfSixteenNumbers() {
    #expect([0, 1, 16, 17].map { StepLayout<Double>.rounded($0) } == [16, 16, 16, 32])
  }

  @Test func valuesThatDoNotLiveAtTheSameTimeShareMemory() {
    // A chain of products, of which each is read by the next alone.
    let graph = RecordedGraph(size: [4, 4]) { x, _ in
      (0..<6).reduce(x) { product, _ in matmul(product, x.transposed) }
    }.graph
    let (schedule, layout) = layout(graph)
    let computed = graph.values.indices.filter {
      !graph.values[$0].isGiven && schedule.isStored[$0]
    }
    let places = Set(computed.map { layout.offset($0) })
    #expect(places.count < computed.count)
    #expect(places.allSatisfy { $0 % 16 == 0 && $0 < layout.end })
  }

  @Test func whatIsReadAtTheEndIsNotOverwritten() {
    let graph = RecordedGraph(size: [4, 4]) { x, _ in matmul(x, x) }.graph
    let layout = layout(graph).layout
    let parameter = graph.values.firstIndex { $0.computation == .leaf(.parameter(0)) }!
    #expect(layout.offset(graph.loss) != layout.offset(parameter))
    #expect(layout.place(graph.loss).shape == [4, 4])
  }
}
