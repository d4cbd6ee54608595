import Testing

@testable import Figures

@Suite struct SurfaceViewTests {
  @Test func fromTheFrontXRunsToTheRightAndYAway() {
    let view = SurfaceView(azimuth: 0, elevation: 30)
    #expect(view.across(1, 0) == 1 && view.across(0, 1) == 0)
    #expect(view.away(1, 0) == 0 && view.away(0, 1) == 1)
    #expect(view.yGrowsAway && !view.xGrowsAway)
    // The sine of 30 degrees is a half.
    #expect((view.up(0, 1, 0) - 0.5).magnitude < 1e-15)
  }

  @Test func aQuarterTurnExchangesTheAxes() {
    let view = SurfaceView(azimuth: 90, elevation: 30)
    #expect((view.across(0, 1) - 1).magnitude < 1e-15)
    #expect((view.away(1, 0) + 1).magnitude < 1e-15)
  }

  @Test func theLineOfSightRisesAsTheTangentOfTheElevation() {
    let towards = SurfaceView(azimuth: 0, elevation: 45).towards
    #expect((towards.rise - 1).magnitude < 1e-15)
    #expect(towards.y == -1)
  }
}
