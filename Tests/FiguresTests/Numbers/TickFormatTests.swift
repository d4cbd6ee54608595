import Foundation
import Testing

@testable import Figures

@Suite struct TickFormatTests {
  private func labels(_ values: [Double]) -> [String] {
    let format = TickFormat(values: values)
    return values.map { format.text($0) }
  }

  @Test func oneAxisHasOnePrecision() {
    #expect(labels([-1, -0.5, 0, 0.5, 1]) == ["−1.0", "−0.5", "0", "0.5", "1.0"])
    #expect(labels([0, 0.25, 0.5]) == ["0", "0.25", "0.50"])
    #expect(labels([0, 20, 40]) == ["0", "20", "40"])
  }

  @Test func longNumbersShareAPowerOfTen() {
    #expect(labels([0, 1e6, 2e6]) == ["0", "10⁶", "2×10⁶"])
    #expect(labels([1e-7, 1.5e-7]) == ["1.0×10⁻⁷", "1.5×10⁻⁷"])
  }

  @Test func thousandsAreSetApartFromTenThousandOn() {
    #expect(labels([5000, 10000]) == ["5000", "10\u{202F}000"])
  }

  @Test func roundingNoiseDoesNotShow() {
    #expect(labels([0.1 + 0.2, 0.6]) == ["0.3", "0.6"])
  }

  @Test func smallStepsFarFromZeroAreWrittenInFull() {
    let format = TickFormat(values: [1_000_000.25, 1_000_000.5, 1_000_000.75])
    #expect(format.text(1_000_000.5) == "1\u{202F}000\u{202F}000.50")
    #expect(TickFormat(values: [1e6, 2e6]).text(2e6) == "2×10⁶")
  }

  /// What matplotlib writes with `useoffset(False)`, ggplot2 with `label_number()` and Observable Plot
  /// by itself.
  @Test func closeTicksHaveAllTheDigitsThatTellThemApart() {
    #expect(
      labels([4e9, 4e9 + 0.5, 4e9 + 1])
        == ["4000000000.0", "4000000000.5", "4000000001.0"].map(spaced))
    #expect(labels([1, 1 + 1e-9, 1 + 2e-9]) == ["1.000000000", "1.000000001", "1.000000002"])
    #expect(labels([-1e9, 15 - 1e9]) == ["−1000000000", "−999999985"].map(spaced))
    #expect(labels([1e-7, 1e-7 + 1e-14]) == ["1.0000000×10⁻⁷", "1.0000001×10⁻⁷"])
    #expect(
      labels([1e20, 1e20 + 16_384]) == ["1.0000000000000000×10²⁰", "1.0000000000000002×10²⁰"])
  }

  @Test func labelsThatAreRightToAHundredthOfAStepStay() {
    #expect(
      labels([10, 10 + 5e-6, 10 + 1e-5]) == ["1.0000000×10¹", "1.0000005×10¹", "1.0000010×10¹"])
  }

  @Test func ticksOfManySizesHaveDigitsOfTheirOwn() {
    #expect(labels([1e-12, 1e-9, 1]) == ["10⁻¹²", "10⁻⁹", "1"])
  }

  /// Digits before the point in groups.
  private func spaced(_ text: String) -> String {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let sign = text.hasPrefix("−") ? "−" : ""
    let whole = UInt64(parts[0].drop { $0 == "−" })!
    return sign + NumberText.grouped(whole) + (parts.count > 1 ? "." + parts[1] : "")
  }

  /// The number that a label says.
  private func number(_ label: String) -> Double {
    let digits = Dictionary(uniqueKeysWithValues: zip("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789"))
    var text = ""
    var isPower = false
    for character in label {
      if let digit = digits[character] {
        if !isPower { text += "e" }
        isPower = true
        text.append(digit)
      } else if character != "\u{202F}" {
        text.append(character == "−" ? "-" : character)
      }
    }
    if let power = text.range(of: "×10e") { text.replaceSubrange(power, with: "e") }
    if text.hasPrefix("10e") { text = "1e" + text.dropFirst(3) }
    if text.hasPrefix("-10e") { text = "-1e" + text.dropFirst(4) }
    return Double(text)!
  }

  private func expectToldApart(_ ticks: [Double], _ labels: [String]) {
    #expect(Set(labels).count == ticks.count, "\(ticks): \(labels)")
    for (tick, label) in zip(ticks, labels) {
      let read = number(label)
      let nearer = ticks.filter { other in
        other != tick && !((read - tick).magnitude < (read - other).magnitude)
      }
      #expect(nearer.isEmpty, "\(label) of \(tick) in \(ticks)")
    }
  }

  @Test func aLabelIsNearestToItsOwnTickWhateverTheRange() {
    var random = GalleryNumbers(seed: 3)
    for _ in 0..<600 {
      let size = Decimal.tenTo(random.uniform() * 590 - 295) * (random.uniform() < 0.5 ? -1 : 1)
      let width = size.magnitude * Decimal.tenTo(-16.5 * random.uniform())
      let lower = random.uniform() < 0.2 ? -width / 3 : size
      guard lower + width > lower else { continue }
      for count in [3, 6, 11] {
        let ticks = LinearTicks.ticks(lower: lower, upper: lower + width, count: count)
        #expect(ticks.count >= 2, "\(lower) to \(lower + width)")
        expectToldApart(ticks, labels(ticks))
      }
    }
  }

  @Test func neighbouringDoublesHaveLabelsOfTheirOwn() {
    for value in [
      1, 4e9, 1e-300, -7.3e11, 0.1, 1e15, 123_456_789.123, 1e300, 1e23, .leastNormalMagnitude / 7,
    ] {
      let ticks = [value.nextDown, value, value.nextUp, value.nextUp.nextUp]
      expectToldApart(ticks, labels(ticks))
    }
    let subnormal = (0...3).map { Double($0) * Double.leastNonzeroMagnitude }
    expectToldApart(subnormal, labels(subnormal))
  }

  @Test func prescribedTicksOfAnyDistancesAreToldApart() {
    var random = GalleryNumbers(seed: 8)
    for _ in 0..<300 {
      let ticks = (0..<6).map { _ in
        (random.uniform() - 0.3) * Decimal.tenTo(random.uniform() * 30 - 15)
      }
      expectToldApart(ticks, labels(ticks))
    }
  }
}
