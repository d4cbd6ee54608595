/// Checks and joins the columns of a series.
enum SeriesData {
  /// Points from two columns, which must have as many values each.
  static func points(
    _ xs: [Double], _ ys: [Double], mark: String, file: StaticString, line: UInt
  ) -> [DataPoint] {
    if xs.count != ys.count {
      refuse(
        "\(mark) needs one y for each x, but there are \(xs.count) xs and \(ys.count) ys.",
        file: file, line: line)
    }
    var result: [DataPoint] = []
    result.reserveCapacity(xs.count)
    for index in xs.indices { result.append(DataPoint(x: xs[index], y: ys[index])) }
    return result
  }

  /// Points from pairs.
  static func points(_ pairs: [(Double, Double)]) -> [DataPoint] {
    var result: [DataPoint] = []
    result.reserveCapacity(pairs.count)
    for pair in pairs { result.append(DataPoint(x: pair.0, y: pair.1)) }
    return result
  }

  /// Evenly spaced values from one end of a range to the other, both included.
  static func samples(_ range: ClosedRange<Double>, count: Int) -> [Double] {
    let width = range.upperBound - range.lowerBound
    var result: [Double] = []
    result.reserveCapacity(count)
    for index in 0..<count {
      let value = range.lowerBound + width * (Double(index) / Double(count - 1))
      result.append(index == count - 1 ? range.upperBound : value)
    }
    return result
  }

  /// Traps unless domains are finite and not empty.
  static func requireRoom(
    _ ranges: [ClosedRange<Double>], mark: String, file: StaticString, line: UInt
  ) {
    for range in ranges {
      let width = range.upperBound - range.lowerBound
      if !width.isFinite || width <= 0 {
        refuse(
          "\(mark) a domain with room, not \(numeral(range.lowerBound)) to "
            + "\(numeral(range.upperBound)).", file: file, line: line)
      }
    }
  }
}
