import Testing

@testable import Backprop

@Suite struct UnaryFunctionTests {
  @Test func aPowerIsDrawnWithItsExponent() {
    #expect(UnaryFunction.power(3).symbol == "x^3")
    #expect(UnaryFunction.power(-0.5).symbol == "x^-0.5")
  }

  @Test func anOperationIsDrawnAsWhatItApplies() {
    #expect(Operation.unary(.elementwise(.sigmoid)).symbol == "σ")
    #expect(Operation.binary(.elementwise(.multiply)).symbol == "×")
    #expect(Operation.variadic(.stack).symbol == "stack")
    #expect(Operation.leaf(.random(.keepMask(rate: 0.5, shape: [2]))).symbol == "mask")
    #expect(Operation.leaf(.parameter).symbol == "")
  }
}
