import Testing

@testable import Figures

@Suite struct ImageGridTests {
  @Test func imagesShareOneScale() {
    let grid = ImageGrid("T", alt: "A.", images: [[0, 1, 0, 1], [0, 2, 0, 2]], width: 2)
    // Half of the greatest value is half of the ink.
    #expect(grid.svg.contains("50%"))
  }

  @Test func aManyPixelImageIsReduced() {
    let grid = ImageGrid(
      "T", alt: "A.", images: [(0..<40_000).map { Double($0 % 251) }], width: 200)
    #expect(grid.notes == ["Each cell is the mean of a block of 4 by 4 pixels."])
    #expect(grid.svg.utf8.count < 40_000)
  }

  @Test func aPixelWithoutValueIsSaid() {
    let grid = ImageGrid("T", alt: "A.", images: [[0, .nan]], width: 2)
    #expect(grid.notes == ["One pixel has no value."])
  }

  @Test func raggedImagesAreRefused() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = ImageGrid("Digits", alt: "A.", images: [[1, 2, 3, 4], [1, 2]], width: 2)
    }
    #expect(
      said(result).contains(
        "The images of “Digits” are ragged: 4 pixels are expected, but image 2 has 2."))
  }

  @Test func rowsMustBeFull() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = ImageGrid("Digits", alt: "A.", images: [[1, 2, 3]], width: 2)
    }
    #expect(
      said(result).contains(
        "The images of “Digits” need rows of 2 pixels, but the first one has 3."))
  }
}
