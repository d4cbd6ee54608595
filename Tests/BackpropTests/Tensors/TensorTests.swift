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

  @Test func rowsOfDifferentLengthsMakeNoMatrix() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor([[1.0, 2], [3]])
    }
    #expect(result.message.contains("The rows of a tensor differ in shape: [2] and [1]."))
  }
}
