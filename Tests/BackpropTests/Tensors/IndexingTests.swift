import Backprop
import Testing

@Suite struct IndexingTests {
  let matrix = Tensor([[1, 2, 3], [4, 5, 6]])

  @Test func leadingIndicesTakeAPartOut() {
    #expect(matrix[1] == Tensor([4, 5, 6]))
    #expect(matrix[1, 2] == Tensor(6))
    #expect(matrix[0..<1] == Tensor([[1, 2, 3]]))
    #expect(matrix.slice(1..<3, axis: 1) == Tensor([[2, 3], [5, 6]]))
  }

  @Test func anIndexOutOfBoundsNamesTheShape() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor([[1.0, 2]])[0, 2]
    }
    #expect(result.message.contains("A tensor of shape [1, 2] has nothing at [0, 2]."))
    #expect(result.message.contains("IndexingTests.swift:"))
  }
}
