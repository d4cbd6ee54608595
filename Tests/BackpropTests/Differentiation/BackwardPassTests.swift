import Testing

@testable import Backprop

@Suite struct BackwardPassTests {
  @Test func contributionsToOneNodeAddUp() {
    let tape = Tape<Double>()
    let x = tape.parameter(Tensor(3))
    let y = x * x + x
    let all = tape.derivatives(
      of: tape.index(of: y), seed: Tensor(1), withRespectTo: [0], recording: false)
    #expect(all == [Tensor(7)])
  }

  @Test func whatTheResultDoesNotDependOnHasTheDerivativeZero() {
    let tape = Tape<Double>()
    let x = tape.parameter(Tensor(3))
    let unused = tape.parameter(Tensor([1, 2]))
    let y = square(x)
    let later = tape.parameter(Tensor(4))
    let points = [x, unused, later].map { tape.index(of: $0) }
    let all = tape.derivatives(
      of: tape.index(of: y), seed: Tensor(1), withRespectTo: points, recording: false)
    #expect(all == [Tensor(6), Tensor([0, 0]), Tensor(0)])
  }

  @Test func nothingIsComputedBehindAJump() {
    let tape = Tape<Double>()
    let x = tape.parameter(Tensor(3))
    let y = elementwise(.sign, square(x)) * x
    let all = tape.allDerivatives(
      of: tape.index(of: y), seed: Tensor(1), withRespectTo: [0], recording: false)
    // x, its square, the sign, the product: the sign takes part as a factor only.
    #expect(all == [Tensor(1), nil, nil, Tensor(1)])
  }

  @Test func onlyARecordingPassAddsToTheTape() {
    let tape = Tape<Double>()
    let x = tape.parameter(Tensor(3))
    let y = square(x)
    let count = tape.nodes.count
    for recording in [false, true] {
      let slope = tape.derivatives(
        of: tape.index(of: y), seed: Tensor(1), withRespectTo: [0], recording: recording)[0]
      #expect((slope.trace != nil) == recording)
      #expect((tape.nodes.count > count) == recording)
    }
  }
}
