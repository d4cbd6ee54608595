import Testing

@testable import Figures

@Suite struct MotionTests {
  private func plot(_ points: [(Double, Double)], seconds: Double?, x: Axis = Axis()) -> Plot {
    Plot("T", alt: "A.", x: x) { Path(points: points, label: "run", seconds: seconds) }
  }

  @Test func everyStepTakesTheSameTime() {
    let way = [Pixel(x: 0, y: 0), Pixel(x: 30, y: 0), Pixel(x: 40, y: 0), Pixel(x: 40, y: 0)]
    #expect(
      Motion.variables(of: way, seconds: 3) == "--figure-time:3s;--figure-pace:linear(0,.75,1,1)")
  }

  @Test func aLongWayHasSixtyStopsAtMost() {
    let way = (0..<1000).map { Pixel(x: Double($0), y: 0) }
    #expect(Motion.variables(of: way, seconds: 1).filter { $0 == "," }.count == 60)
  }

  @Test func whatStandsStillHasNoStyleSheet() {
    #expect(!plot([(0, 0), (1, 1)], seconds: nil).svg.contains("<style"))
    #expect(plot([(0, 0), (1, 1)], seconds: 2).svg.contains("prefers-reduced-motion"))
  }

  @Test func aPathThatLeavesTheAxesStandsStill() {
    let figure = plot([(0, 0), (2, 1), (0.5, 1)], seconds: 2, x: Axis(in: 0...1))
    #expect(!figure.svg.contains("figure-trace"))
  }

  @Test func aFigureThatMovesIsOtherwiseTheOneThatStandsStill() {
    let points = [(0.0, 0.0), (1, 2), (2, 1), (3, 3)]
    let moving = plot(points, seconds: 2).svg
      .replacing(/<style>.*<\/style>/, with: "")
      .replacing(/<path class="figure-bead"[^>]*>/, with: "")
      .replacing(/[ ]class="figure-[a-z]+"/, with: "")
      .replacing(/[ ]pathLength="1"/, with: "")
      .replacing(/[ ]style="--figure-time[^"]*"/, with: "")
    let still = plot(points, seconds: nil).svg
    #expect(moving.replacing(/<\/?g[^>]*>/, with: "") == still.replacing(/<\/?g[^>]*>/, with: ""))
  }

  @Test func whatMovesTooLongIsRefused() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Path(points: [(0, 0), (1, 1)], seconds: 20)
    }
    #expect(said(result).contains("A Path draws itself in 0.5 to 5 seconds, not 20"))
  }
}
