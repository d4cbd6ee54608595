import Testing

@testable import Backprop

@Suite struct ProductKernelsTests {
  /// Whole numbers, so that sums are exact in any order.
  private func matrix(_ rows: Int, _ columns: Int, seed: Int) -> Tensor<Double> {
    let numbers = (0..<(rows * columns)).map { Double(($0 * 7 + seed) % 11 - 5) }
    return Tensor(shape: [rows, columns], scalars: numbers)
  }

  private func plain(_ a: Tensor<Double>, _ b: Tensor<Double>) -> Tensor<Double> {
    let (m, depth, n) = (a.shape[0], a.shape[1], b.shape[1])
    var numbers: [Double] = []
    for i in 0..<m {
      for j in 0..<n {
        var sum = 0.0
        for k in 0..<depth { sum += a.scalars[i * depth + k] * b.scalars[k * n + j] }
        numbers.append(sum)
      }
    }
    return Tensor(shape: [m, n], scalars: numbers)
  }

  @Test(arguments: [(1, 1, 1), (3, 5, 2), (4, 8, 16), (13, 130, 37), (5, 0, 3), (64, 129, 65)])
  func aProductIsTheSumsOfProducts(m: Int, depth: Int, n: Int) {
    let (a, b) = (matrix(m, depth, seed: 1), matrix(depth, n, seed: 4))
    let expected = plain(a, b)
    #expect(matrixProduct(a, transposed: false, b, transposed: false) == expected)
    #expect(matrixProduct(a.transposed, transposed: true, b, transposed: false) == expected)
    #expect(matrixProduct(a, transposed: false, b.transposed, transposed: true) == expected)
    #expect(
      matrixProduct(a.transposed, transposed: true, b.transposed, transposed: true) == expected)
  }

  @Test func bothBackendsAddToWhatIsThere() {
    let (a, b) = (matrix(5, 9, seed: 2), matrix(9, 33, seed: 3))
    let expected = plain(a, b).scalars.map { $0 + 100 }
    for backend in [Backend.deterministic, .accelerated] {
      var sums = [Double](repeating: 100, count: 5 * 33)
      a.scalars.withUnsafeBufferPointer { a in
        b.scalars.withUnsafeBufferPointer { b in
          sums.withUnsafeMutableBufferPointer { sums in
            Double.multiply(
              ProductTask(
                m: 5, n: 33, depth: 9, a: Strided(base: a.baseAddress!, row: 9, column: 1),
                b: Strided(base: b.baseAddress!, row: 33, column: 1), c: sums.baseAddress!,
                adds: true), backend)
          }
        }
      }
      #expect(sums == expected)
    }
  }

  @Test func vectorsFromEitherSide() {
    let a = Tensor([[1.0, 2], [3, 4], [5, 6]])
    #expect(matrixVectorProduct(a, transposed: false, Tensor([1, 10])) == Tensor([21, 43, 65]))
    #expect(matrixVectorProduct(a, transposed: true, Tensor([1, 10, 100])) == Tensor([531, 642]))
    #expect(outerProduct(Tensor([1.0, 2]), Tensor([3, 4])) == Tensor([[3, 4], [6, 8]]))
    #expect(innerProduct([1.0, 2], [3, 4]) == 11)
  }
}
