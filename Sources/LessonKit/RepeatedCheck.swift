/// A check inside a loop is reached many times, and must hold every time.
///
/// Every value is recorded up to a thousand. After that only the numbers that exceed all
/// before, on either side: a relation holds for all numbers between two for which it holds.
struct RepeatedCheck {
  private var count = 0
  private var last: String?
  private var smallest = Double.infinity
  private var largest = -Double.infinity

  /// Whether a value has to be recorded; it counts as recorded from then on.
  mutating func mustRecord(_ text: String) -> Bool {
    defer { last = text }
    if text == last { return false }
    count += 1
    let number = Double(text)
    var exceeds = true
    if let number, !number.isNaN {
      exceeds = number < smallest || number > largest
      smallest = min(smallest, number)
      largest = max(largest, number)
    }
    return count <= 1000 || exceeds
  }
}
