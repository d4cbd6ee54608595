import Backprop
import Testing

/// The activations of numbers have the bits of those of tensors.
@Suite struct ActivationsOfNumbersTests {
  private func agree<S: Scalar>(_ name: String, _ number: (S) -> S, _ tensor: Activation) {
    var points: [S] = [
      0, -0.0, .infinity, -.infinity, .greatestFiniteMagnitude, .leastNonzeroMagnitude,
    ]
    points += (-400...400).map { S($0) / 8 }
    for x in points {
      let (a, b) = (number(x), tensor(Tensor(x)).item)
      #expect(a == b || (a.isNaN && b.isNaN), "\(name)(\(x)): \(a), \(b)")
    }
    #expect(number(.nan).isNaN, "\(name)")
  }

  @Test func ofDoubles() {
    agree("sigmoid", { (x: Double) in sigmoid(x) }, .sigmoid)
    agree("tanh", { (x: Double) in tanh(x) }, .tanh)
    agree("relu", { (x: Double) in relu(x) }, .relu)
    agree("leakyRelu", { (x: Double) in leakyRelu(x) }, .leakyRelu())
    agree("leakyRelu", { (x: Double) in leakyRelu(x, slope: 0.125) }, .leakyRelu(slope: 0.125))
    agree("elu", { (x: Double) in elu(x, scale: 2) }, .elu(scale: 2))
    agree("gelu", { (x: Double) in gelu(x) }, .gelu)
    agree("geluTanh", { (x: Double) in geluTanh(x) }, .geluTanh)
    agree("silu", { (x: Double) in silu(x) }, .silu)
    agree("softplus", { (x: Double) in softplus(x) }, .softplus)
  }

  @Test func ofFloats() {
    agree("relu", { (x: Float) in relu(x) }, .relu)
    agree("leakyRelu", { (x: Float) in leakyRelu(x, slope: 0.125) }, .leakyRelu(slope: 0.125))
    agree("elu", { (x: Float) in elu(x) }, .elu())
    agree("gelu", { (x: Float) in gelu(x) }, .gelu)
    agree("geluTanh", { (x: Float) in geluTanh(x) }, .geluTanh)
    agree("silu", { (x: Float) in silu(x) }, .silu)
  }
}
