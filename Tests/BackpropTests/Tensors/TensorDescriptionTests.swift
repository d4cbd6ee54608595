import Backprop
import Testing

@Suite struct TensorDescriptionTests {
  @Test func theDescriptionIsTheNestedListInTheFewestDigitsThatIdentifyEachNumber() {
    #expect(Tensor([[0.1, 0.2], [0.3, 0.4]]).description == "[[0.1, 0.2], [0.3, 0.4]]")
    #expect((Tensor([0.1]) + Tensor([0.2])).description == "[0.30000000000000004]")
    #expect(Tensor(1).description == "1.0")
    #expect(Tensor<Float>([0.1]).description == "[0.1]")
    #expect(Tensor([[[1.0, 2]], [[3, 4]]]).description == "[[[1.0, 2.0]], [[3.0, 4.0]]]")
    #expect(Tensor<Double>.zeros([0]).description == "[]")
    #expect(Tensor<Double>.zeros([2, 0]).description == "[[], []]")
  }

  @Test func aNaNIsPrintedWithoutASign() {
    #expect("\(Tensor([1, .nan, -.nan, -0.0, -.infinity]))" == "[1.0, nan, nan, -0.0, -inf]")
  }
}
