import Backprop
import Testing

@Suite struct AugmentationTests {
  @Test func aboutHalfOfTheImagesAreFlippedAllChannelsOfOneTogether() {
    var generator = RandomNumbers(seed: 1)
    let before = numberedImages([400, 2, 3, 4])
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
    let before = numberedImages([1, 1, 5, 6])
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
    let all = (-1...1).flatMap { rows in (-2...2).map { [rows, $0] } }
    #expect(met == Set(all))
  }

  @Test func everyCropOccursAndNoOther() {
    var generator = RandomNumbers(seed: 3)
    let before = numberedImages([200, 4, 3])
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
    let all = (-1...1).flatMap { top in (-1...2).map { [top, $0] } }
    #expect(met == Set(all))
    #expect(
      before.augmented(by: [.crop(height: 4, width: 3)], using: &generator) == before)
  }

  @Test func augmentationsFollowOneAnotherAndDependOnTheSeedAlone() {
    let list: [Augmentation] = [
      .horizontalFlip(), .crop(height: 3, width: 3, padding: 1), .noise(standardDeviation: 0.1),
    ]
    var (first, second) = (RandomNumbers(seed: 4), RandomNumbers(seed: 4))
    let before = numberedImages([20, 4, 4])
    let after = before.augmented(by: list, using: &first)
    #expect(after == before.augmented(by: list, using: &second))
    var step = RandomNumbers(seed: 4)
    let apart = list.reduce(before) { $0.augmented(by: [$1], using: &step) }
    #expect(after == apart)
    #expect(numberedImages([0, 4, 4]).augmented(by: list, using: &first).shape == [0, 3, 3])
  }

  /// What stops the program says so.
  private static let sentences = [
    "Images to change are [n, …, h, w], not [1, 2].",
    "2.0 is no probability.",
    "Images are shifted by up to 0 or more rows and columns, not -1 and 0.",
    "No part of 6 by 3 can be cut from images of 3 by 3 with a margin of 1.",
    "Noise has a standard deviation of 0 or more, not -1.0.",
  ]

  @Test(arguments: sentences.indices)
  func invalidArgumentsStopTheProgram(number: Int) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [number] in
      var generator = RandomNumbers(seed: 1)
      let images = Tensor<Double>.zeros([2, 3, 3])
      switch number {
      case 0: _ = Tensor([[1, 2]]).augmented(by: [], using: &generator)
      case 1: _ = images.augmented(by: [.horizontalFlip(probability: 2)], using: &generator)
      case 2: _ = images.augmented(by: [.shift(rows: -1, columns: 0)], using: &generator)
      case 3: _ = images.augmented(by: [.crop(height: 6, width: 3, padding: 1)], using: &generator)
      default: _ = images.augmented(by: [.noise(standardDeviation: -1)], using: &generator)
      }
    }
    #expect(result.message.contains(Self.sentences[number]), "\(result.message)")
    #expect(result.message.contains("AugmentationTests.swift:"))
  }
}
