/// A check inside a loop is reached many times, and must hold every time.
///
/// Every value is recorded up to a thousand. After that only the numbers that exceed all
/// before, on either side: a relation holds for all numbers between two for which it holds. That
/// is not so of `≠`, of which every other value is recorded.
struct RepeatedCheck {
  private var count = 0
  private var last: String?
  private var smallest = Extreme(number: .infinity)
  private var largest = Extreme(number: -.infinity)
  /// The values that were recorded, where each has to be.
  private var recorded: Set<String> = []

  /// A number and its text, which tells neighbours apart that are one `Double`.
  private struct Extreme {
    var number: Double
    var text = ""
  }

  /// Whether a value has to be recorded; it counts as recorded from then on.
  ///
  /// - Parameter each: Whether no value says anything about another.
  mutating func mustRecord(_ value: RecordedValue, each: Bool = false) -> Bool {
    // A generic function's values may be of several types.
    let text = value.kind.rawValue + value.text
    defer { last = text }
    if text == last { return false }
    if each { return recorded.insert(text).inserted }
    count += 1
    guard value.kind.isNumber || value.kind == .described, let number = Double(value.text),
      !number.isNaN
    else { return true }
    let isLow = number < smallest.number || number == smallest.number && text != smallest.text
    let isHigh = number > largest.number || number == largest.number && text != largest.text
    if isLow { smallest = Extreme(number: number, text: text) }
    if isHigh { largest = Extreme(number: number, text: text) }
    return count <= 1000 || isLow || isHigh
  }
}
