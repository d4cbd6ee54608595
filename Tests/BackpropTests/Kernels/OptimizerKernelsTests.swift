import Testing

@testable import Backprop

@Suite struct OptimizerKernelsTests {
  /// Runs a kernel on `x = [8, 16]` with the derivatives `[1, 2]` and the squares `[4, 16]`.
  private func run(
    _ kernel: (ParameterBuffer<Double>, GradientBuffer<Double>, GradientBuffer<Double>) -> Void
  ) -> Tensor<Double> {
    var x = Tensor([8.0, 16])
    x.changingInPlace { x in
      [1.0, 2].withUnsafeBufferPointer { g in
        [4.0, 16].withUnsafeBufferPointer { square in kernel(x, g, square) }
      }
    }
    return x
  }

  @Test func aStepGoesAgainstTheDerivative() {
    let plain = run { x, g, _ in descend(x, g, rate: 0.5) }
    #expect(plain.scalars == [7.5, 15])
    // 16 − 0.5 · 2 / (√16 + 4) and 8 − 0.5 · 1 / (√4 + 2)
    let overFour = run { x, g, square in descend(x, g, over: square, rate: 0.5, epsilon: 4) }
    #expect(overFour.scalars[1] == 15.875)
    let overTwo = run { x, g, square in descend(x, g, over: square, rate: 0.5, epsilon: 2) }
    #expect(overTwo.scalars[0] == 7.875)
  }

  @Test func averagesForgetAndTakeIn() {
    let means = run { x, g, _ in accumulate(x, decay: 0.5, g, weight: 2) }
    #expect(means.scalars == [6, 12])
    let squares = run { x, g, _ in accumulateSquares(x, decay: 0.5, g, weight: 2) }
    #expect(squares.scalars == [6, 16])
  }

  @Test func anAdaptiveStepIsTheOnesThatItJoins() {
    var (x, mean, square) = (Tensor([8.0]), Tensor([1.0]), Tensor([4.0]))
    x.changingInPlace { x in
      mean.changingInPlace { mean in
        square.changingInPlace { square in
          [3.0].withUnsafeBufferPointer { g in
            descendAdaptively(
              x, g, mean, square, momentum: 0.5, decay: 0.5, rate: 2, rootFactor: 1, epsilon: 0)
          }
        }
      }
    }
    // mean ½·1 + ½·3, square ½·4 + ½·9, step 2 · 2 / √6.5
    #expect(mean == Tensor([2]) && square == Tensor([6.5]))
    let expected = 8 - 4 / 6.5.squareRoot()
    #expect(x.item == expected)
  }

  @Test func aFactorScalesEachNumber() {
    var x = [1.0, -2]
    scale(&x, by: 3)
    #expect(x == [3, -6])
  }
}
