/// Ticks at round numbers by the extended Wilkinson algorithm: of all sequences with a step of
/// q · j · 10ᶻ, the one that is best by simplicity, coverage and density together.
///
/// Source: Talbot, Lin, Hanrahan, An Extension of Wilkinson's Algorithm for Positioning Tick
/// Labels on Axes, IEEE InfoVis 2010. Legibility is judged by the axis, which asks for fewer
/// ticks when labels would touch.
enum LinearTicks {
  /// Step mantissas, the most preferred first.
  private static let mantissas = [1.0, 5, 2, 2.5, 4, 3]

  private static let simplicityWeight = 0.25
  private static let coverageWeight = 0.2
  private static let densityWeight = 0.5
  private static let legibilityWeight = 0.05

  private struct Choice {
    var first = 0
    var step = 1
    var mantissa = 1.0
    var power = 0
    var count = 0
  }

  /// Ticks within the domain, about `count` of them. The best sequence may start or end outside,
  /// where nothing is drawn; when that would leave fewer than three, only sequences inside compete.
  /// Where there is none, the ends are the ticks.
  /// Where the data are `whole` numbers, so are the ticks, if the domain holds two.
  static func ticks(lower: Double, upper: Double, count: Int, whole: Bool = false) -> [Double] {
    guard upper > lower else { return [lower] }
    let target = count < 2 ? 2 : count
    let whole = whole && upper - lower >= 2
    let best = search(lower: lower, upper: upper, target: target, inside: false, whole: whole)
    if best.count >= min(3, target) { return best }
    let inside = search(
      lower: lower, upper: upper, target: max(3, target), inside: true, whole: whole)
    // Between neighbouring doubles there are no round numbers.
    return inside.isEmpty ? [lower, upper] : inside
  }

  private static func search(
    lower: Double, upper: Double, target: Int, inside: Bool, whole: Bool
  ) -> [Double] {
    var best = -2.0
    var choice = Choice()
    var skip = 1
    search: while skip < 20 {
      for (rank, mantissa) in mantissas.enumerated() {
        let simplest = 1 - Double(rank) / 5 - Double(skip) + 1
        if score(simplest, 1, 1) < best { break search }
        var number = 2
        while number < 100 {
          let dense = densityBound(number, target)
          if score(simplest, 1, dense) < best { break }
          let spacing = (upper - lower) / Double(number + 1) / Double(skip) / mantissa
          var power = Decimal.exponent(spacing)
          if Decimal.power(power) < spacing { power += 1 }
          while power < 320 {
            let step = Double(skip) * mantissa * Decimal.power(power)
            let span = step * Double(number - 1)
            let covering = coverageBound(lower, upper, span)
            if score(simplest, covering, dense) < best { break }
            if whole, power < 0 || mantissa != mantissa.roundedDown && power < 1 {
              power += 1
              continue
            }
            consider(
              lower: lower, upper: upper, target: target, skip: skip, rank: rank,
              mantissa: mantissa, power: power, number: number, inside: inside, best: &best,
              choice: &choice)
            power += 1
          }
          number += 1
        }
      }
      skip += 1
    }
    return values(choice, lower: lower, upper: upper)
  }

  private static func consider(
    lower: Double, upper: Double, target: Int, skip: Int, rank: Int, mantissa: Double, power: Int,
    number: Int, inside: Bool, best: inout Double, choice: inout Choice
  ) {
    let unit = mantissa * Decimal.power(power)
    let step = unit * Double(skip)
    let firstBound = (upper / step).roundedDown * Double(skip) - Double((number - 1) * skip)
    let lastBound = (lower / step).roundedUp * Double(skip)
    guard firstBound <= lastBound, firstBound.magnitude < 1e15, lastBound.magnitude < 1e15 else {
      return
    }
    for start in Int(firstBound)...Int(lastBound) {
      let tickLower = Double(start) * unit
      let tickUpper = tickLower + step * Double(number - 1)
      if inside, tickLower < lower || tickUpper > upper { continue }
      let holdsZero = tickLower <= 0 && tickUpper >= 0 && start % skip == 0
      let simplicity = 1 - Double(rank) / 5 - Double(skip) + (holdsZero ? 1 : 0)
      let coverage = coverage(lower, upper, tickLower, tickUpper)
      let density = density(number, target, lower, upper, tickLower, tickUpper)
      let score = score(simplicity, coverage, density)
      if score > best {
        best = score
        choice = Choice(
          first: start, step: skip, mantissa: mantissa, power: power, count: number)
      }
    }
  }

  /// The chosen ticks, each computed on its own from integers so that rounding does not add up.
  private static func values(_ choice: Choice, lower: Double, upper: Double) -> [Double] {
    var result: [Double] = []
    let slack = (upper - lower) * 1e-9
    // One more on either side: the best sequence may stop short of the ends.
    for index in -1...choice.count {
      let multiple = Double(choice.first + index * choice.step) * choice.mantissa
      let value =
        choice.power < 0
        ? multiple / Decimal.power(-choice.power) : multiple * Decimal.power(choice.power)
      guard value >= lower - slack, value <= upper + slack, value != result.last else { continue }
      result.append(value == 0 ? 0 : value)
    }
    return result
  }

  private static func score(_ simplicity: Double, _ coverage: Double, _ density: Double) -> Double {
    simplicityWeight * simplicity + coverageWeight * coverage + densityWeight * density
      + legibilityWeight
  }

  private static func coverage(
    _ lower: Double, _ upper: Double, _ tickLower: Double, _ tickUpper: Double
  ) -> Double {
    let range = 0.1 * (upper - lower)
    let above = (upper - tickUpper) / range
    let below = (lower - tickLower) / range
    return 1 - 0.5 * (above * above + below * below)
  }

  private static func coverageBound(_ lower: Double, _ upper: Double, _ span: Double) -> Double {
    let range = upper - lower
    guard span > range else { return 1 }
    let half = (span - range) / 2 / (0.1 * range)
    return 1 - half * half
  }

  private static func density(
    _ number: Int, _ target: Int, _ lower: Double, _ upper: Double, _ tickLower: Double,
    _ tickUpper: Double
  ) -> Double {
    let actual = Double(number - 1) / (tickUpper - tickLower)
    let wanted = Double(target - 1) / (max(tickUpper, upper) - min(lower, tickLower))
    return 2 - max(actual / wanted, wanted / actual)
  }

  private static func densityBound(_ number: Int, _ target: Int) -> Double {
    number >= target ? 2 - Double(number - 1) / Double(target - 1) : 1
  }
}
