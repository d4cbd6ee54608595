/// A seeded generator of random numbers, the same on every platform.
///
/// xoshiro256**, whose four words of state SplitMix64 makes from the seed. Equal seeds give equal
/// numbers; the state is a value, so a copy continues as the original does.
///
///     var generator = RandomNumbers(seed: 7)
///     generator.uniform()                             // in 0..<1
///     generator.normal(mean: 1, standardDeviation: 2)
///     generator.integer(in: 0..<6)
///     generator.permutation(of: 10)
///
/// Source: D. Blackman and S. Vigna, "Scrambled linear pseudorandom number generators", ACM
/// Transactions on Mathematical Software 47 (2021).
public struct RandomNumbers: RandomNumberGenerator, Equatable, Sendable {
  /// The four words that all further numbers follow from. Kept, and given to ``init(state:)``, they
  /// continue where the generator was.
  public private(set) var state: (UInt64, UInt64, UInt64, UInt64)

  /// A generator that begins from a seed.
  public init(seed: UInt64) {
    var counter = seed
    func next() -> UInt64 {
      counter &+= 0x9E37_79B9_7F4A_7C15
      var z = counter
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
    let first = next()
    let second = next()
    let third = next()
    state = (first, second, third, next())
  }

  /// A generator that continues where another one's ``state`` was.
  ///
  /// Traps when all words are 0, which no generator comes to: it would give nothing but zeros.
  public init(
    state: (UInt64, UInt64, UInt64, UInt64), file: StaticString = #fileID, line: UInt = #line
  ) {
    require(
      state.0 | state.1 | state.2 | state.3 != 0, "A generator's state is not four zeros.",
      file: file, line: line)
    self.state = state
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    let product = state.1 &* 5
    let result = (product << 7 | product >> 57) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = state.3 << 45 | state.3 >> 19
    return result
  }

  /// Whether two generators will give the same numbers.
  public static func == (a: RandomNumbers, b: RandomNumbers) -> Bool { a.state == b.state }
}

extension RandomNumbers {
  /// A number in `0..<1`, a multiple of 2⁻⁵³.
  public mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A number in a range, each equally likely. Traps when the range is empty or infinite.
  public mutating func uniform(
    in range: Range<Double>, file: StaticString = #fileID, line: UInt = #line
  ) -> Double {
    require(!range.isEmpty, "No number is in \(range).", file: file, line: line)
    let number = number(from: range.lowerBound, to: range.upperBound, file, line)
    return number < range.upperBound ? number : range.upperBound.nextDown
  }

  /// A number in a range, each equally likely. Traps unless the range is finite.
  public mutating func uniform(
    in range: ClosedRange<Double>, file: StaticString = #fileID, line: UInt = #line
  ) -> Double {
    min(number(from: range.lowerBound, to: range.upperBound, file, line), range.upperBound)
  }

  private mutating func number(
    from low: Double, to high: Double, _ file: StaticString, _ line: UInt
  ) -> Double {
    require(
      low.isFinite && high.isFinite,
      "No numbers from \(low) to \(high) are equally likely: a range has finite ends.", file: file,
      line: line)
    let (width, part) = (high - low, uniform())
    // A width may be larger than any number.
    return width.isFinite ? low + width * part : low * (1 - part) + high * part
  }

  /// A number of the normal distribution.
  ///
  /// Source: G. Box and M. Muller, "A note on the generation of random normal deviates", Annals of
  /// Mathematical Statistics 29 (1958). Two uniform numbers give one; the second of the pair is
  /// left, so that the generator has no other state.
  public mutating func normal(mean: Double = 0, standardDeviation: Double = 1) -> Double {
    let radius = sqrt(-2 * log(1 - uniform()))
    return mean + standardDeviation * (radius * cos(2 * Double.pi * uniform()))
  }

  /// An integer in a range, each equally likely. Traps when the range is empty.
  public mutating func integer(
    in range: Range<Int>, file: StaticString = #fileID, line: UInt = #line
  ) -> Int {
    require(!range.isEmpty, "No integer is in \(range).", file: file, line: line)
    let width = UInt64(bitPattern: Int64(range.upperBound &- range.lowerBound))
    // Of the 2⁶⁴ products those at the start of an interval that would come too often are
    // rejected (D. Lemire, 2019).
    var product = next().multipliedFullWidth(by: width)
    if product.low < width {
      let threshold = (0 &- width) % width
      while product.low < threshold { product = next().multipliedFullWidth(by: width) }
    }
    return range.lowerBound &+ Int(truncatingIfNeeded: product.high)
  }

  /// The numbers from 0 to `count − 1` in a random order, each equally likely. Traps for a
  /// negative count.
  public mutating func permutation(
    of count: Int, file: StaticString = #fileID, line: UInt = #line
  ) -> [Int] {
    require(count >= 0, "There is no order of \(count) numbers.", file: file, line: line)
    var order = Array(0..<count)
    for last in stride(from: count - 1, to: 0, by: -1) {
      order.swapAt(last, integer(in: 0..<(last + 1)))
    }
    return order
  }
}
