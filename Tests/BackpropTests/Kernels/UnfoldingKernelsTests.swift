import Testing

@testable import Backprop

@Suite struct UnfoldingKernelsTests {
  @Test func channelsAndImagesStayApart() {
    // Two images of two channels, one row of two numbers each.
    let images = Tensor([1, 2, 10, 20, 3, 4, 30, 40]).reshaped([2, 2, 1, 2])
    let columns = unfolded(images, Window(1), fill: 0)
    #expect(columns == Tensor([[1, 2, 3, 4], [10, 20, 30, 40]]))
    #expect(folded(columns, Window(1), shape: images.shape) == images)
  }

  @Test func overlappingPositionsAddUp() {
    let window = Window(height: 1, width: 2, rowStride: 1, columnStride: 1)
    // Columns [a b], [c d] of a row of three numbers: a, b + c, d.
    #expect(
      folded(Tensor([[1, 10], [2, 20]]), window, shape: [1, 1, 1, 3])
        == Tensor([1, 12, 20]).reshaped([1, 1, 1, 3]))
  }

  @Test func beyondAnEdgeStandsTheFill() {
    let window = Window(
      height: 1, width: 1, rowStride: 1, columnStride: 1, rowPadding: 0, columnPadding: 1)
    #expect(
      unfolded(Tensor([5]).reshaped([1, 1, 1, 1]), window, fill: -7) == Tensor([[-7, 5, -7]]))
  }
}
