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

  /// Derivatives of all sizes, subnormal ones too, and none after the first step.
  private func derivatives<S: Scalar>(_ type: S.Type) -> [S] {
    (0..<200).map {
      S(
        sign: .plus,
        exponent: -S.Exponent($0) * S.Exponent(S.leastNormalMagnitude.exponent.magnitude + 20)
          / 199, significand: 1.25)
    }
  }

  @Test func momentsBecomeZeroBeforeTheyAreSubnormal() {
    func check<S: Scalar>(_ type: S.Type) {
      let first = derivatives(type)
      #expect(first.contains { $0.isSubnormal })
      let none = [S](repeating: 0, count: first.count)
      var (mean, square, velocity, x) = (
        Tensor(none), Tensor(none), Tensor(none), Tensor(none)
      )
      for step in 0..<20_000 {
        (step == 0 ? first : none).withUnsafeBufferPointer { g in
          x.changingInPlace { x in
            mean.changingInPlace { mean in
              square.changingInPlace { square in
                descendAdaptively(
                  x, g, mean, square, momentum: 0.9, decay: 0.9, rate: 0.001, rootFactor: 1,
                  epsilon: 1e-8)
              }
            }
          }
          velocity.changingInPlace { accumulate($0, decay: 0.9, g, weight: 1) }
        }
        for moment in [mean, square, velocity] {
          guard moment.scalars.contains(where: \.isSubnormal) else { continue }
          Issue.record("A moment of \(type) is subnormal after step \(step).")
          return
        }
      }
      #expect(mean.scalars.allSatisfy { $0 == 0 } && square.scalars.allSatisfy { $0 == 0 })
      #expect(velocity.scalars.allSatisfy { $0 == 0 })
      #expect(x.scalars.allSatisfy { $0.isFinite } && x.scalars[0] < 0)
    }
    check(Float.self)
    check(Double.self)
  }

  @Test func momentsOfAnOrdinarySizeAreKeptWhole() {
    // 2⁻⁹⁹ in Float, of whose square the average still is a number.
    let means = run { x, g, _ in accumulate(x, decay: 0x1p-900, g, weight: 0x1p-950) }
    #expect(means.scalars == [8 * 0x1p-900 + 0x1p-950, 16 * 0x1p-900 + 0x1p-949])
    let below = run { x, g, _ in accumulate(x, decay: 0x1p-1010, g, weight: 0) }
    #expect(below.scalars == [0, 0])
    let nan = run { x, g, _ in accumulate(x, decay: .nan, g, weight: 1) }
    #expect(nan.scalars.allSatisfy { $0.isNaN })
  }

  @Test func aFactorScalesEachNumber() {
    var x = [1.0, -2]
    scale(&x, by: 3)
    #expect(x == [3, -6])
  }
}
