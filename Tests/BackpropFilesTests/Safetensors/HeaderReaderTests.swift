import BackpropFiles
import Testing

@Suite struct HeaderReaderTests: HostileFile {
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
