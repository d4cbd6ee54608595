import BackpropFiles
import Testing

@Suite struct IDXErrorTests {
  @Test(
    arguments: [
      ([], "neither with two zero bytes"),
      ([0x1F, 0x8B, 8, 0], "The file is compressed. Unpack it: gunzip bytes"),
      ([0, 1, 8, 1], "not an IDX file"),
      ([0, 0, 0x0A, 1, 0, 0, 0, 0], "The type 10 is not one of the format's"),
      ([0, 0, 8, 2, 0, 0, 0, 1], "ends within its header"),
      ([0, 0, 8, 1, 0, 0, 0, 2, 1], "Numbers of shape [2] take 2 bytes, but 1 bytes follow"),
      ([0, 0, 8, 1, 0, 0, 0, 0, 1], "take 0 bytes, but 1 bytes follow"),
      (
        [0, 0, 14, 3] + [UInt8](repeating: 255, count: 12),
        "Numbers of shape [4294967295, 4294967295, 4294967295] take too many bytes"
      ),
      (
        [0, 0, 8, 4] + [UInt8](repeating: 255, count: 12) + [0, 0, 0, 0],
        "4294967295, 0] take too many bytes"
      ),
    ] as [([UInt8], String)])
  func whatIsNotAnArrayIsRefused(bytes: [UInt8], message: String) {
    let error = #expect(throws: IDXError.self) { try IDXFile(bytes: bytes) }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
  }
}
