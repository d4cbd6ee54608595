import Backprop
import Testing

@Suite struct ProductsTests {
  @Test func aProductOfMatricesVectorsOrBoth() {
    let a = Tensor([[1, 2], [3, 4]])
    #expect(matmul(a, Tensor([[5, 6], [7, 8]])) == Tensor([[19, 22], [43, 50]]))
    #expect(matmul(a, Tensor([1, 10])) == Tensor([21, 43]))
    #expect(matmul(Tensor([1, 10]), a) == Tensor([31, 42]))
    #expect(matmul(Tensor([1, 2]), Tensor([3, 4])) == Tensor(11))
    #expect(matmul(a, transposing: Tensor([[5, 7], [6, 8]])) == Tensor([[19, 22], [43, 50]]))
  }

  @Test func dotOuterAndTransposed() {
    #expect(dot(Tensor([1, 2]), Tensor([3, 4])) == Tensor(11))
    #expect(outer(Tensor([1, 2]), Tensor([3, 4, 5])) == Tensor([[3, 4, 5], [6, 8, 10]]))
    #expect(Tensor([[1, 2, 3]]).transposed == Tensor([[1], [2], [3]]))
  }

  @Test func matmulNamesBothShapesAndTheCaller() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = matmul(Tensor([[1, 2]]), Tensor([1, 2, 3]))
    }
    #expect(result.message.contains("matmul of [1, 2] and [3]"))
    #expect(result.message.contains("ProductsTests.swift:"))
  }
}
