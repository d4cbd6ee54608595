import Backprop
import Testing

@Suite struct UnfoldingTests {
  @Test func unfoldingCountsAsOftenAsFoldingAdds() {
    let window = Window(2)
    let ones = Tensor<Double>.ones([1, 1, 3, 3])
    #expect(
      ones.unfolded(window).folded(window, shape: [1, 1, 3, 3])
        == Tensor([[1, 2, 1], [2, 4, 2], [1, 2, 1]]).reshaped([1, 1, 3, 3]))
  }

  @Test func aColumnHoldsWhatTheWindowSees() {
    let image = Tensor([[1, 2, 3], [4, 5, 6], [7, 8, 9]]).reshaped([1, 1, 3, 3])
    #expect(
      image.unfolded(Window(2))
        == Tensor([[1, 2, 4, 5], [2, 3, 5, 6], [4, 5, 7, 8], [5, 6, 8, 9]]))
    #expect(image.unfolded(Window(1, stride: 2)) == Tensor([[1, 3, 7, 9]]))
    #expect(
      image.unfolded(Window(3, stride: 3, padding: 2), filling: -1)[8] == Tensor([1, -1, -1, -1]))
  }

  @Test func aWindowHasAsManyPositionsAsStepsThatFit() {
    #expect(Window(3, stride: 2, padding: 1).positions(height: 5, width: 6) == (3, 3))
    #expect(Window(4).positions(height: 3, width: 4) == (0, 1))
  }
}
