import Backprop
import Testing

/// Every activation in both scalar types, from the smallest numbers to the largest, against mpmath.
@Suite struct ActivationTests {
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

  @Test func largerNumbersGiveLargerValuesWithinTheFunctionsEnds() {
    let rising: [(Activation, ClosedRange<Double>)] = [
      (.sigmoid, 0...1), (.tanh, -1...1), (.relu, 0...800), (.leakyRelu(), -8...800),
      (.elu(scale: 2), -2...800), (.softplus, 0...801),
    ]
    let x = numbersOfAllSizes()
    for (activation, range) in rising {
      let values = activation(x).scalars
      #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 }, "\(activation)")
      #expect(values.allSatisfy { range.contains($0) }, "\(activation)")
      let slopes = gradient(at: x) { activation($0).sum() }.scalars
      #expect(slopes.allSatisfy { $0 >= 0 && $0 <= max(1, range.lowerBound.magnitude) })
    }
  }

  @Test(arguments: activations.keys.sorted())
  func onlySigmoidAndTanhSaturateAndDoSoAtTheirEnds(name: String) throws {
    let activation = try #require(Self.activations[name])
    #expect((activation.saturationRange != nil) == ["sigmoid", "tanh"].contains(name))
    guard let range = activation.saturationRange else { return }
    #expect(activation(Tensor([-800, 800])) == Tensor([range.lowerBound, range.upperBound]))
  }

  @Test func anActivationPrintsAsItWouldBeWritten() {
    let all: [Activation] = [
      .identity, .sigmoid, .tanh, .relu, .leakyRelu(slope: 0.1), .elu(), .gelu, .geluTanh, .silu,
      .softplus,
    ]
    #expect(
      all.map(\.description) == [
        "identity", "sigmoid", "tanh", "relu", "leakyRelu(slope: 0.1)", "elu(scale: 1.0)", "gelu",
        "geluTanh", "silu", "softplus",
      ])
  }

  private func isClose(
    _ a: Double, _ b: Double, relative: Double, absolute: Double
  ) -> Bool {
    (a - b).magnitude <= max(relative * b.magnitude, absolute)
  }
}

/// Random numbers of all sizes, in ascending order.
func numbersOfAllSizes() -> Tensor<Double> {
  var generator = RandomNumbers(seed: 12)
  let small = Tensor.normal(shape: [200], using: &generator).scalars
  let large = Tensor.uniform(in: -800...800, shape: [101], using: &generator).scalars
  return Tensor((small + large).sorted())
}

/// Whether numbers are equal up to a rounding of `x` or 1.
func agree(_ a: Tensor<Double>, _ b: Tensor<Double>, upToRoundingOf x: Tensor<Double>) -> Bool {
  zip(zip(a.scalars, b.scalars), x.scalars).allSatisfy { pair, x in
    (pair.0 - pair.1).magnitude <= 4e-16 * max(1, x.magnitude)
  }
}
