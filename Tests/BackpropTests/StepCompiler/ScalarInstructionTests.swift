import Testing

@testable import Backprop

@Suite struct ScalarInstructionTests {
  @Test func anInstructionTakesSixteenBytes() {
    #expect(MemoryLayout<ScalarInstruction>.stride == 16)
  }

  @Test func instructionsRunOneAfterAnother() {
    let instructions = [
      ScalarInstruction(code: .product, target: 3, a: 0, b: 1),
      ScalarInstruction(code: .addProduct, target: 3, a: 1, b: 2),
      ScalarInstruction(code: .binary(.subtract), target: 4, a: 3, b: 0),
      ScalarInstruction(code: .unary(.one), kernel: 1, target: 5, a: 4, b: 4),
      ScalarInstruction(code: .unary(.copy), target: 6, a: 5, b: 5),
    ]
    let kernels = [UnaryKernel.exact(.negate), .exact(.square)]
    var memory: [Double] = [2, 3, 5, 0, 0, 0, 0]
    memory.withUnsafeMutableBufferPointer { memory in
      instructions.withUnsafeBufferPointer { instructions in
        kernels.withUnsafeBufferPointer { kernels in
          instructions.run(0..<5, kernels, on: memory.baseAddress!)
        }
      }
    }
    #expect(memory == [2, 3, 5, 21, 19, 361, 361])
  }

  @Test func eightsRunAFunctionOnManyNumbers() {
    let instruction = [
      ScalarInstruction(code: .unary(.eights), kernel: 0, target: 8, a: 0, b: 1)
    ]
    var memory = (0..<16).map { Double($0) }
    memory.withUnsafeMutableBufferPointer { memory in
      instruction.withUnsafeBufferPointer { instruction in
        [UnaryKernel.exact(.negate)].withUnsafeBufferPointer { kernels in
          instruction.run(0..<1, kernels, on: memory.baseAddress!)
        }
      }
    }
    #expect(memory[8...] == [0, -1, -2, -3, -4, -5, -6, -7])
  }
}
