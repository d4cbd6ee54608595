import Testing

@testable import Figures

@Suite struct LinearTicksTests {
  /// Domain, wanted count and ticks of another implementation, from Oracles/extended_ticks.py.
  static let cases: [(Double, Double, Int, [Double])] = [
    (0, 1, 4, [0, 0.5, 1]),
    (0, 1, 5, [0, 0.25, 0.5, 0.75, 1]),
    (0, 1, 7, [0, 0.2, 0.4, 0.6, 0.8, 1]),
    (0, 59, 4, [0, 20, 40, 60]),
    (0, 59, 5, [0, 10, 20, 30, 40, 50, 60]),
    (0, 59, 7, [0, 10, 20, 30, 40, 50, 60]),
    (-2, 2, 4, [-2, -1, 0, 1, 2]),
    (-2, 2, 5, [-2, -1, 0, 1, 2]),
    (-2, 2, 7, [-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2]),
    (-1.2, 1.2, 4, [-1, 0, 1]),
    (-1.2, 1.2, 5, [-1, -0.5, 0, 0.5, 1]),
    (-1.2, 1.2, 7, [-1.2, -0.8, -0.4, 0, 0.4, 0.8, 1.2]),
    (0.013, 0.987, 4, [0, 0.5, 1]),
    (0.013, 0.987, 5, [0, 0.25, 0.5, 0.75, 1]),
    (0.013, 0.987, 7, [0, 0.2, 0.4, 0.6, 0.8, 1]),
    (1.5, 4.5, 4, [1.5, 2.5, 3.5, 4.5]),
    (1.5, 4.5, 5, [1.5, 2, 2.5, 3, 3.5, 4, 4.5]),
    (1.5, 4.5, 7, [1.5, 2, 2.5, 3, 3.5, 4, 4.5]),
    (-13.7, 88.2, 4, [0, 30, 60, 90]),
    (-13.7, 88.2, 5, [-20, 0, 20, 40, 60, 80]),
    (-13.7, 88.2, 7, [-20, 0, 20, 40, 60, 80]),
    (0, 2500, 4, [0, 500, 1000, 1500, 2000, 2500]),
    (0, 2500, 5, [0, 500, 1000, 1500, 2000, 2500]),
    (0, 2500, 7, [0, 500, 1000, 1500, 2000, 2500]),
    (1e-07, 9e-07, 4, [0, 3e-07, 6e-07, 9e-07]),
    (1e-07, 9e-07, 5, [0, 2.5e-07, 5e-07, 7.5e-07, 1e-06]),
    (1e-07, 9e-07, 7, [0, 1e-07, 2e-07, 3e-07, 4e-07, 5e-07, 6e-07, 7e-07, 8e-07, 9e-07]),
    (123456, 123789, 4, [123500, 123600, 123700, 123800]),
    (123456, 123789, 5, [123500, 123600, 123700, 123800]),
    (123456, 123789, 7, [123450, 123500, 123550, 123600, 123650, 123700, 123750, 123800]),
    (-5.3, -1.1, 4, [-5, -4, -3, -2, -1]),
    (-5.3, -1.1, 5, [-5, -4, -3, -2, -1]),
    (-5.3, -1.1, 7, [-5, -4, -3, -2, -1]),
    (8.1, 14.1, 4, [8, 10, 12, 14]),
    (8.1, 14.1, 5, [8, 10, 12, 14]),
    (8.1, 14.1, 7, [8, 9, 10, 11, 12, 13, 14]),
    (0.2, 0.25, 4, [0.2, 0.21, 0.22, 0.23, 0.24, 0.25]),
    (0.2, 0.25, 5, [0.2, 0.21, 0.22, 0.23, 0.24, 0.25]),
    (0.2, 0.25, 7, [0.2, 0.21, 0.22, 0.23, 0.24, 0.25]),
  ]

  /// Ours lie within the domain, the others may start before it and stop short of its end.
  @Test func ticksAreThoseOfTheExtendedWilkinsonAlgorithm() {
    for (lower, upper, count, expected) in Self.cases {
      let ticks = LinearTicks.ticks(lower: lower, upper: upper, count: count)
      let slack = (upper - lower) * 1e-9
      let inside = expected.filter { $0 >= lower - slack && $0 <= upper + slack }
      if inside.count < 3 { continue }
      for tick in inside {
        #expect(
          ticks.contains { ($0 - tick).magnitude <= slack },
          "\(tick) is missing of \(inside) for \(lower)…\(upper): \(ticks)")
      }
      #expect(ticks.count <= inside.count + 2)
    }
  }

  @Test func ticksLieInTheDomainAtEqualDistances() {
    for (lower, upper, count, _) in Self.cases {
      let ticks = LinearTicks.ticks(lower: lower, upper: upper, count: count)
      #expect(ticks.count >= 3, "\(lower)…\(upper): \(ticks)")
      let slack = (upper - lower) * 1e-8
      for tick in ticks { #expect(tick >= lower - slack && tick <= upper + slack) }
      for index in ticks.indices.dropFirst(2) {
        let step = ticks[index] - ticks[index - 1]
        let before = ticks[index - 1] - ticks[index - 2]
        #expect((step - before).magnitude <= slack)
      }
    }
  }

  @Test func aTickIsTheNumberItsLabelSays() {
    let ticks = LinearTicks.ticks(lower: 0, upper: 1, count: 11)
    #expect(ticks == [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1])
  }

  @Test func extremeDomainsHaveTicksToo() {
    #expect(LinearTicks.ticks(lower: 1e-300, upper: 3e-300, count: 5).count >= 2)
    #expect(LinearTicks.ticks(lower: -1e300, upper: 1e300, count: 5).count >= 2)
    #expect(LinearTicks.ticks(lower: 1, upper: 1 + 1e-9, count: 5).count >= 2)
    #expect(LinearTicks.ticks(lower: 1, upper: 1.nextUp, count: 5) == [1, 1.nextUp])
  }
}
