import Backprop
import BackpropFiles
import FileSystem
import Testing

@Suite struct IDXFileTests {
  struct Case: Decodable, CustomStringConvertible {
    let hex: String
    let shape: [Int]
    let values: [Double]
    var description: String { "shape \(shape) of \(hex.prefix(8))" }

    var bytes: [UInt8] {
      let digits = hex.utf8.map { Int(Character(Unicode.Scalar($0)).hexDigitValue ?? 0) }
      return stride(from: 0, to: digits.count, by: 2).map {
        UInt8(digits[$0] << 4 | digits[$0 + 1])
      }
    }
  }

  @Test(arguments: Fixture.decode("idx.json") as [Case])
  func `arrays are those that NumPy wrote`(example: Case) throws {
    let file = try IDXFile(bytes: example.bytes)
    #expect(file.tensor() == Tensor(shape: example.shape, scalars: example.values))
    #expect(file.tensor(of: Float.self).scalars == example.values.map { Float($0) })
  }

  private let images: [UInt8] = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0, 51, 255, 102]
  private let labels: [UInt8] = [0, 0, 8, 1, 0, 0, 0, 2, 7, 3]

  @Test func `images and labels make a data set`() throws {
    try Fixture.withFolder { folder in
      try Files.write(images, to: folder + "/images")
      try Files.write(labels, to: folder + "/labels")
      let data = try Dataset<Float>(images: folder + "/images", labels: folder + "/labels")
      #expect(data.inputs == Tensor<Float>([[[0, 0.2]], [[1, 0.4]]]))
      #expect(data.labels == [7, 3])
      let error = #expect(throws: IDXError.self) {
        try Dataset<Float>(images: folder + "/labels", labels: folder + "/images")
      }
      #expect(error?.description.contains("images and labels were not exchanged") == true)
      try Files.write([0, 0, 8, 1, 0, 0, 0, 1, 7], to: folder + "/labels")
      let fewer = #expect(throws: IDXError.self) {
        try Dataset<Float>(images: folder + "/images", labels: folder + "/labels")
      }
      #expect(fewer?.description.contains("There are 2 images, but 1 labels in") == true)
    }
  }

  @Test(
    arguments: [
      ([], "neither with two zero bytes"),
      ([0x1F, 0x8B, 8, 0], "The file is compressed. Unpack it: gunzip bytes"),
      ([0, 1, 8, 1], "no IDX file"),
      ([0, 0, 0x0A, 1, 0, 0, 0, 0], "The type 10 is none that the format has"),
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
  func `what is no array is refused`(bytes: [UInt8], message: String) {
    let error = #expect(throws: IDXError.self) { try IDXFile(bytes: bytes) }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
  }

  @Test func `numbers that are no classes are no labels`() throws {
    #expect(throws: IDXError.self) { try IDXFile(bytes: [0, 0, 9, 1, 0, 0, 0, 1, 255]).labels() }
    #expect(throws: IDXError.self) { try IDXFile(bytes: images).labels() }
  }
}
