import Backprop
import Testing

@Suite struct HuberErrorTests {
  @Test func itIsHalfTheSquaredErrorNearZeroAndItsSlopeEndsAtTheThreshold() {
    let zero = Tensor([0.0, 0, 0, 0])
    let p = Tensor([0.5, -1, 3, -1e12])
    #expect(sumHuberError(p, zero, threshold: 1).item == 0.125 + 0.5 + 2.5 + (1e12 - 0.5))
    #expect(gradient(at: p) { sumHuberError($0, zero) } == Tensor([0.5, -1, 1, -1]))
    #expect(meanHuberError(p, zero) == sumHuberError(p, zero) / 4)
    #expect(sumHuberError(p, zero, threshold: 1e13) == halfSquaredError(p, zero))
  }
}
