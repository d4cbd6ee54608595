import Testing

@testable import Backprop

@Suite struct ApplicationTests {
  @Test func withoutATapeNothingIsRecorded() {
    #expect((Tensor(1) + Tensor(2)).trace == nil)
    #expect(apply(.sum, Tensor([1, 2])).trace == nil)
  }

  @Test func whatMeetsATapeBecomesAConstantOnIt() {
    let tape = Tape<Double>()
    let x = tape.parameter(Tensor([1, 2]))
    let joined = apply(.stack, [Tensor([5, 6]), x])
    #expect(joined == Tensor([[5, 6], [1, 2]]))
    #expect(tape.nodes[1].operation == .leaf(.constant))
    #expect(tape.nodes[2].computation == .variadic(.stack, [1, 0]))
  }

  @Test func twoTapesThatMeetBecomeOne() {
    let (first, second) = (Tape<Double>(), Tape<Double>())
    let (x, y) = (first.parameter(Tensor(2)), second.parameter(Tensor(3)))
    let product = elementwise(.multiply, x, y)
    #expect(product == Tensor(6))
    #expect(second.current === first)
    #expect(first.nodes[2].computation == .binary(.elementwise(.multiply), 0, 1))
  }
}
