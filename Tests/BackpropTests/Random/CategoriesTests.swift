import Backprop
import Testing

@Suite struct CategoriesTests {
  @Test func classesComeAsOftenAsTheirProbabilities() {
    var generator = RandomNumbers(seed: 5)
    let logits = log(Tensor([0.1, 0.6, 0.3])).broadcast(to: [30_000, 3])
    let drawn = Tensor.categorical(logits: logits, using: &generator)
    #expect(drawn.shape == [30_000])
    for (index, probability) in [0.1, 0.6, 0.3].enumerated() {
      let share = drawn.equals(Double(index)).mean().item
      // Four standard deviations.
      #expect(
        (share - probability).magnitude < 4 * (probability * (1 - probability) / 3e4).squareRoot())
    }
  }

  @Test func aClassWithoutProbabilityIsNeverDrawn() {
    var generator = RandomNumbers(seed: 6)
    let never = -Double.infinity
    let logits = Tensor([never, 0, never, 0, never]).broadcast(to: [5_000, 5])
    let drawn = Set(Tensor.categorical(logits: logits, using: &generator).scalars)
    #expect(drawn == [1, 3])
    let single = Tensor<Float>([0, -.infinity]).broadcast(to: [5_000, 2])
    #expect(Set(Tensor.categorical(logits: single, using: &generator).scalars) == [0])
  }

  @Test func eachLineTakesOneNumberOfTheGenerator() {
    var (first, second) = (RandomNumbers(seed: 7), RandomNumbers(seed: 7))
    let drawn = Tensor.categorical(logits: Tensor<Double>.zeros([2, 3, 4]), using: &first)
    #expect(drawn.shape == [2, 3])
    #expect(drawn.flattened.scalars == (0..<6).map { _ in (second.uniform() * 4).rounded(.down) })
    #expect(first == second)
    #expect(Tensor.categorical(logits: Tensor([3.0]), using: &first) == Tensor(0))
    #expect(Tensor.categorical(logits: .zeros([0, 2]), using: &first).shape == [0])
  }

  @Test func aReplayedStepDrawsAnew() {
    func loss(
      _ w: Tensor<Double>, _ x: Tensor<Double>, _ pass: inout Pass<Double>
    ) -> Tensor<Double> {
      (gather(w, pass.categorical(logits: w.broadcast(to: [3, 5]))) * x).sum()
    }
    let start = Tensor([0.1, 0.2, -0.3, 0.4, 0])
    let generator = RandomNumbers(seed: 8)
    var step = TrainingStep(
      model: start, optimizer: SGD(learningRate: 0.1), pass: Pass(.training, using: generator)
    ) { w, x, _, pass in loss(w, x, &pass) }
    var (w, optimizer) = (start, SGD(learningRate: 0.1))
    var pass = Pass<Double>(.training, using: generator)
    for _ in 0..<8 {
      let x = Tensor([1, -2, 3])
      let (value, slope) = valueWithGradient(at: &w, in: &pass) { w, pass in loss(w, x, &pass) }
      optimizer.update(&w, along: slope)
      #expect(step(x, x) == value)
      #expect(step.model == w)
    }
    #expect(step.isReplayed)
  }

  @Test func withoutClassesNoneIsDrawn() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var generator = RandomNumbers(seed: 1)
      _ = Tensor.categorical(logits: Tensor<Double>.zeros([2, 0]), using: &generator)
    }
    #expect(result.message.contains("A class is drawn by logits [..., classes], not [2, 0]."))
    #expect(result.message.contains("CategoriesTests.swift:"))
  }
}
