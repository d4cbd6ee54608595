import Testing

@testable import Figures

@Suite struct ColorScaleTests {
  @Test func sharesRunFromOneEndToTheOther() {
    let share = { (value: Double) in
      ColorScale.sequential.share(of: value, in: 0...10, scale: .linear)
    }
    #expect([0, 2.5, 10].map(share) == [0, 0.25, 1])
    #expect([-5, 20].map(share) == [0, 1])
  }

  @Test func bothSidesOfADivergingScaleHaveTheLengthOfTheLongerOne() {
    let share = { (value: Double) in
      ColorScale.diverging(around: 1).share(of: value, in: 0...3, scale: .linear)
    }
    #expect([0, 1, 2, 3].map(share) == [-0.5, 0, 0.5, 1])
  }

  @Test func aRangeWithoutRoomHasOneColour() {
    #expect(ColorScale.sequential.share(of: 2, in: 2...2, scale: .linear) == 0.5)
    #expect(ColorScale.diverging(around: 2).share(of: 2, in: 2...2, scale: .linear) == 0)
  }

  @Test func theGroundIsTheColourOfThePage() {
    for scale in [ColorScale.sequential, .diverging(), .ink] {
      #expect(scale.paint(0) == "var(--ground)")
      #expect(scale.fallback(0) == Palette.backgroundColours.light)
    }
    #expect(ColorScale.sequential.paint(1) == "var(--cool-far)")
    #expect(ColorScale.diverging().paint(1) == "var(--warm-far)")
  }

  @Test func textChangesItsColourHalfway() {
    #expect(ColorScale.sequential.text(on: 0.4) == Palette.onNear)
    #expect(ColorScale.sequential.text(on: 0.6) == Palette.onFar)
    #expect(ColorScale.diverging().text(on: -0.6) == Palette.onFar)
  }
}
