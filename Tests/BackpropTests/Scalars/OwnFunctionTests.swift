import Backprop
import Testing

/// A program's own function is called for a literal, whatever it is declared for.
@Suite struct OwnFunctionTests {
  private func square(_ x: Double) -> Double { x * x + 1000 }
  private func relu<T: Comparable & Numeric>(_ x: T) -> T { x + 1 }
  private func sigmoid<S>(_ x: Tensor<S>) -> Int { 7 }

  @Test func memberFunctionsComeFirst() {
    #expect(square(2) == 1004)
    #expect(relu(2.0) == 3)
    #expect(sigmoid(Tensor(0)) == 7)
  }

  @Test func localFunctionsComeFirst() {
    func exp(_ x: Double) -> Double { x + 1 }
    func pow<T: Numeric>(_ x: T, _ y: T) -> T { x * y }
    #expect(exp(2) == 3)
    #expect(pow(2.0, 8.0) == 16)
  }

  @Test func functionsOfTheFileComeFirst() {
    #expect(cos(2) == 1002)
    #expect(silu(2) == 1002)
  }
}

private func cos(_ x: Double) -> Double { x + 1000 }
private func silu(_ x: Double) -> Double { x + 1000 }
