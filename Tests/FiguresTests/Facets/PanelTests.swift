import Testing

@testable import Figures

@Suite struct PanelTests {
  private func titles(@PanelBuilder _ panels: () -> [Panel]) -> [String] {
    panels().map { $0.title }
  }

  @Test(arguments: [true, false]) func conditionsAndLoopsMakePanels(isLong: Bool) {
    let result = titles {
      Panel("first") {}
      if isLong { Panel("long") {} }
      if isLong { Panel("a") {} } else { Panel("b") {} }
      for number in 1...2 { Panel("p\(number)") {} }
      [Panel("x") {}, Panel("y") {}]
    }
    #expect(
      result == (isLong ? ["first", "long", "a"] : ["first", "b"]) + ["p1", "p2", "x", "y"])
  }

  @Test func aPanelHoldsItsMarks() {
    let panel = Panel("p") {
      Line([0, 1])
      Points([0], [1])
    }
    #expect(panel.layers.count == 2)
  }
}
