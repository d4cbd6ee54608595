import Backprop
import Testing

@Suite struct ScheduleTests {
  static let schedules: [String: Schedule] = [
    "constant": .constant(0.3),
    "step": .step(from: 0.3, factor: 0.5, every: 7),
    "exponential": .exponential(from: 0.3, factor: 0.93),
    "inverseTime": .inverseTime(from: 0.3, decay: 0.04),
    "cosine": .cosine(from: 0.3, to: 0.02, over: 50),
    "warmUp": .warmUp(from: 0.1, over: 10, then: .cosine(from: 0.3, over: 40)),
    "oneCycle": .oneCycle(peak: 0.3, over: 50),
    "oneCycle other": .oneCycle(
      peak: 0.2, over: 40, rise: 0.45, startDivisor: 10, endDivisor: 50),
  ]

  @Test(arguments: Oracle.schedules.keys.sorted())
  func aScheduleMatchesPyTorchAtEveryStep(name: String) throws {
    let schedule = try #require(Self.schedules[name])
    let expected = try #require(Oracle.schedules[name])
    #expect(expected.count >= 20)
    for (step, rate) in expected.enumerated() {
      #expect((schedule(step) - rate).magnitude < 1e-14, "step \(step)")
    }
  }

  @Test func eachScheduleHasACaseFromPyTorch() {
    #expect(Set(Self.schedules.keys) == Set(Oracle.schedules.keys))
  }

  @Test func whatEndsStaysWhereItEnded() {
    let cycle = Schedule.oneCycle(peak: 1, over: 50, startDivisor: 4, endDivisor: 8)
    for step in [50, 51, 1000] {
      #expect(Schedule.cosine(from: 1, to: 0.25, over: 50)(step) == 0.25)
      #expect(cycle(step) == 1.0 / 32)
    }
    #expect(Schedule.oneCycle(peak: 1, over: 1)(0).isFinite)
  }

  @Test func oneScheduleFollowsAnotherAndAFactorScalesAllOfIt() {
    let both = Schedule.sequence(
      .constant(1), for: 3, then: .step(from: 0.5, factor: 0.5, every: 1))
    #expect((0..<6).map { both($0) } == [1, 1, 1, 0.5, 0.25, 0.125])
    #expect((0..<6).map { Schedule.scaled(by: 2, both)($0) } == [2, 2, 2, 1, 0.5, 0.25])
    #expect(both == both)
    #expect(both != .scaled(by: 1, both))
  }

  @Test func schedulesComposeToAnyDepthEachCountingItsOwnSteps() {
    // Warm-up, half a wave, then that wave again at half the size.
    let wave = Schedule.cosine(from: 0.4, to: 0.04, over: 20)
    let all = Schedule.warmUp(
      from: 0.25, over: 5, then: .sequence(wave, for: 20, then: .scaled(by: 0.5, wave)))
    for step in 0..<60 {
      let expected =
        step < 5
        ? 0.4 * (0.25 + 0.75 * Double(step) / 5)
        : step < 25 ? wave(step - 5) : 0.5 * wave(step - 25)
      #expect((all(step) - expected).magnitude < 1e-15)
    }
    #expect(all(59) == 0.02)
    #expect(Schedule.sequence(.constant(1), for: 0, then: .constant(2))(0) == 2)
  }

  @Test func aLineFromAPartEndsAtTheFirstValueOfWhatFollows() {
    let schedule = Schedule.warmUp(from: 0, over: 4, then: .exponential(from: 2, factor: 0.5))
    #expect((0..<6).map { schedule($0) } == [0, 0.5, 1, 1.5, 2, 1])
  }

  @Test(arguments: [0, 1, 2, 3, 4])
  func negativeStepsAndEmptyRunsStopTheProgram(number: Int) async {
    await #expect(processExitsWith: .failure) { [number] in
      switch number {
      case 0: _ = Schedule.constant(1)(-1)
      case 1: _ = Schedule.step(from: 1, factor: 0.5, every: 0)(1)
      case 2: _ = Schedule.cosine(from: 1, over: 0)(1)
      case 3: _ = Schedule.warmUp(from: 0, over: 0, then: .constant(1))(1)
      default: _ = Schedule.oneCycle(peak: 1, over: 0)(1)
      }
    }
  }
}

extension ScheduleTests {
  @Test(arguments: [1, 2, 4, 7, 100], [0, 0.1, 0.25, 0.5, 1] as [Double])
  func aCycleReachesItsPeakAndItsEnd(steps: Int, rise: Double) {
    let cycle = Schedule.oneCycle(peak: 0.3, over: steps, rise: rise)
    let peak = rise * Double(steps) - 1
    if peak >= 0 && peak == peak.rounded() { #expect(cycle(Int(peak)) == 0.3) }
    if peak < Double(steps - 1) { #expect(cycle(steps - 1) == 0.3 / 25 / 10_000) }
    for step in steps..<(steps + 3) { #expect(cycle(step) == 0.3 / 25 / 10_000) }
    for step in 0..<steps { #expect(cycle(step) <= 0.3) }
  }

  @Test func theEndsOfWavesAndLinesAreTheNumbersThatWereGiven() {
    #expect(Schedule.oneCycle(peak: 1, over: 4, rise: 1)(3) == 1)
    #expect(Schedule.cosine(from: 0.3, to: 0.1, over: 7)(0) == 0.3)
    #expect(Schedule.cosine(from: 0.3, to: 0.1, over: 7)(7) == 0.1)
    #expect(Schedule.warmUp(from: 0.1, over: 3, then: .constant(0.7))(3) == 0.7)
    #expect(Schedule.step(from: 0.7, factor: 0.1, every: 3)(2) == 0.7)
  }
}
