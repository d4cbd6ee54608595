/// Text that is being put together, and the stretch of the content that it comes from.
struct TextBuilder {
  var bytes: [UInt8] = []
  var start: Int
  var end: Int
  /// For each byte, where its source ends.
  private(set) var ends: [Int] = []

  init(start: Int) {
    self.start = start
    end = start
  }

  mutating func append(_ byte: UInt8, end: Int) {
    bytes.append(byte)
    ends.append(end)
    self.end = end
  }

  mutating func removeLast() {
    bytes.removeLast()
    ends.removeLast()
    end = ends.last ?? start
  }
}
