import Backprop
import Testing

@Suite struct FirstNonFiniteTests {
  @Test func whatIsFiniteHasNoTrace() {
    #expect(firstNonFinite(at: Tensor([1, 2])) { ($0 * $0).sum() } == nil)
    #expect(firstNonFinite(at: Tensor<Double>.zeros([0])) { $0.sum() } == nil)
    #expect(firstNonFinite(at: Tensor([1.0])) { _ in Tensor(2) } == nil)
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
