/// Values that are not drawn as they are.
struct Undrawn {
  /// NaN, or infinite where only a finite value has a place.
  var missing = 0
  var notPositive = 0
  /// Infinite in one coordinate: marked at the edge.
  var infinite = 0
  /// Places where a band reaches beyond what the axis can show.
  var cutOff = 0

  /// Counts a point that is not drawn.
  mutating func count(_ x: Double, _ y: Double, marksInfinity: Bool) {
    if x != x || y != y {
      missing += 1
    } else if x.hasPlace, y.hasPlace {
      notPositive += 1
    } else if marksInfinity, x.hasPlace || y.hasPlace {
      infinite += 1
    } else {
      missing += 1
    }
  }

  /// What the description says of them.
  var notes: [String] {
    var result: [String] = []
    if missing == 1 { result.append("One value is not a number and leaves a gap.") }
    if missing > 1 {
      result.append(
        numeral(Double(missing), digits: 15) + " values are not numbers and leave gaps.")
    }
    if notPositive == 1 {
      result.append("One value is not positive and has no place on a logarithmic axis.")
    }
    if notPositive > 1 {
      result.append(
        numeral(Double(notPositive), digits: 15)
          + " values are not positive and have no place on a logarithmic axis.")
    }
    if infinite == 1 {
      result.append("One value is infinite; an arrow at the edge stands for it.")
    }
    if infinite > 1 {
      result.append(
        numeral(Double(infinite), digits: 15)
          + " values are infinite; arrows at the edge stand for them.")
    }
    if cutOff == 1 { result.append("A band is cut off at the edge in one place.") }
    if cutOff > 1 {
      result.append(
        "Bands are cut off at the edge in " + numeral(Double(cutOff), digits: 15) + " places.")
    }
    return result
  }
}
