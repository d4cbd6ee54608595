/// Replaces tags in HTML by others, in one pass over its bytes.
struct TagReplacement {
  private let pairs: [(tag: [UInt8], replacement: [UInt8])]

  /// - Parameter pairs: what to replace, which starts with `<`, and what by. Where two fit, the
  ///   first is taken.
  init(_ pairs: [(String, String)]) {
    self.pairs = pairs.map { (Array($0.0.utf8), Array($0.1.utf8)) }
  }

  func callAsFunction(_ html: String) -> String {
    var html = html
    return html.withUTF8 { bytes in
      var result: [UInt8] = []
      var copied = 0
      var index = 0
      while index < bytes.count {
        guard bytes[index] == UInt8(ascii: "<"), let pair = pair(at: index, in: bytes) else {
          index += 1
          continue
        }
        if result.isEmpty { result.reserveCapacity(bytes.count + 1024) }
        result += bytes[copied..<index]
        result += pair.replacement
        index += pair.tag.count
        copied = index
      }
      if copied == 0 { return String(decoding: bytes, as: UTF8.self) }
      result += bytes[copied...]
      return String(decoding: result, as: UTF8.self)
    }
  }

  private func pair(at index: Int, in bytes: UnsafeBufferPointer<UInt8>)
    -> (tag: [UInt8], replacement: [UInt8])?
  {
    pairs.first { pair in
      index + pair.tag.count <= bytes.count
        && pair.tag.indices.allSatisfy { bytes[index + $0] == pair.tag[$0] }
    }
  }
}
