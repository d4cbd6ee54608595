import Backprop
import Testing

@Suite struct BlobsTests {
  @Test func pointsSurroundTheirCentres() {
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

  /// What stops the program says so.
  private static let sentences = [
    "A data set holds 0 or more examples, not -1.",
    "Centres are [classes, d], a centre a row, not [2].",
    "Noise has a standard deviation of 0 or more, not -1.0.",
  ]

  @Test(arguments: sentences.indices)
  func invalidArgumentsStopTheProgram(number: Int) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [number] in
      var generator = RandomNumbers(seed: 1)
      switch number {
      case 0: _ = Dataset.blobs(count: -1, centers: Tensor([[1, 2]]), using: &generator)
      case 1: _ = Dataset.blobs(count: 4, centers: Tensor([1, 2]), using: &generator)
      default:
        _ = Dataset.blobs(
          count: 4, centers: Tensor([[1, 2]]), standardDeviation: -1, using: &generator)
      }
    }
    #expect(result.message.contains(Self.sentences[number]), "\(result.message)")
    #expect(result.message.contains("BlobsTests.swift:"))
  }
}
