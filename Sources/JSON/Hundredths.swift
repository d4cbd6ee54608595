extension Double {
  /// The number with two decimals, at least 0, as reports write seconds.
  public var hundredths: String {
    // A report from elsewhere may hold any number.
    let bounded = isNaN ? 0 : Swift.min(Swift.max(self, 0), 1e15)
    let count = Int((bounded * 100).rounded())
    let cents = String(count % 100)
    return "\(count / 100)." + (cents.utf8.count == 1 ? "0" + cents : cents)
  }
}
