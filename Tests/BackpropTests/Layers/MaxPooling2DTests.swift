import Backprop
import Testing

@Suite struct MaxPooling2DTests {
  nonisolated(unsafe) static let functions = windowed("max pooling", Oracle.poolingWindows) {
    window in
    { MaxPooling2D(window: window)($0[0]) }
  }

  @Test(arguments: Oracle.layers(named: functions.keys))
  func valuesAndDerivativesMatchPyTorch(example: Oracle.OperationCase) throws {
    try example.compareWithPyTorch(Self.functions)
  }

  @Test func itIsTheLargestNumberUnderTheWindow() {
    let images = image([[1, 2, 3, 4], [5, 6, 7, 8]])
    #expect(MaxPooling2D(size: 2)(images) == image([[6, 8]]))
    #expect(MaxPooling2D(size: 2, stride: 1)(images) == image([[6, 7, 8]]))
  }

  @Test func whatLiesBeyondTheEdgesIsNeverTheLargest() {
    let images = image([[-4.0, -3], [-2, -1]])
    #expect(MaxPooling2D(size: 2, padding: 1)(images) == images)
  }

  @Test func equallyLargeNumbersShareTheDerivative() {
    let x = Tensor<Double>.ones([1, 1, 2, 2])
    #expect(gradient(at: x) { MaxPooling2D(size: 2)($0).sum() } == 0.25 * x)
  }

  @Test func noImagesGiveNoImages() {
    let none = Tensor<Double>.zeros([0, 2, 4, 4])
    #expect(MaxPooling2D(size: 2)(none).shape == [0, 2, 2, 2])
    #expect(gradient(at: none) { MaxPooling2D(size: 2)($0).sum() }.shape == none.shape)
  }

  @Test func itHasNoParameters() {
    #expect(MaxPooling2D<Double>(size: 2).tensors.isEmpty)
  }
}
