import Testing

@testable import Figures

@Suite struct AxisTicksTests {
  @Test func symmetricTicksMirrorEachOther() {
    let ticks = SymmetricTicks.ticks(lower: -1e6, upper: 1e6, threshold: 1, count: 8)
    #expect(ticks.labels.contains("0"))
    #expect(ticks.major.map { -$0 }.reversed() == ticks.major)
    #expect(ticks.labels.contains("10⁶") && ticks.labels.contains("−10⁶"))
    #expect(ticks.major == ticks.major.sorted())
  }

  @Test func symmetricTicksNearZeroAreLinear() {
    let ticks = SymmetricTicks.ticks(lower: -2, upper: 2, threshold: 1, count: 5)
    #expect(ticks.labels == ["−2", "−1", "0", "1", "2"])
  }

  @Test func onASquareRootAxisTicksDoNotLeaveALargeHole() {
    let ticks = AxisTicks.make(axis: Axis(scale: .power(0.5)), lower: 0, upper: 100, count: 6)
    #expect(ticks.labels == ["0", "5", "20", "40", "60", "80", "100"])
  }

  @Test func wholeDataHaveWholeTicks() {
    #expect(
      LinearTicks.ticks(lower: 0, upper: 15, count: 7, whole: true) == [0, 2, 4, 6, 8, 10, 12, 14])
    #expect(LinearTicks.ticks(lower: 1, upper: 4, count: 8, whole: true) == [1, 2, 3, 4])
    #expect(LinearTicks.ticks(lower: 0, upper: 1, count: 5, whole: true).count > 2)
  }

  @Test func namesAreThinnedByRoundSteps() {
    let axis = Axis(categories: (0..<10_000).map { "n\($0)" })
    let ticks = AxisTicks.make(axis: axis, lower: -0.5, upper: 9999.5, count: 20)
    #expect(ticks.isThinned)
    #expect(ticks.labels.prefix(3) == ["n0", "n500", "n1000"])
    let few = AxisTicks.make(
      axis: Axis(categories: ["a", "b"]), lower: -0.5, upper: 1.5, count: 20)
    #expect(few.labels == ["a", "b"] && !few.isThinned)
  }

  @Test func ownTicksHaveOwnLabels() {
    let axis = Axis(ticks: [0, 1, 9], labels: ["start", "one", "far"])
    #expect(AxisTicks.make(axis: axis, lower: 0, upper: 2, count: 5).labels == ["start", "one"])
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
