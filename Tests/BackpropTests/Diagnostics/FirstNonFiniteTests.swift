import Backprop
import Testing

@Suite struct FirstNonFiniteTests {
  @Test func whatIsFiniteHasNoTrace() {
    #expect(firstNonFinite(at: Tensor([1, 2])) { ($0 * $0).sum() } == nil)
    #expect(firstNonFinite(at: Tensor<Double>.zeros([0])) { $0.sum() } == nil)
    #expect(firstNonFinite(at: Tensor([1.0])) { _ in Tensor(2) } == nil)
  }

  @Test func anOperationOnSingleNumbersIsTracedToItsNumbers() throws {
    let trace = try #require(
      firstNonFinite(at: Tensor([1, 2, 0, 3])) { x in (x * log(x)).sum() })
    #expect(trace.origin.operation == .unary(.elementwise(.logarithm)))
    #expect(trace.origin.direction == .forward)
    #expect(trace.origin.place == [2])
    #expect(trace.origin.numbers == [0])
    #expect(trace.origin.number == -.infinity)
    #expect(trace.origin.result == log(Tensor([1, 2, 0, 3])))
    #expect(trace.firstNaN?.operation == .binary(.elementwise(.multiply)))
    #expect(trace.target == .result)
    #expect(
      trace.description
        == "ln of 0 is −∞ at [2] of [4]. Then × made it NaN at [2] of [4]. It reached the result.")
  }

  @Test(arguments: [
    ("quotient", "0 ÷ 0 is NaN at [1] of [2]. It reached the result."),
    (
      "exponential",
      "exp of 800 is ∞ at [0] of [2]. Then ÷ made it NaN at [0] of [2]. It reached the result."
    ),
    ("sum", "Σ of parameter [2] from 1.5e+308 to 1.5e+308 is ∞. It reached the result."),
    (
      "product",
      "· of parameter [1, 2] from 1e+200 to 1e+200 and [2, 1] from 1e+200 to 1e+200 is ∞ at "
        + "[0, 0] of [1, 1]. It reached the result."
    ),
    ("parameter", "The parameter holds NaN at [1] of [2]. It reached the result."),
    ("constant", "A constant holds ∞ at [0] of [1]. It reached the result."),
    ("broadcast", "1 ÷ 0 is ∞ at [1, 1] of [2, 3]. It reached the result."),
    (
      "root",
      "On the way back √ of 0 passed ∞ at [0] of [2]. It reached the derivative of parameter."
    ),
    (
      "norm",
      "On the way back √ of 0 passed ∞. Then the derivative of x² made it NaN at [0] "
        + "of [2]. It reached the derivative of parameter."
    ),
    (
      "sum of derivatives",
      "On the way back a sum of 2 derivatives is ∞. It reached the derivative of "
        + "parameter."
    ),
    (
      "infinity before",
      "exp of 900 is ∞ at [0] of [1]. Then the derivative of exp made it NaN at [0] of [1]. It "
        + "reached the derivative of parameter."
    ),
  ])
  func theOriginIsToldInSentences(name: String, text: String) {
    let trace =
      switch name {
      case "quotient":
        firstNonFinite(at: Tensor([3, 0])) { x in (x / Tensor([1, 0])).sum() }
      case "exponential":
        firstNonFinite(at: Tensor([800, 0])) { x in (exp(x) / exp(x).sum())[0] }
      case "sum": firstNonFinite(at: Tensor([1.5e308, 1.5e308])) { x in x.sum() }
      case "product":
        firstNonFinite(at: Tensor([[1e200, 1e200]])) { x in
          matmul(x, Tensor([[1e200], [1e200]])).sum()
        }
      case "parameter": firstNonFinite(at: Tensor([1, .nan])) { x in square(x).sum() }
      case "constant":
        firstNonFinite(at: Tensor([1.0])) { x in (x + Tensor([Double.infinity])).sum() }
      case "broadcast":
        firstNonFinite(at: Tensor([[1.0], [1]])) { x in
          (Tensor([[2, 1, 1], [1, 1, 1]]) * x / Tensor([[1, 1, 1], [1, 0, 1]])).sum()
        }
      case "root": firstNonFinite(at: Tensor([0, 4])) { x in sqrt(x).sum() }
      case "norm": firstNonFinite(at: Tensor([0, 0])) { x in x.norm() }
      case "sum of derivatives":
        firstNonFinite(at: Tensor(1e-10)) { x in x * 1.5e308 + x * 1.5e308 }
      default:
        firstNonFinite(at: Tensor([900.0])) { x in sigmoid(exp(x)).sum() }
      }
    #expect(trace?.description == text)
  }

  @Test func inAPassTheLayerIsNamedAndTheParameter() throws {
    var generator = RandomNumbers(seed: 3)
    var network = Network<Double>(sizes: [2, 3, 4, 1], activation: .relu, using: &generator)
    let x = Tensor([[1, 2], [3, 4.0]])
    func found() -> NonFiniteTrace<Double>? {
      firstNonFinite(at: network, in: Pass(.training)) { network, pass in
        network(x, in: &pass).sum()
      }
    }
    #expect(found() == nil)
    network.layers[1].weights = .ones([4, 3]) * 1e308
    network.layers[0] = Dense(weights: .ones([3, 2]), bias: .zeros([3]), activation: .relu)
    let overflow = try #require(found())
    #expect(overflow.origin.layer == "layers.1")
    #expect(
      overflow.description
        == "· of [2, 3] from 3 to 7 and layers.1.weights [4, 3] from 1e+308 to 1e+308 is ∞ at "
        + "[0, 0] of [2, 4], in layers.1. It reached the result.")

    network.layers[2].weights.scalars[2] = .nan
    network.layers[1] = Dense(from: 3, to: 4, using: &generator)
    let nan = try #require(found())
    #expect(nan.origin.operation == .leaf(.parameter))
    #expect(
      nan.description
        == "The parameter layers.2.weights holds NaN at [0, 2] of [1, 4]. It reached the result.")
  }

  @Test func theInnermostLayerIsNamedOnTheWayBackToo() throws {
    let network = Sequential {
      Dense(weights: Tensor([[1.0, 0], [0, 1]]), bias: Tensor([0.0, 0]))
      Residual { Root() }
    }
    let trace = try #require(
      firstNonFinite(at: network, in: Pass(.inference)) { network, pass in
        network(Tensor([[4, 0]]), in: &pass).sum()
      })
    #expect(trace.origin.layer == "layers.1.body.layers.0")
    #expect(trace.origin.operation == .unary(.elementwise(.squareRoot)))
    #expect(trace.origin.direction == .backward(position: 0))
    #expect(trace.origin.incoming == Tensor([[1, 1]]))
    #expect(trace.origin.numbers == [0])
    #expect(trace.firstNaN == nil)
    #expect(trace.target == .gradient("layers.0.bias"))
  }

  @Test func whatDropoutDrewIsDrawnAgain() throws {
    let x = Tensor<Double>.ones([1, 8])
    var generator = RandomNumbers(seed: 1)
    let layer = Dense<Double>(from: 8, to: 1, using: &generator)
    func loss(_ layer: Dense<Double>, _ pass: inout Pass<Double>) -> Tensor<Double> {
      log(layer(pass.run("dropout", Dropout(rate: 0.5), x), in: &pass)).sum()
    }
    for seed in 0..<6 {
      var pass = Pass<Double>(.training, using: RandomNumbers(seed: UInt64(seed)))
      let before = pass
      var copy = layer
      let value = valueWithGradient(at: &copy, in: &pass, of: loss).value
      let trace = firstNonFinite(at: layer, in: before, of: loss)
      #expect((trace == nil) == value.isFinite)
      #expect(trace.map { $0.origin.operation == .unary(.elementwise(.logarithm)) } ?? true)
    }
  }

  @Test func infinitiesThatDoNotReachTheResultAreNotReported() {
    let barred = Tensor([[1, -Double.infinity, 0.5]])
    #expect(firstNonFinite(at: barred) { crossEntropy(logits: $0, labels: [2]) } == nil)
    #expect(firstNonFinite(at: Tensor([2.0])) { x in (x + 1 / exp(Tensor([900]))).sum() } == nil)
    let images = Tensor<Double>.ones([1, 1, 3, 3])
    let pooling = MaxPooling2D(size: 3, stride: 2, padding: 1)
    #expect(firstNonFinite(at: images) { pooling($0).sum() } == nil)
    // With a NaN beside them, that is what is followed.
    let trace = firstNonFinite(at: images) { x in pooling(log(x - 2)).sum() }
    #expect(trace?.origin.operation == .unary(.elementwise(.logarithm)))
  }

  @Test func aStateThatIsSpoiledIsTold() throws {
    let trace = try #require(
      firstNonFinite(at: Watching(), in: Pass(.training)) { layer, pass in
        layer(Tensor([1.0]), in: &pass).sum()
      })
    #expect(trace.target == .state("mean"))
    #expect(trace.origin.operation == .binary(.elementwise(.divide)))
    #expect(trace.description == "1 ÷ 0 is ∞ at [0] of [1]. It reached the new value of mean.")
  }

  @Test func insideAnotherDerivativeItLeavesThatAsItIs() {
    let slope = gradient(at: Tensor([2.0])) { outer in
      let trace = firstNonFinite(at: Tensor([0.0])) { x in (log(x) * outer).sum() }
      #expect(trace?.origin.operation == .unary(.elementwise(.logarithm)))
      return gradient(at: Tensor([3.0])) { x in (outer * outer * x * x).sum() }.sum()
    }
    #expect(slope == Tensor([24]))
  }

  @Test(arguments: Oracle.operations + Oracle.layers)
  func whateverOverflowsItsOriginHadFiniteInputs(example: Oracle.OperationCase) throws {
    let function = try #require(
      OperationTests.functions[example.name] ?? LayerTests.functions[example.name])
    let weights = Tensor(example.weights)
    func loss(_ inputs: [Tensor<Double>]) -> Tensor<Double> { (weights * function(inputs)).sum() }
    let points = [1, 0, 1e160, -1e300, 1e-300].map { factor in
      example.inputs.map { Tensor($0) * factor }
    }
    for point in points where point.allSatisfy({ $0.statistics.isFinite }) {
      let (value, gradient) = valueWithGradient(at: point, of: loss)
      let isFinite =
        value.isFinite && gradient.allSatisfy { $0.scalars.allSatisfy { $0.isFinite } }
      let trace = firstNonFinite(at: point, of: loss)
      #expect((trace == nil) == isFinite)
      guard let trace else { continue }
      let origin = trace.origin
      #expect(!origin.number.isFinite)
      #expect(origin.inputs.allSatisfy { $0.statistics.isFinite }, "\(trace)")
      #expect(origin.incoming?.statistics.isFinite ?? true, "\(trace)")
      #expect(origin.numbers?.allSatisfy { $0.isFinite } ?? true)
      #expect(origin.operation != .leaf(.parameter) && origin.operation != .leaf(.constant))
      #expect((trace.target == .result) == !value.isFinite)
      #expect(trace.firstNaN?.number.isNaN ?? true)
      if case .forward = origin.direction, let numbers = origin.numbers, numbers.count == 1 {
        // The numbers that are told are those that the operation was given.
        #expect(
          origin.inputs[0].scalars.contains { $0 == numbers[0] }
            || origin.inputs[0].scalars.contains { $0.isNaN })
      }
    }
  }

  @Test func layersAreNamedThoughTapesAreJoined() {
    let network = Sequential {
      Dense(weights: Tensor([[2.0]]), bias: Tensor([0.0]))
      Residual { Root() }
    }
    let slope = gradient(at: Tensor([[-3.0]])) { outer in
      let trace = firstNonFinite(at: network, in: Pass(.training)) { network, pass in
        (exp(outer) + network(outer * outer * outer, in: &pass)).sum()
      }
      #expect(trace?.origin.layer == "layers.1.body.layers.0")
      #expect(
        trace?.description
          == "√ of −54 is NaN at [0, 0] of [1, 1], in layers.1.body.layers.0. It reached the result."
      )
      return (outer * outer).sum()
    }
    #expect(slope == Tensor([[-6]]))
  }

  @Test func numbersInFloatOverflowSooner() throws {
    let trace = try #require(firstNonFinite(at: Tensor<Float>([1e20])) { square($0).sum() })
    #expect(trace.description == "x² of 1e+20 is ∞ at [0] of [1]. It reached the result.")
  }

  @Test func severalNumbersStopTheProgram() async {
    await #expect(processExitsWith: .failure) { _ = firstNonFinite(at: Tensor([1, 2])) { $0 } }
  }

  private struct Root: Layer {
    func callAsFunction(_ x: Tensor<Double>, in pass: inout Pass<Double>) -> Tensor<Double> {
      sqrt(x)
    }
    mutating func visitParameters(_ visitor: inout ParameterVisitor<Double>) {}
  }

  private struct Watching: Layer {
    var scale = Tensor([0.0])
    var mean = Tensor([0.0])
    func callAsFunction(_ x: Tensor<Double>, in pass: inout Pass<Double>) -> Tensor<Double> {
      pass.update(mean, to: x / scale)
      return scale * x
    }
    mutating func visitParameters(_ visitor: inout ParameterVisitor<Double>) {
      visitor.visit("scale", &scale)
      visitor.visitState("mean", &mean)
    }
  }
}
