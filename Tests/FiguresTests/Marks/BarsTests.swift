import Testing

@testable import Figures

@Suite struct BarsTests {
  @Test func stackedBarsGrowFromWhatIsBelow() {
    let layers = Bars(["a"], groups: [("x", [2]), ("y", [3]), ("z", [-1])], isStacked: true).layers
    let ends = layers.map { layer -> [Double] in
      guard case .bars(let geometry) = layer.geometry else { return [] }
      return [geometry.bars[0].base, geometry.bars[0].value]
    }
    #expect(ends == [[0, 2], [2, 5], [0, -1]])
  }

  @Test func valuesAtBarsAreToldApartButForTheirRounding() {
    func texts(_ figure: Plot) -> [String] { figure.labels.map { $0.text } }
    let one = texts(plot { Bars(["a", "b"], [1.00001, 1.00002], showsValues: true) })
    #expect(one.contains("1.00001") && one.contains("1.00002"))
    let two = texts(
      plot { Bars(["a"], groups: [("x", [0.1 + 0.2]), ("y", [0.3])], showsValues: true) })
    #expect(two.filter { $0 == "0.3" }.count == 2)
  }

  @Test func groupsWithoutAValueForEachNameAreRefused() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Bars(["a", "b"], groups: [("train", [1, 2]), ("test", [1])])
    }
    #expect(
      said(result).contains(
        "Bars need one value for each name, but there are 2 names and 1 values of “test”."))
  }
}
