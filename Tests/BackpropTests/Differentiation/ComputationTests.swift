import Testing

@testable import Backprop

@Suite struct ComputationTests {
  typealias OnTape = Computation<LeafOperation, Int>

  @Test func thereAreAsManyOperandsAsTheOperationTakes() {
    #expect(OnTape.leaf(.constant).operands == [])
    #expect(OnTape.unary(.sum, 4).operands == [4])
    #expect(OnTape.binary(.gather, 2, 7).operands == [2, 7])
    #expect(OnTape.variadic(.stack, [1, 1, 3]).operands == [1, 1, 3])
  }

  @Test func mappingKeepsTheOperationAndTheOrder() {
    func shifted(_ computation: OnTape) -> OnTape {
      computation.map(leaf: { $0 }, operand: { $0 + 10 })
    }
    #expect(shifted(.leaf(.state)) == .leaf(.state))
    #expect(shifted(.unary(.transpose, 1)) == .unary(.transpose, 11))
    #expect(shifted(.binary(.outerProduct, 1, 2)) == .binary(.outerProduct, 11, 12))
    #expect(shifted(.variadic(.stack, [3, 1])) == .variadic(.stack, [13, 11]))
  }

  @Test func theOperationIsTheComputationWithoutItsOperands() {
    #expect(OnTape.unary(.sum, 4).operation == .unary(.sum))
    #expect(
      OnTape.variadic(.concatenate(axis: 1), []).operation == .variadic(.concatenate(axis: 1)))
  }

  @Test func jumpsAndGivenValuesAreFlat() {
    #expect(OnTape.leaf(.parameter).isFlat)
    #expect(OnTape.unary(.elementwise(.sign), 0).isFlat)
    #expect(OnTape.unary(.oneHot(classes: 2), 0).isFlat)
    #expect(OnTape.binary(.elementwise(.isEqual), 0, 1).isFlat)
    #expect(!OnTape.unary(.elementwise(.relu), 0).isFlat)
    #expect(!OnTape.binary(.gather, 0, 1).isFlat)
    #expect(!OnTape.variadic(.stack, [0]).isFlat)
  }
}
