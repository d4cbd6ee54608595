import Testing

@testable import Figures

@Suite struct AxisTicksTests {
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

  @Test func ownTicksOfAnyScaleAreToldApart() {
    for scale in [
      Axis.Scale.linear, .power(0.5), .logarithmic, .symmetricLogarithmic(), .time,
    ] {
      let axis = Axis(scale: scale, ticks: [1.00001, 1.00002, 4e9, 4e9 + 0.5])
      let ticks = AxisTicks.make(axis: axis, lower: 1, upper: 1e10, count: 5)
      #expect(Set(ticks.labels).count == 4, "\(scale): \(ticks.labels)")
    }
  }

  @Test func ownTicksHaveOwnLabels() {
    let axis = Axis(ticks: [0, 1, 9], labels: ["start", "one", "far"])
    #expect(AxisTicks.make(axis: axis, lower: 0, upper: 2, count: 5).labels == ["start", "one"])
  }
}
