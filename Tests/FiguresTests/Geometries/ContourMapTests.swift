import Testing

@testable import Figures

@Suite struct ContourMapTests {
  @Test func levelsOverDecadesAreWrittenEachInItsWay() {
    let region = { LevelRegion(level: $0, loops: []) }
    let wide = ContourMap(
      regions: [300, 10, 0.3].map(region), colors: nil, isLabeled: true, x: 0...1, y: 0...1)
    #expect([300, 10, 0.3].map { wide.text($0) } == ["300", "10", "0.3"])
    let narrow = ContourMap(
      regions: [1, 0.5, -1].map(region), colors: nil, isLabeled: true, x: 0...1, y: 0...1)
    #expect([1, 0.5, -1].map { narrow.text($0) } == ["1.0", "0.5", "−1.0"])
  }

  @Test func closeLevelsAreToldApart() {
    for levels in [[0.12342, 0.12341], [4e9 + 1, 4e9 + 0.5, 4e9], [300, 0.10002, 0.10001]] {
      let map = ContourMap(
        regions: levels.map { LevelRegion(level: $0, loops: []) }, colors: .sequential,
        isLabeled: true, x: 0...1, y: 0...1)
      #expect(Set(levels.map { map.text($0) }).count == levels.count)
      #expect(map.colorBar(width: 500)?.labels.count == levels.count)
    }
  }

  @Test func aLevelAtTheCentreDividesTheColours() {
    let map = ContourMap(
      regions: [1, 0, -1].map { LevelRegion(level: $0, loops: []) }, colors: .diverging(),
      isLabeled: false, x: 0...1, y: 0...1)
    let shares = [2, 1, 0, -1].map { map.share($0) }
    #expect(shares[0] < shares[1] && shares[1] < 0)
    #expect(shares.map { -$0 } == shares.reversed())
  }
}
