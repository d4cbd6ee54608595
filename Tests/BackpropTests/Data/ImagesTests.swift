import Backprop
import Testing

@Suite struct ImagesTests {
  private let image = Tensor([[1, 2, 3], [4, 5, 6]])

  @Test func flipsExchangeTheSides() {
    #expect(image.flippedHorizontally() == Tensor([[3, 2, 1], [6, 5, 4]]))
    #expect(image.flippedVertically() == Tensor([[4, 5, 6], [1, 2, 3]]))
    let many = numberedImages([2, 3, 4, 5])
    #expect(many.flippedHorizontally()[1, 2] == many[1, 2].flippedHorizontally())
    #expect(many.flippedVertically()[1, 2] == many[1, 2].flippedVertically())
    #expect(many.flippedVertically().flippedVertically() == many)
    #expect(numberedImages([2, 0]).flippedHorizontally().shape == [2, 0])
    #expect(numberedImages([0, 2]).flippedVertically().shape == [0, 2])
    #expect(numberedImages([3, 1]).flippedHorizontally() == numberedImages([3, 1]))
  }

  @Test func aWindowMayReachBeyondTheImage() {
    #expect(image.window(top: 0, left: 1, height: 2, width: 2) == Tensor([[2, 3], [5, 6]]))
    #expect(
      image.window(top: -1, left: 1, height: 2, width: 3) == Tensor([[0, 0, 0], [2, 3, 0]]))
    #expect(
      image.window(top: 1, left: -1, height: 2, width: 3, filling: 9)
        == Tensor([[9, 4, 5], [9, 9, 9]]))
    #expect(image.window(top: 7, left: 0, height: 1, width: 2) == Tensor([[0, 0]]))
    #expect(image.window(top: 0, left: -7, height: 1, width: 2) == Tensor([[0, 0]]))
    #expect(image.window(top: 0, left: 7, height: 1, width: 2) == Tensor([[0, 0]]))
    #expect(image.window(top: 0, left: 0, height: 0, width: 2).shape == [0, 2])
    let many = numberedImages([2, 3, 4, 5])
    #expect(
      many.window(top: 1, left: -1, height: 2, width: 4)[1, 0]
        == many[1, 0].window(top: 1, left: -1, height: 2, width: 4))
  }

  @Test func noiseHasTheStandardDeviationThatWasAskedFor() {
    var generator = RandomNumbers(seed: 5)
    let noise = Tensor<Double>.zeros([5000]).withNoise(standardDeviation: 0.2, using: &generator)
    #expect(noise.mean().item.magnitude < 0.01)
    #expect((square(noise).mean().item.squareRoot() - 0.2).magnitude < 0.01)
  }

  /// What stops the program says so.
  private static let sentences = [
    "Images are [h, w] or […, h, w], not [2].",
    "No part of an image is -1 rows by 2 columns.",
    "Noise has a standard deviation of 0 or more, not -1.0.",
  ]

  @Test(arguments: sentences.indices)
  func invalidArgumentsStopTheProgram(number: Int) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [number] in
      var generator = RandomNumbers(seed: 1)
      switch number {
      case 0: _ = Tensor([1, 2]).flippedHorizontally()
      case 1: _ = Tensor([[1, 2]]).window(top: 0, left: 0, height: -1, width: 2)
      default: _ = Tensor([1, 2]).withNoise(standardDeviation: -1, using: &generator)
      }
    }
    #expect(result.message.contains(Self.sentences[number]), "\(result.message)")
    #expect(result.message.contains("ImagesTests.swift:"))
  }
}

/// Images `[n, …, h, w]`, all numbers different and none 0.
func numberedImages(_ shape: [Int]) -> Tensor<Double> {
  let count = shape.reduce(1, *)
  return Tensor(shape: shape, scalars: (0..<count).map { Double($0 + 1) })
}
