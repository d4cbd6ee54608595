import Backprop
import Testing

/// Long formulas, some of which the compiler gave up with the forms for any type alone, so that this file did not
/// compile; how long they may take, `Tests/OutsidePackage/depends` says. Their values are those of numbers.
@Suite struct ConcreteArithmeticTests {
  private func peaks(_ x: Double, _ y: Double) -> Double {
    3 * (1 - x) * (1 - x) * exp(-x * x - (y + 1) * (y + 1)) - 10
      * (x / 5 - x * x * x - y * y * y * y * y) * exp(-x * x - y * y) - exp(
        -(x + 1) * (x + 1) - y * y) / 3
  }

  private func peaks(_ x: Tensor<Double>, _ y: Tensor<Double>) -> Tensor<Double> {
    3 * (1 - x) * (1 - x) * exp(-x * x - (y + 1) * (y + 1)) - 10
      * (x / 5 - x * x * x - y * y * y * y * y) * exp(-x * x - y * y) - exp(
        -(x + 1) * (x + 1) - y * y) / 3
  }

  private func peaks(_ x: Tensor<Float>, _ y: Float) -> Tensor<Float> {
    3 * (1 - x) * (1 - x) * exp(-x * x - (y + 1) * (y + 1)) - 10
      * (x / 5 - x * x * x - y * y * y * y * y) * exp(-x * x - y * y) - exp(
        -(x + 1) * (x + 1) - y * y) / 3
  }

  private func peaks(_ x: Float, _ y: Float) -> Float {
    3 * (1 - x) * (1 - x) * exp(-x * x - (y + 1) * (y + 1)) - 10
      * (x / 5 - x * x * x - y * y * y * y * y) * exp(-x * x - y * y) - exp(
        -(x + 1) * (x + 1) - y * y) / 3
  }

  private func generic<S: Scalar>(_ x: Tensor<S>, _ y: S) -> Tensor<S> {
    (1 - x) * (x + y) / (y - x) + x * y - y / x
  }

  @Test func aFormulaOfTensorsHasTheValuesOfTheOneOfNumbers() {
    for (x, y) in [(0.5, -1.5), (0, 0), (-1.25, 2), (3, 1)] {
      #expect(peaks(Tensor(x), Tensor(y)).item == peaks(x, y))
      #expect(peaks(Tensor(Float(x)), Float(y)).item == peaks(Float(x), Float(y)))
    }
  }

  @Test func aFormulaWithPowersInAClosureHasDerivatives() {
    let (dx, dy) = gradient(at: 0.0, 0.0) { x, y in
      3 * pow(1 - x, 2) * exp(-pow(x, 2) - pow(y + 1, 2)) - 10
        * (x / 5 - pow(x, 3) - pow(y, 5)) * exp(-pow(x, 2) - pow(y, 2)) - 1 / 3
        * exp(-pow(x + 1, 2) - pow(y, 2))
    }
    // Of the three terms: −6/e − 2 + 2/(3e), and −6/e.
    let e = Double.exp(1)
    #expect(abs(dx - (-6 / e - 2 + 2 / (3 * e))) < 1e-14)
    #expect(abs(dy + 6 / e) < 1e-14)
  }

  @Test func tensorsNumbersAndLiteralsMix() {
    let y = 2.0
    let slope = gradient(at: 1.0) { x in
      3 * (1 - x) * (1 - x) * exp(-x * x - (y + 1) * (y + 1)) - 10
        * (x / 5 - x * x * x - y * y * y * y * y) * exp(-x * x - y * y) - exp(
          -(x + 1) * (x + 1) - y * y) / 3
    }
    let h = 1e-6
    #expect(abs(slope - (peaks(1 + h, y) - peaks(1 - h, y)) / (2 * h)) < 1e-8)
    let literals =
      3 * (1 - 0.5) * (1 - 0.5) * exp(-0.5 * 0.5 - (2 + 1) * (2 + 1)) - 10
      * (0.5 / 5 - 0.5 * 0.5 * 0.5 - 2 * 2 * 2 * 2 * 2) * exp(-0.5 * 0.5 - 2 * 2) - exp(
        -(0.5 + 1) * (0.5 + 1) - 2 * 2) / 3
    #expect(literals == peaks(0.5, 2))
    let values = [1.0, 2.0].map { x in
      3 * x * exp(-x * x) + sin(2 * x) / (1 + x * x) - sqrt(abs(x) + 1) * tanh(x / 2)
    }
    #expect(values.count == 2)
  }

  @Test func theFormsForAnyTypeGiveTheSame() {
    let x = Tensor([0.25, -3, 7])
    #expect(generic(x, 2) == (1 - x) * (x + 2) / (2 - x) + x * 2 - 2 / x)
    let z = Tensor<Float>([0.25, -3, 7])
    #expect(generic(z, 2) == (1 - z) * (z + 2) / (2 - z) + z * 2 - 2 / z)
  }

  @Test func aWrongShapeTraps() async {
    await #expect(processExitsWith: .failure) { _ = Tensor([1.0, 2]) + Tensor([1.0, 2, 3]) }
    await #expect(processExitsWith: .failure) {
      _ = Tensor<Float>([1, 2]) / Tensor<Float>([1, 2, 3])
    }
  }
}
