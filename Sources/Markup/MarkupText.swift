/// Text as HTML writes it. Nothing else escapes.
public enum MarkupText {
  /// Adds text with `&`, `<`, `>` and `"` written as character references: right between tags and in
  /// quoted attributes. Control characters become pictures of them, such as `␛`; white space stays.
  static func append(_ text: some StringProtocol, to bytes: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case 0...8, 11, 12, 14...31: bytes += [0xE2, 0x90, 0x80 + byte]
      case 127: bytes += "\u{2421}".utf8
      case 0x80...0xAE:
        bytes.append(byte)
        replaceControl(atEndOf: &bytes)
      default: bytes.append(byte)
      }
    }
  }

  /// Puts a picture in the place of a control character of two or three bytes that was added last.
  private static func replaceControl(atEndOf bytes: inout [UInt8]) {
    let end = bytes.count
    guard end > 1 else { return }
    let (before, last) = (UInt32(bytes[end - 2]), UInt32(bytes[end - 1] & 0x3F))
    let value: UInt32
    let length: Int
    if before == 0xC2 || before == 0xD8 {
      (value, length) = ((before & 0x1F) << 6 | last, 2)
    } else if end > 2, bytes[end - 3] == 0xE2, before & 0xFE == 0x80 {
      (value, length) = (0x2000 | (before & 0x3F) << 6 | last, 3)
    } else {
      return
    }
    guard let scalar = Unicode.Scalar(value), let picture = ControlCharacters.picture(of: scalar)
    else { return }
    bytes.removeLast(length)
    bytes += String(Character(picture)).utf8
  }

  /// An address as the value of a quoted attribute: what may not stand in an address is
  /// percent-encoded, what is encoded already stays as it is.
  static func address(_ address: some StringProtocol) -> [UInt8] {
    var bytes: [UInt8] = []
    for byte in address.utf8 {
      if isSafeInAddress(byte) {
        bytes.append(byte)
      } else if byte == UInt8(ascii: "&") {
        bytes += "&amp;".utf8
      } else if byte == UInt8(ascii: "'") {
        bytes += "&#x27;".utf8
      } else {
        let digits = Array("0123456789ABCDEF".utf8)
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return bytes
  }

  /// Whether an address runs code when it is followed, or is made to look like what it is not.
  public static func isDangerousAddress(_ address: some StringProtocol) -> Bool {
    // Browsers pass over white space and control characters here.
    let text = String(address.unicodeScalars.filter { $0.value > 0x20 }.map(Character.init))
      .lowercased()
    if ["javascript:", "vbscript:", "file:"].contains(where: text.hasPrefix) { return true }
    guard text.hasPrefix("data:") else { return false }
    let images = ["png", "gif", "jpeg", "webp"]
    return !images.contains { text.hasPrefix("data:image/\($0)") }
  }

  private static func isSafeInAddress(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      return true
    default:
      return "-_.+!*(),%#@?=;:/$~".utf8.contains(byte)
    }
  }
}
