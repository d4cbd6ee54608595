import Backprop
import Testing

/// Every activation in both scalar types, from the smallest numbers to the largest, against mpmath.
@Suite struct ActivationDerivativeTests {
  static let activations: [String: Activation] = [
    "identity": .identity, "sigmoid": .sigmoid, "tanh": .tanh, "relu": .relu,
    "leakyRelu": .leakyRelu(slope: 0.125), "elu": .elu(scale: 2), "gelu": .gelu,
    "geluTanh": .geluTanh, "silu": .silu, "softplus": .softplus,
  ]

  private static let cases = Dictionary(grouping: Oracle.activations, by: \.name)

  @Test func eachActivationHasACase() {
    #expect(Set(Self.cases.keys) == Set(Self.activations.keys))
  }

  @Test(arguments: activations.keys.sorted())
  func valuesSlopesAndCurvaturesMatchMpmath(name: String) throws {
    let activation = try #require(Self.activations[name])
    for example in try #require(Self.cases[name]) {
      let x = Tensor([example.x])
      let slope = gradient(at: x) { activation($0).sum() }
      let curvature = gradient(at: x) { x in gradient(at: x) { activation($0).sum() }.sum() }
      #expect(
        isClose(activation(x).item, example.value, relative: 1e-13, absolute: 1e-300), "\(example)")
      // σ′ and tanh′ come from the result, which has lost digits where it is close to 1.
      #expect(isClose(slope.item, example.slope, relative: 1e-12, absolute: 1e-15), "\(example)")
      #expect(
        isClose(curvature.item, example.curvature, relative: 1e-12, absolute: 1e-14),
        "\(example)")
    }
  }

  @Test(arguments: activations.keys.sorted())
  func inFloatTheyAreTheSameToItsPrecision(name: String) throws {
    let activation = try #require(Self.activations[name])
    for example in try #require(Self.cases[name]) where example.x.magnitude < 1e39 {
      let x = Tensor<Float>([Float(example.x)])
      let slope = gradient(at: x) { activation($0).sum() }
      let curvature = gradient(at: x) { x in gradient(at: x) { activation($0).sum() }.sum() }
      #expect(
        isClose(Double(activation(x).item), example.value, relative: 1e-6, absolute: 1e-38),
        "\(example)")
      #expect(
        isClose(Double(slope.item), example.slope, relative: 1e-5, absolute: 1e-6), "\(example)")
      #expect(
        isClose(Double(curvature.item), example.curvature, relative: 1e-5, absolute: 1e-5),
        "\(example)")
    }
  }

  @Test(arguments: activations.keys.sorted())
  func emptyTensorsAndNaNPassThrough(
    name: String
  ) throws {
    let activation = try #require(Self.activations[name])
    for shape in [[0], [0, 3], [3, 0]] {
      let none = Tensor<Double>.zeros(shape)
      #expect(activation(none).shape == shape)
      #expect(gradient(at: none) { activation($0).sum() }.shape == shape)
    }
    #expect(activation(Tensor([Double.nan])).item.isNaN)
    #expect(activation(Tensor<Float>([.nan])).item.isNaN)
  }

  private func isClose(
    _ a: Double, _ b: Double, relative: Double, absolute: Double
  ) -> Bool {
    (a - b).magnitude <= max(relative * b.magnitude, absolute)
  }
}
