import Testing

@testable import Backprop

@Suite struct OrthogonalMatricesTests {
  private func initial(_ way: Initialization, _ shape: [Int], seed: UInt64 = 3) -> Tensor<Double> {
    var generator = RandomNumbers(seed: seed)
    return Tensor.initial(way, shape: shape, using: &generator)
  }

  @Test(arguments: [[4, 4], [3, 7], [7, 3], [1, 5], [5, 1], [1, 1], [6, 2, 3, 2], [0, 3]])
  func anOrthogonalMatrixKeepsLengths(shape: [Int]) {
    let values = initial(.orthogonal(gain: 2), shape)
    #expect(values.shape == shape)
    let w = values.reshaped([shape[0], shape[1...].reduce(1, *)])
    let product = w.shape[0] <= w.shape[1] ? matmul(w, transposing: w) : matmul(w.transposed, w)
    let identity = Tensor<Double>.identity(w.shape.min()!)
    #expect(product.isClose(to: 4 * identity, tolerance: 1e-14))
  }

  @Test func itIsTheOrthogonalFactorOfANormalMatrix() {
    var generator = RandomNumbers(seed: 3)
    let normal = Tensor.normal(shape: [5, 8], using: &generator)
    let q = initial(.orthogonal(), [5, 8])
    let r = matmul(normal, transposing: q)
    for i in 0..<5 {
      #expect(r[i, i].item > 0)
      for j in (i + 1)..<max(5, i + 1) { #expect(r[i, j].item.magnitude < 1e-14) }
    }
    #expect(matmul(r, q).isClose(to: normal, tolerance: 1e-14))
  }

  @Test func rowsAreAtRightAnglesToRounding() {
    var generator = RandomNumbers(seed: 9)
    let rows = Tensor(
      shape: [30, 40], scalars: orthogonalValues(rows: 30, columns: 40, using: &generator))
    #expect(matmul(rows, transposing: rows).isClose(to: .identity(30), tolerance: 1e-14))
  }

  @Test func aMatrixOfOneNumberIsItsSign() {
    var generator = RandomNumbers(seed: 9)
    for _ in 0..<10 {
      let values = orthogonalValues(rows: 1, columns: 1, using: &generator)
      #expect(values.count == 1 && (values[0].magnitude - 1).magnitude < 1e-15)
    }
  }

  @Test func aMatrixWithoutRowsHasNoNumbers() {
    var generator = RandomNumbers(seed: 9)
    #expect(orthogonalValues(rows: 0, columns: 3, using: &generator) == [])
    #expect(orthogonalValues(rows: 3, columns: 0, using: &generator) == [])
    #expect(generator == RandomNumbers(seed: 9))
  }
}
