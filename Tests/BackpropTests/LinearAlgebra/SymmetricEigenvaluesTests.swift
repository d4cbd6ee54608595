import Backprop
import Testing

@Suite struct SymmetricEigenvaluesTests {
  @Test func eigenvaluesMatchNumPyInAscendingOrder() {
    for oracle in Oracle.training.eigenvalues {
      let values = symmetricEigenvalues(Tensor(oracle.matrix))
      #expect(values.count == oracle.values.count)
      for (value, expected) in zip(values, oracle.values) {
        #expect((value - expected).magnitude < 1e-13 * Double(values.count + 3))
      }
    }
  }

  @Test func eigenvectorsAreOrthonormalAndStretchedByTheirEigenvalues() {
    for oracle in Oracle.training.eigenvalues {
      let matrix = Tensor(oracle.matrix)
      let size = matrix.shape[0]
      let decomposition = symmetricEigendecomposition(matrix)
      let v = decomposition.vectors
      #expect(
        matmul(v.transposed, v).isClose(to: Tensor<Double>.identity(size), tolerance: 1e-13))
      #expect(
        matmul(matrix, v).isClose(to: v * Tensor(decomposition.values), tolerance: 1e-13))
      #expect(decomposition.vector(0) == v.transposed[0])
    }
  }

  @Test func aMatrixThatIsNotSymmetricHasNone() async {
    await #expect(processExitsWith: .failure) {
      _ = symmetricEigenvalues(Tensor([[1, 2], [3, 4]]))
    }
    await #expect(processExitsWith: .failure) {
      _ = symmetricEigenvalues(Tensor([1, 2]))
    }
  }
}
