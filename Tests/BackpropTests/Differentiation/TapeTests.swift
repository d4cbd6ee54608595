import Testing

@testable import Backprop

@Suite struct TapeTests {
  @Test func aValueIsRecordedAfterWhatItWasComputedFrom() {
    let tape = Tape<Double>()
    let x = tape.parameter(Tensor(3))
    _ = x * 2
    #expect(
      tape.nodes.map(\.computation) == [
        .leaf(.parameter), .leaf(.constant), .binary(.elementwise(.multiply), 0, 1),
      ])
    #expect(tape.nodes.map(\.value.item) == [3, 2, 6])
  }

  @Test func aParameterOnTheTapeAlreadyIsAnIdentity() {
    let tape = Tape<Double>()
    _ = tape.parameter(tape.parameter(Tensor(3)))
    #expect(tape.nodes[1].computation == .unary(.elementwise(.identity), 0))
  }

  @Test func aTapeThatJoinsAnotherIsFoundThere() {
    let (first, second) = (Tape<Double>(), Tape<Double>())
    _ = first.parameter(Tensor(1))
    let x = second.parameter(Tensor(2))
    second.name(0, "x")
    let y = second.state(Tensor(5))
    first.absorb(second)
    #expect(second.current === first)
    #expect(x.trace?.resolved.index == 1)
    #expect(first.nodes.map(\.value.item) == [1, 2, 5])
    #expect(first.name(of: 1) == "x")
    #expect(first.states.map(\.leaf) == [2])
    #expect(y.trace?.resolved.tape === first)
  }

  @Test func aStateIsWhatItWasUpdatedTo() {
    let tape = Tape<Double>()
    _ = tape.state(Tensor(1))
    #expect(tape.updatedState(0) == 0)
    #expect(tape.updateState(0, to: Tensor(4)))
    #expect(tape.nodes[tape.updatedState(0)].value == Tensor(4))
    #expect(!tape.updateState(1, to: Tensor(4)))
  }

  @Test func theInnermostPartOfAModelNamesANode() {
    let tape = Tape<Double>()
    let outer = tape.end
    _ = tape.parameter(Tensor(1))
    let inner = tape.end
    _ = tape.parameter(Tensor(2))
    tape.note("network.layer", from: inner)
    tape.note("network", from: outer)
    #expect(tape.part(of: 1) == "network.layer")
    #expect(tape.part(of: 0) == "network")
    #expect(tape.part(of: 2) == nil)
  }
}
