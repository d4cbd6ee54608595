import Backprop
import Testing

@Suite struct TensorTests {
  let matrix = Tensor([[1, 2, 3], [4, 5, 6]])

  @Test func aTensorHoldsItsShapeAndItsNumbersRowByRow() {
    #expect(matrix.shape == [2, 3])
    #expect(matrix.rank == 2)
    #expect(matrix.count == 6)
    #expect(matrix.scalars == [1, 2, 3, 4, 5, 6])
    #expect(Tensor(2.5).shape == [])
    #expect(Tensor(2.5).item == 2.5)
    #expect(Tensor([[[1.0], [2]], [[3], [4]], [[5], [6]]]).shape == [3, 2, 1])
    #expect(Tensor<Double>.zeros([2, 1]).scalars == [0, 0])
    #expect(Tensor<Double>.ones([3]).scalars == [1, 1, 1])
    #expect(Tensor<Double>.identity(2).scalars == [1, 0, 0, 1])
    #expect(Tensor(repeating: 0.5, shape: [2]).scalars == [0.5, 0.5])
  }

  @Test func withoutATypeNumbersAreDoubles() {
    let integers = Tensor([1, 2])
    #expect(type(of: integers) == Tensor<Double>.self)
    var generator = RandomNumbers(seed: 1)
    let normal = Tensor.normal(shape: [2], using: &generator)
    #expect(type(of: normal) == Tensor<Double>.self)
    #expect(type(of: Tensor.zeros([1])) == Tensor<Double>.self)
  }

  @Test func theDescriptionIsTheNestedListInTheFewestDigitsThatIdentifyEachNumber() {
    #expect(Tensor([[0.1, 0.2], [0.3, 0.4]]).description == "[[0.1, 0.2], [0.3, 0.4]]")
    #expect((Tensor([0.1]) + Tensor([0.2])).description == "[0.30000000000000004]")
    #expect(Tensor(1).description == "1.0")
    #expect(Tensor<Float>([0.1]).description == "[0.1]")
    #expect(Tensor([[[1.0, 2]], [[3, 4]]]).description == "[[[1.0, 2.0]], [[3.0, 4.0]]]")
    #expect(Tensor<Double>.zeros([0]).description == "[]")
    #expect(Tensor<Double>.zeros([2, 0]).description == "[[], []]")
  }

  @Test func leadingIndicesTakeAPartOut() {
    #expect(matrix[1] == Tensor([4, 5, 6]))
    #expect(matrix[1, 2] == Tensor(6))
    #expect(matrix[0..<1] == Tensor([[1, 2, 3]]))
    #expect(matrix.slice(1..<3, axis: 1) == Tensor([[2, 3], [5, 6]]))
  }

  @Test func settingScalarsKeepsTheShapeAndEndsADerivative() {
    var changed = matrix
    changed.scalars[4] = 50
    #expect(changed == Tensor([[1, 2, 3], [4, 50, 6]]))
    #expect(matrix[1, 1] == Tensor(5))
    let slope = gradient(at: Tensor([1, 2])) { x in
      var y = x
      y.scalars[0] = 3
      return (x * y).sum()
    }
    #expect(slope == Tensor([3, 2]))
  }

  @Test func aDetachedTensorIsAConstant() {
    #expect(gradient(at: 3.0) { x in x * x.detached } == 3)
  }

  @Test func arithmeticInPlaceKeepsTheShape() {
    var x = matrix
    x += Tensor([10, 20, 30])
    #expect(x == Tensor([[11, 22, 33], [14, 25, 36]]))
    x -= Tensor(1)
    x *= Tensor(2)
    x /= Tensor([[2], [1]])
    #expect(x == Tensor([[10, 21, 32], [26, 48, 70]]))
  }

  @Test func sumsRunFromTheFirstNumberToTheLast() {
    // Left to right, 1 is lost beside 2⁵³; pairwise or backwards it would not be.
    #expect(Tensor([0x1p53, 1, -0x1p53, 1]).sum() == Tensor(1))
    #expect(matmul(Tensor([[0x1p53, 1, -0x1p53]]), Tensor([1, 1, 1])) == Tensor([0]))
  }

  @Test func theLargestNumberAndItsPlace() {
    #expect(Tensor([[1, 7], [7, 2]]).max() == Tensor(7))
    #expect(Tensor([[1, 7], [7, 2]]).argmax() == 1)
    #expect(Tensor([3, 1]).min() == Tensor(1))
    #expect(Tensor([1, .nan, 2]).max().item.isNaN)
  }

  @Test func reluAndAbsKeepWhatIsNotANumber() {
    #expect(relu(Tensor([Double.nan])).item.isNaN)
    #expect(relu(Double.nan).isNaN)
    #expect(maximum(Tensor(Double.nan), Tensor(1)).item.isNaN)
  }

  @Test func softplusKeepsItsValueAndSlopeAtEitherEnd() {
    let (value, slope) = valueWithGradient(at: Tensor([-800, 800])) { softplus($0).sum() }
    #expect(value == 800)
    #expect(slope == Tensor([0, 1]))
  }

  @Test func aNaNIsPrintedWithoutASign() {
    #expect("\(Tensor([1, .nan, -.nan, -0.0, -.infinity]))" == "[1.0, nan, nan, -0.0, -inf]")
  }

  @Test func numbersAreHeldByConstants() {
    let x = Tensor([[-3, -1, 0.5], [1, 2, .nan]])
    let held = minimum(maximum(x, -1), 1)
    #expect(held.slice(0..<2, axis: 1) == Tensor([[-1, -1], [1, 1]]))
    #expect(held[0, 2].item == 0.5 && held[1, 2].item.isNaN)
    #expect(maximum(Tensor<Float>([-1, 2]), 0) == Tensor<Float>([0, 2]))
    let slope = gradient(at: x[0]) { (minimum(maximum($0, -1), 0.5) * Tensor([1, 10, 100])).sum() }
    #expect(slope == Tensor([0, 5, 50]))
    #expect(minimum(Tensor.zeros([0]), 1).shape == [0])
  }
}
