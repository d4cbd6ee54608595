import Testing

@testable import LessonKit

@Suite(.serialized) struct IntervalTimerTests {
  @Test func aTimerThatIsNotSetLeavesALongTime() {
    #expect(IntervalTimer(seconds: 0).secondsLeft == 3600)
  }

  @Test func aTimerLeavesTheTimeThatItIsSetTo() {
    #expect(IntervalTimer(seconds: 12.5).secondsLeft == 12.5)
  }

  @Test func theRunningTimerTellsWhatIsLeftOfIt() {
    let before = IntervalTimer.current
    IntervalTimer(seconds: 1000.25).start()
    let left = IntervalTimer.current.secondsLeft
    before.start()
    #expect(left > 900 && left <= 1000.25)
  }
}
