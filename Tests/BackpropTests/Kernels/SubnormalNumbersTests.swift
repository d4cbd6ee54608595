import Testing

@testable import Backprop

@Suite struct SubnormalNumbersTests {
  /// Half of the smallest normal number, computed where the compiler does not see it.
  @inline(never)
  private func half(of x: UnsafeMutablePointer<Float>) -> Float {
    x[1] = x[0] * 0.5
    return x[1]
  }

  #if arch(x86_64) || arch(arm64)
    @Test func theyAreZerosWhileTheClosureRunsAndNumbersAfterIt() {
      let x = UnsafeMutablePointer<Float>.allocate(capacity: 2)
      defer { x.deallocate() }
      x.initialize(repeating: .leastNormalMagnitude, count: 2)
      #expect(half(of: x) > 0)
      #expect(SubnormalNumbers.flushed { half(of: x) } == 0)
      #expect(half(of: x) > 0)
      let nested = SubnormalNumbers.flushed {
        _ = SubnormalNumbers.flushed { half(of: x) }
        return half(of: x)
      }
      #expect(nested == 0)
      #expect(half(of: x) > 0)
    }

    @Test func inALongPlanOfTheAcceleratedBackendThereAreNone() {
      // A gradient of 2⁻¹³⁰ in each of 2,000 numbers.
      func gradients(_ backend: Backend) -> [Float] {
        var step = TrainingStep(
          model: TensorModel(Tensor<Float>(repeating: 1, shape: [2000])), optimizer: Watch(),
          backend: backend
        ) { model, x, _ in (model.value * x * 0x1p-65).sum() }
        for _ in 0..<3 { _ = step(Tensor(repeating: 0x1p-65, shape: [2000]), Tensor(Float(0))) }
        #expect(step.isReplayed)
        return step.optimizer.seen
      }
      #expect(gradients(.accelerated).allSatisfy { $0 == 0 })
      #expect(gradients(.deterministic).allSatisfy { $0 == 0x1p-130 })
    }
  #endif
}

/// One tensor of parameters.
private struct TensorModel: Model {
  var value: Tensor<Float>
  init(_ value: Tensor<Float>) { self.value = value }
  mutating func visitParameters(_ visitor: inout ParameterVisitor<Float>) {
    visitor.visit("value", &value)
  }
}

/// Remembers the derivatives and moves nothing.
private struct Watch: Optimizer {
  var learningRate: Float = 1
  var seen: [Float] = []
  mutating func update(
    _ parameter: ParameterBuffer<Float>, along gradient: GradientBuffer<Float>, at index: Int
  ) { seen = Array(gradient) }
}
