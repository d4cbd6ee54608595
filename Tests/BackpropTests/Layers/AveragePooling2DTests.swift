import Backprop
import Testing

@Suite struct AveragePooling2DTests {
  nonisolated(unsafe) static let functions = windowed(
    "average pooling", Oracle.poolingWindows
  ) { window in
    { AveragePooling2D(window: window)($0[0]) }
  }

  @Test(arguments: Oracle.layers(named: functions.keys))
  func valuesAndDerivativesMatchPyTorch(example: Oracle.OperationCase) throws {
    try example.compareWithPyTorch(Self.functions)
  }

  @Test func itIsTheMeanUnderTheWindow() {
    let images = image([[1, 2, 3, 4], [5, 6, 7, 8]])
    #expect(AveragePooling2D(size: 2)(images) == image([[3.5, 5.5]]))
    #expect(AveragePooling2D(size: 2, stride: 1)(images) == image([[3.5, 4.5, 5.5]]))
  }

  @Test func zerosBeyondTheEdgesCountInTheMean() {
    let images = Tensor<Double>.ones([1, 1, 2, 2])
    #expect(
      AveragePooling2D(size: 2, padding: 1)(images) == Tensor(repeating: 0.25, shape: [1, 1, 2, 2]))
  }

  @Test func everyNumberHasAnEqualShareOfTheDerivative() {
    let images = image([[1.0, 9], [-3, 0]])
    #expect(
      gradient(at: images) { AveragePooling2D(size: 2)($0).sum() }
        == Tensor(repeating: 0.25, shape: [1, 1, 2, 2]))
  }

  @Test func noImagesGiveNoImages() {
    #expect(
      AveragePooling2D(size: 3, stride: 1)(.zeros([0, 2, 4, 4])).shape == [0, 2, 2, 2])
  }

  @Test func itHasNoParameters() {
    #expect(AveragePooling2D<Double>(size: 2).tensors.isEmpty)
  }
}
