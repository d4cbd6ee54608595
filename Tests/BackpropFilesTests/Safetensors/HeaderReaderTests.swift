import Backprop
import FileSystem
import Foundation
import Testing

@testable import BackpropFiles

@Suite struct HeaderReaderTests {
  /// A file of a header, filled up, and of as many bytes.
  private func file(_ header: String, data: Int = 0) -> [UInt8] {
    let filled = header + String(repeating: " ", count: (8 - header.utf8.count % 8) % 8)
    let length = withUnsafeBytes(of: UInt64(filled.utf8.count).littleEndian) { Array($0) }
    return length + Array(filled.utf8) + [UInt8](repeating: 0, count: data)
  }

  private func message(_ bytes: [UInt8]) -> String {
    do {
      _ = try Safetensors(bytes: bytes)
      return "read"
    } catch {
      return "\(error)"
    }
  }

  @Test func whatIsNotAHeaderIsRefusedAndTheByteNamed() {
    for header in [
      "[]", " {}", "{\"a\"}", "{\"a\":}", "{\"a\":1}", "{\"a\":[]}", "{\"a\":null}", "{,}",
      "{\"a\":{}}",
      "{\"__metadata__\":{\"a\":1}}", "{\"__metadata__\":[]}", "{}{}", "{} x", "{\"a",
      "{\"\\x\":{}}",
      "{\"\\u12\":{}}", "{\"\\ud800\":{}}", "{\"\\udc00\":{}}", "{\"\\ud800\\u0041\":{}}",
      "{\"\n\":{}}",
      "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0]}}",
      "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4,4]}}",
      "{\"a\":{\"dtype\":\"F32\",\"shape\":[1,],\"data_offsets\":[0,4]}}",
      "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4],\"more\":1}}",
      String(repeating: "{\"a\":", count: 100_000),
    ] {
      #expect(
        message(file(header)).contains("The header is wrong at byte "), "\(header.prefix(60))")
    }
    #expect(message(file("{\"\u{7F}\":{}}").map { $0 == 0x7F ? 0xFF : $0 }).contains("not UTF-8"))
    #expect(message(file("{\"__metadata__\":{\"\\ud83d\\ude42\\/\":\"\\b\\f\"}}")) == "read")
  }
}
