import Backprop
import Testing

@Suite struct GradientAccumulationTests {
  @Test func itMovesAlongTheMeanOfTheGradients() {
    var x = Tensor([1.0, 2])
    var y = x
    var accumulated = GradientAccumulation(Adam(learningRate: 0.1), over: 2)
    var plain = Adam(learningRate: 0.1)
    for step in 0..<3 {
      let (a, b) = (Tensor([1.0, Double(step)]), Tensor([3.0, -1]))
      let before = x
      accumulated.update(&x, along: a)
      #expect(x == before)
      accumulated.update(&x, along: b)
      plain.update(&y, along: (a + b) / 2)
      #expect(x == y)
    }
    #expect(accumulated.base.steps == 3)
    #expect(accumulated.settings.first?.name == "count")
  }

  @Test func aReplayedStepHasTheSameBits() {
    let optimizer = GradientAccumulation(Momentum(learningRate: 0.1), over: 3)
    func loss(_ w: Tensor<Double>, _ x: Tensor<Double>) -> Tensor<Double> {
      square(w * x - 1).sum()
    }
    var step = TrainingStep(model: Tensor([0.5, 1]), optimizer: optimizer) { w, x, _ in loss(w, x) }
    var (w, own) = (Tensor([0.5, 1]), optimizer)
    for count in 0..<10 {
      let x = Tensor(Double(count) / 8)
      own.update(&w, along: gradient(at: w) { loss($0, x) })
      _ = step(x, x)
      #expect(step.model == w)
    }
    #expect(step.isReplayed)
  }

  @Test func overNoStepsNothingIsAccumulated() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = GradientAccumulation(SGD(learningRate: 0.1), over: 0) }
    #expect(result.message.contains("Gradients are accumulated over 1 step or more, not 0."))
    #expect(result.message.contains("GradientAccumulationTests.swift:"))
  }
}
