import Testing

@testable import Figures

@Suite struct AxisTests {
  @Test func aLogarithmicAxisRefusesARangeThatIsNotPositive() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Axis("loss", scale: .logarithmic, in: 0...1)
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains("has room for positive numbers only, but “loss” starts at 0."))
  }

  @Test func labelsWithoutTicksAreRefused() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Axis("loss", ticks: [1, 2], labels: ["one"])
    }
    #expect(said(result).contains("The axis “loss” has 2 ticks of its own, but 1 labels."))
  }

  @Test func aThresholdOfZeroIsRefused() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Axis("x", scale: .symmetricLogarithmic(threshold: 0))
    }
    #expect(said(result).contains("The axis “x” needs a positive threshold, not 0."))
  }
}
