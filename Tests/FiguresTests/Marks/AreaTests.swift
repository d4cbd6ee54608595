import Testing

@testable import Figures

@Suite struct AreaTests {
  private func ribbons(_ area: Area) -> [[RibbonPoint]] {
    area.layers.compactMap { layer in
      if case .ribbon(let ribbon) = layer.geometry { return ribbon.points }
      return nil
    }
  }

  @Test func anAreaReachesFromItsBaseToItsLine() {
    let area = Area([0, 1], [3, 4], from: 1)
    #expect(
      ribbons(area) == [
        [RibbonPoint(x: 0, lower: 1, upper: 3), RibbonPoint(x: 1, lower: 1, upper: 4)]
      ])
    #expect(area.layers.count == 2 && area.layers[1].joins)
  }

  @Test func stackedAreasStandOnTheSumOfThoseBelow() {
    let areas = ribbons(Area([0], stacked: [("a", [2]), ("b", [3]), ("c", [4])]))
    #expect(areas.map { $0[0].lower } == [0, 2, 5])
    #expect(areas.map { $0[0].upper } == [2, 5, 9])
  }

  @Test func groupsOfAnotherLengthAreRefused() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Area([0, 1], stacked: [("memory", [1])])
    }
    #expect(said(result).contains("The area “memory” needs one y for each x"))
  }
}
