import Backprop
import Testing

@Suite struct AugmentationTests {
  private let image = Tensor([[1, 2, 3], [4, 5, 6]])

  /// Images `[n, channels, h, w]`, all numbers different and none 0.
  private func images(_ shape: [Int]) -> Tensor<Double> {
    let count = shape.reduce(1, *)
    return Tensor(shape: shape, scalars: (0..<count).map { Double($0 + 1) })
  }

  @Test func flipsExchangeTheSides() {
    #expect(image.flippedHorizontally() == Tensor([[3, 2, 1], [6, 5, 4]]))
    #expect(image.flippedVertically() == Tensor([[4, 5, 6], [1, 2, 3]]))
    let many = images([2, 3, 4, 5])
    #expect(many.flippedHorizontally()[1, 2] == many[1, 2].flippedHorizontally())
    #expect(many.flippedVertically()[1, 2] == many[1, 2].flippedVertically())
    #expect(many.flippedVertically().flippedVertically() == many)
    #expect(images([2, 0]).flippedHorizontally().shape == [2, 0])
    #expect(images([0, 2]).flippedVertically().shape == [0, 2])
    #expect(images([3, 1]).flippedHorizontally() == images([3, 1]))
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
    let many = images([2, 3, 4, 5])
    #expect(
      many.window(top: 1, left: -1, height: 2, width: 4)[1, 0]
        == many[1, 0].window(top: 1, left: -1, height: 2, width: 4))
  }

  @Test func aboutHalfOfTheImagesAreFlippedAllChannelsOfOneTogether() {
    var generator = RandomNumbers(seed: 1)
    let before = images([400, 2, 3, 4])
    let after = before.augmented(by: [.horizontalFlip()], using: &generator)
    let flipped = before.flippedHorizontally()
    var count = 0
    for i in 0..<400 {
      let isFlipped = after[i] == flipped[i]
      #expect(isFlipped || after[i] == before[i])
      if isFlipped { count += 1 }
    }
    #expect((160...240).contains(count))
    let vertical = [Augmentation.verticalFlip(probability: 1)]
    #expect(before.augmented(by: vertical, using: &generator) == before.flippedVertically())
    let never = [Augmentation.horizontalFlip(probability: 0)]
    #expect(before.augmented(by: never, using: &generator) == before)
  }

  @Test func everyShiftOccursAndNoOther() {
    var generator = RandomNumbers(seed: 2)
    let before = images([1, 1, 5, 6])
    var met: Set<[Int]> = []
    for _ in 0..<300 {
      let after = before.augmented(by: [.shift(rows: 1, columns: 2)], using: &generator)
      for rows in -1...1 {
        for columns in -2...2
        where after == before.window(top: rows, left: columns, height: 5, width: 6) {
          met.insert([rows, columns])
        }
      }
    }
    #expect(met.count == 15)
  }

  @Test func everyCropOccursAndNoOther() {
    var generator = RandomNumbers(seed: 3)
    let before = images([200, 4, 3])
    let after = before.augmented(by: [.crop(height: 4, width: 2, padding: 1)], using: &generator)
    #expect(after.shape == [200, 4, 2])
    var met: Set<[Int]> = []
    for i in 0..<200 {
      for top in -1...1 {
        for left in -1...2
        where after[i] == before[i].window(top: top, left: left, height: 4, width: 2) {
          met.insert([top, left])
        }
      }
    }
    #expect(met.count == 12)
    #expect(
      before.augmented(by: [.crop(height: 4, width: 3)], using: &generator) == before)
  }

  @Test func augmentationsFollowOneAnotherAndDependOnTheSeedAlone() {
    let list: [Augmentation] = [
      .horizontalFlip(), .crop(height: 3, width: 3, padding: 1), .noise(standardDeviation: 0.1),
    ]
    var (first, second) = (RandomNumbers(seed: 4), RandomNumbers(seed: 4))
    let before = images([20, 4, 4])
    let after = before.augmented(by: list, using: &first)
    #expect(after == before.augmented(by: list, using: &second))
    var step = RandomNumbers(seed: 4)
    let apart = list.reduce(before) { $0.augmented(by: [$1], using: &step) }
    #expect(after == apart)
    #expect(images([0, 4, 4]).augmented(by: list, using: &first).shape == [0, 3, 3])
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
    "Images to change are [n, …, h, w], not [1, 2].",
    "2.0 is no probability.",
    "Images are shifted by up to 0 or more rows and columns, not -1 and 0.",
    "No part of 6 by 3 can be cut from images of 3 by 3 with a margin of 1.",
    "Noise has a standard deviation of 0 or more, not -1.0.",
  ]

  @Test(arguments: sentences.indices)
  func invalidAugmentationsStopTheProgram(number: Int) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [number] in
      var generator = RandomNumbers(seed: 1)
      let images = Tensor<Double>.zeros([2, 3, 3])
      switch number {
      case 0: _ = Tensor([1, 2]).flippedHorizontally()
      case 1: _ = Tensor([[1, 2]]).augmented(by: [], using: &generator)
      case 2: _ = images.augmented(by: [.horizontalFlip(probability: 2)], using: &generator)
      case 3: _ = images.augmented(by: [.shift(rows: -1, columns: 0)], using: &generator)
      case 4: _ = images.augmented(by: [.crop(height: 6, width: 3, padding: 1)], using: &generator)
      default: _ = images.withNoise(standardDeviation: -1, using: &generator)
      }
    }
    #expect(result.message.contains(Self.sentences[number]), "\(result.message)")
    #expect(result.message.contains("AugmentationTests.swift:"))
  }
}
