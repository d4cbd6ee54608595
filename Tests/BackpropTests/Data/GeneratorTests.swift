import Backprop
import Testing

@Suite struct GeneratorTests {
  private let counts = [2, 3, 10, 31]

  @Test func moonsAndCirclesWithoutNoiseMatchScikitLearn() {
    var generator = RandomNumbers(seed: 1)
    for (index, count) in counts.enumerated() {
      let moons = Dataset.moons(count: count, using: &generator)
      #expect(moons.inputs.isClose(to: DataOracle.shared.moons[index].tensor, tolerance: 1e-15))
      #expect(moons.labels == DataOracle.shared.moonLabels[index])
      let circles = Dataset.circles(count: count, factor: 0.4, using: &generator)
      #expect(
        circles.inputs.isClose(to: DataOracle.shared.circles[index].tensor, tolerance: 1e-15))
      #expect(circles.labels == DataOracle.shared.circleLabels[index])
    }
    #expect(generator == RandomNumbers(seed: 1))
  }

  @Test func aSpiralsRadiusGrowsEvenlyWithItsAngle() {
    var generator = RandomNumbers(seed: 1)
    let data = Dataset.spirals(count: 20, classes: 3, turns: 0.25, using: &generator)
    #expect(data.labels.filter { $0 == 0 }.count == 7)
    #expect(data.labels.filter { $0 == 2 }.count == 6)
    // The outermost points of the arms: a quarter turn after 0, 120 and 240 degrees.
    let half = 3.0.squareRoot() / 2
    let ends = data.selecting([6, 13, 19]).inputs
    #expect(ends.isClose(to: Tensor([[0, 1], [-half, -0.5], [half, -0.5]]), tolerance: 1e-15))
    #expect((data.inputs[2].norm().item - 3.0 / 7).magnitude < 1e-15)
  }

  @Test func blobsSurroundTheirCentres() {
    var generator = RandomNumbers(seed: 2)
    let centers = Tensor([[0, 0, 0], [5, 5, 5], [-9, 0, 9]])
    #expect(
      Dataset.blobs(count: 11, centers: centers, using: &generator).labels
        == DataOracle.shared.blobLabels)
    let data = Dataset.blobs(
      count: 3000, centers: centers, standardDeviation: 0.5, using: &generator)
    for label in 0..<3 {
      let blob = data[label * 1000..<(label + 1) * 1000].inputs
      #expect(blob.mean(axis: 0).isClose(to: centers[label], tolerance: 0.06))
      #expect((square(blob - centers[label]).mean().item - 0.25).magnitude < 0.02)
    }
  }

  @Test func exclusiveOrIsWhatItsTwoInputsSay() {
    let cases = Dataset.exclusiveOr
    #expect(
      cases.labels == (0..<4).map { cases.inputs[$0, 0].item == cases.inputs[$0, 1].item ? 0 : 1 })
    var generator = RandomNumbers(seed: 3)
    let noisy = Dataset.exclusiveOr(count: 401, noise: 0.05, using: &generator)
    for (i, label) in noisy.labels.enumerated() {
      let (a, b) = (noisy.inputs[i, 0].item.rounded(), noisy.inputs[i, 1].item.rounded())
      #expect((a != b) == (label == 1))
    }
    #expect(noisy.labels.reduce(0, +) == 200)
  }

  @Test func aPolynomialsPointsLieOnItsCurveAndAPlanesOnIt() {
    var generator = RandomNumbers(seed: 4)
    let curve = Dataset.polynomial([1, -2, 0, 3], count: 40, in: -2...2, using: &generator)
    let x = curve.inputs
    #expect(curve.targets.isClose(to: 1 - 2 * x + 3 * x * x * x, tolerance: 1e-14))
    #expect(x.scalars.allSatisfy { (-2...2).contains($0) })
    let plane = Dataset.linear(weights: [2, -1, 0.5], bias: 3, count: 40, using: &generator)
    #expect(
      plane.targets.isClose(
        to: matmul(plane.inputs, Tensor([[2], [-1], [0.5]])) + 3, tolerance: 1e-14))
    #expect(Dataset.polynomial([], count: 2, using: &generator).targets == .zeros([2, 1]))
  }

  @Test func noiseHasTheStandardDeviationThatWasAskedFor() {
    var generator = RandomNumbers(seed: 5)
    let noisy = Dataset.polynomial([0], count: 4000, noise: 0.3, using: &generator).targets
    #expect((square(noisy).mean().item.squareRoot() - 0.3).magnitude < 0.01)
    var same = RandomNumbers(seed: 9)
    var again = RandomNumbers(seed: 9)
    let plain = Dataset.moons(count: 100, using: &same)
    let spread = Dataset.moons(count: 100, noise: 0.2, using: &same)
    #expect((square(spread.inputs - plain.inputs).mean().item.squareRoot() - 0.2).magnitude < 0.03)
    #expect(spread == Dataset.moons(count: 100, noise: 0.2, using: &again))
  }

  @Test func noExamplesAreADataSetToo() {
    var generator = RandomNumbers(seed: 6)
    #expect(Dataset.moons(count: 0, noise: 1, using: &generator).inputs.shape == [0, 2])
    #expect(Dataset.circles(count: 1, using: &generator).count == 1)
    #expect(Dataset.spirals(count: 0, using: &generator).targets.shape == [0])
    #expect(Dataset.linear(weights: [], count: 3, using: &generator).inputs.shape == [3, 0])
  }

  /// What stops the program says so.
  private static let sentences = [
    "A data set holds 0 or more examples, not -1.",
    "The inner circle's radius lies in 0...1, not at 2.0.",
    "Spirals have one class or more, not 0.",
    "Centres are [classes, d], a centre a row, not [2].",
    "Noise has a standard deviation of 0 or more, not -1.0.",
  ]

  @Test(arguments: sentences.indices)
  func invalidGeneratorsStopTheProgram(number: Int) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [number] in
      var generator = RandomNumbers(seed: 1)
      switch number {
      case 0: _ = Dataset.moons(count: -1, using: &generator)
      case 1: _ = Dataset.circles(count: 4, factor: 2, using: &generator)
      case 2: _ = Dataset.spirals(count: 4, classes: 0, using: &generator)
      case 3: _ = Dataset.blobs(count: 4, centers: Tensor([1, 2]), using: &generator)
      default: _ = Dataset.exclusiveOr(count: 4, noise: -1, using: &generator)
      }
    }
    #expect(result.message.contains(Self.sentences[number]), "\(result.message)")
    #expect(result.message.contains("GeneratorTests.swift:"))
  }
}
