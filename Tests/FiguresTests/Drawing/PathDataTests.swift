import Testing

@testable import Figures

@Suite struct PathDataTests {
  @Test func linesAreRelativeAndLevelOnesShort() {
    var data = PathData()
    data.polyline([Pixel(x: 1, y: 2), Pixel(x: 4, y: 2), Pixel(x: 4, y: 6)], closed: true)
    #expect(data.text == "M1 2h3v4z")
    data.segment(Pixel(x: 2, y: 2), Pixel(x: 3.5, y: 1))
    #expect(data.text == "M1 2h3v4zm1 0l1.5-1")
  }

  @Test func roundingDoesNotAddUp() {
    var data = PathData()
    data.polyline((0...100).map { Pixel(x: Double($0) * 0.04, y: 0) })
    let steps = data.text.matches(of: /h([0-9.]+)/).map { Double($0.1)! }
    #expect((steps.reduce(0, +) - 4).magnitude < 1e-9)
  }

  @Test func aDotIsAStrokeWithoutLength() {
    var data = PathData()
    data.dot(at: Pixel(x: 1, y: 1))
    data.dot(at: Pixel(x: 3, y: 0))
    #expect(data.text == "M1 1h0m2-1h0")
  }
}
