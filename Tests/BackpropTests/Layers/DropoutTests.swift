import Backprop
import Testing

@Suite struct DropoutTests {
  @Test func inferenceLeavesNumbersAsTheyAre() {
    #expect(Dropout(rate: 0.5)(Tensor([1, 2, 3])) == Tensor([1, 2, 3]))
  }

  @Test(arguments: [0.1, 0.5, 0.8])
  func whatIsKeptMakesUpForWhatIsNot(rate: Double) {
    var pass = Pass<Double>(.training, using: RandomNumbers(seed: 3))
    let count = 100_000
    let result = Dropout(rate: rate)(.ones([count]), in: &pass)
    let kept = result.scalars.filter { $0 != 0 }
    #expect(kept.allSatisfy { $0 == 1 / (1 - rate) })
    // Five standard deviations of the share.
    let tolerance = 5 * sqrt(rate * (1 - rate) / Double(count))
    #expect((Double(kept.count) / Double(count) - (1 - rate)).magnitude < tolerance)
    #expect((result.mean().item - 1).magnitude < tolerance / (1 - rate))
  }

  @Test func theExtremesKeepAllAndNothing() {
    var pass = Pass<Double>(.training)
    #expect(Dropout(rate: 0)(Tensor([1, 2]), in: &pass) == Tensor([1, 2]))
    #expect(Dropout(rate: 1)(Tensor([1, 2]), in: &pass) == Tensor([0, 0]))
    #expect(Dropout(rate: 0.5)(.zeros([0, 3]), in: &pass).shape == [0, 3])
  }

  @Test func theSameSeedDropsTheSameAndTheNextPassOthers() {
    let layer = Dropout(rate: 0.5)
    let x = Tensor<Double>.ones([64])
    var pass = Pass<Double>(.training, using: RandomNumbers(seed: 3))
    var again = pass
    let first = layer(x, in: &pass)
    #expect(layer(x, in: &again) == first)
    #expect(layer(x, in: &pass) != first)
  }

  @Test func theDerivativePassesWhereNumbersWereKept() {
    var x = Tensor<Double>.ones([32])
    var pass = Pass<Double>(.training, using: RandomNumbers(seed: 3), recordsActivations: true)
    let (_, gradient) = valueWithGradient(at: &x, in: &pass) { x, pass in
      (3 * pass.run("dropout", Dropout(rate: 0.25), x)).sum()
    }
    #expect(gradient == 3 * pass.activations[0].value)
    let report = checkGradients(at: x) { x in
      var pass = Pass<Double>(.training, using: RandomNumbers(seed: 3))
      return square(Dropout(rate: 0.25)(x, in: &pass)).sum()
    }
    #expect(report.maximumRelativeError < 1e-7)
  }

  @Test func floatDropsWhatDoubleDoes() {
    var single = Pass<Float>(.training, using: RandomNumbers(seed: 3))
    var double = Pass<Double>(.training, using: RandomNumbers(seed: 3))
    let a = Dropout<Float>(rate: 0.3)(.ones([50]), in: &single)
    let b = Dropout(rate: 0.3)(.ones([50]), in: &double)
    #expect(a.scalars.map { $0 == 0 } == b.scalars.map { $0 == 0 })
  }
}
