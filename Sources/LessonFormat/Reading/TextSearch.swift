extension StringProtocol {
  /// Whether the text is in it, byte for byte.
  func holds(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { pattern in
      guard let first = pattern.first else { return true }
      func isFound(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count >= pattern.count else { return false }
        for start in 0...(bytes.count - pattern.count) where bytes[start] == first {
          if bytes[start..<start + pattern.count].elementsEqual(pattern) { return true }
        }
        return false
      }
      return utf8.withContiguousStorageIfAvailable(isFound)
        ?? ContiguousArray(utf8).withUnsafeBufferPointer(isFound)
    }
  }

  /// The first, or last, range that holds the text.
  func range(of text: String, last: Bool = false) -> Range<Index>? {
    let pattern = Array(text.utf8)
    let bytes = Array(utf8)
    guard !pattern.isEmpty, bytes.count >= pattern.count else { return nil }
    let starts = 0...(bytes.count - pattern.count)
    let isMatch = { (start: Int) in bytes[start..<start + pattern.count].elementsEqual(pattern) }
    guard let start = last ? starts.last(where: isMatch) : starts.first(where: isMatch) else {
      return nil
    }
    let lower = utf8.index(startIndex, offsetBy: start)
    return lower..<utf8.index(lower, offsetBy: pattern.count)
  }
}
