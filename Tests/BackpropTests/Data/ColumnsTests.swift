import Testing

@testable import Backprop

@Suite struct ColumnsTests {
  @Test func aColumnIsWhatStandsAtOnePlaceAfterTheFirstAxis() {
    let columns = Columns(Tensor([[[1, 2], [3, 4]], [[5, 6], [7, 8]]]))
    #expect(columns.shape == [2, 2])
    #expect(columns.count == 4)
    #expect((0..<4).map(columns.numbers(in:)) == [[1, 5], [2, 6], [3, 7], [4, 8]])
    #expect(columns.filled(9) == [9, 9, 9, 9])
  }

  @Test func aVectorIsOneColumn() {
    let columns = Columns(Tensor<Float>([3, 1, 2]))
    #expect(columns.shape == [])
    #expect(columns.count == 1)
    #expect(columns.numbers(in: 0) == [3, 1, 2])
  }

  @Test func missingValuesAreLeftOut() {
    let columns = Columns(Tensor([[1, .nan], [.nan, .nan], [2, .nan]]))
    #expect(columns.numbers(in: 0) == [1, 2])
    #expect(columns.numbers(in: 1) == [])
  }

  @Test func withoutExamplesColumnsAreEmptyAndExamplesMayHaveNone() {
    #expect(Columns(Tensor<Double>.zeros([0, 2])).numbers(in: 1) == [])
    #expect(Columns(Tensor<Double>.zeros([3, 0])).count == 0)
  }
}
