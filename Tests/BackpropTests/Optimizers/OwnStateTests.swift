import Backprop
import Testing

/// Momentum as a user of the library writes it.
private struct OwnMomentum: Optimizer {
  var learningRate: Double
  var velocity: [Tensor<Double>] = []
  /// Where the numbers of each state lie, at each step.
  var places: [[Int]] = []

  mutating func prepare(for shapes: [[Int]], file: StaticString, line: UInt) {
    if velocity.isEmpty { velocity = shapes.map { Tensor.zeros($0) } }
  }

  mutating func beginStep() { places.append([]) }

  mutating func update(
    _ parameter: ParameterBuffer<Double>, along gradient: GradientBuffer<Double>, at index: Int
  ) {
    let place = velocity[index].changingInPlace { velocity in
      for i in velocity.indices {
        velocity[i] = 0.9 * velocity[i] + gradient[i]
        parameter[i] -= learningRate * velocity[i]
      }
      return Int(bitPattern: velocity.baseAddress)
    }
    places[places.count - 1].append(place)
  }
}

@Suite struct OwnStateTests {
  private let x = Tensor([[0.5, -1], [2, 0.25]])
  private let y = Tensor([[1.0], [-1]])

  @Test func itsStateIsChangedWithoutCopies() {
    var generator = RandomNumbers(seed: 5)
    var network = Network(sizes: [2, 300, 1], activation: .tanh, using: &generator)
    var other = network
    var (own, library) = (
      OwnMomentum(learningRate: 0.01), Momentum(learningRate: 0.01, momentum: 0.9)
    )
    for _ in 0..<20 {
      own.update(&network, along: gradient(at: network) { meanSquaredError($0(x), y) })
      library.update(&other, along: gradient(at: other) { meanSquaredError($0(x), y) })
    }
    #expect(network.flattenedParameters == other.flattenedParameters)
    #expect(own.places.count == 20 && own.places[0].count == 4)
    #expect(own.places.allSatisfy { $0 == own.places[0] })
  }

  @Test func aTensorThatSharesItsNumbersKeepsThem() {
    var a = Tensor([1.0, 2])
    let b = a
    a.changingInPlace { $0[0] = 7 }
    #expect(a == Tensor([7.0, 2]) && b == Tensor([1.0, 2]))
  }

  @Test func whatWasChangedDependsOnNothing() {
    let slope = gradient(at: Tensor([1.0, 2])) { x in
      var y = x * 3
      y.changingInPlace { $0[0] = 5 }
      return (x * y).sum()
    }
    #expect(slope == Tensor([5.0, 6]))
  }

  @Test func anEmptyTensorHasNothingToChange() {
    var empty = Tensor<Double>.zeros([0, 3])
    #expect(empty.changingInPlace { $0.count } == 0)
  }
}
