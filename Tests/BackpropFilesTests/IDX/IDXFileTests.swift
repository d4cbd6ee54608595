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
  func arraysAreThoseThatNumPyWrote(example: Case) throws {
    let file = try IDXFile(bytes: example.bytes)
    #expect(file.tensor() == Tensor(shape: example.shape, scalars: example.values))
    #expect(file.tensor(of: Float.self).scalars == example.values.map { Float($0) })
  }

  private let images: [UInt8] = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0, 51, 255, 102]
  private let labels: [UInt8] = [0, 0, 8, 1, 0, 0, 0, 2, 7, 3]

  @Test func imagesAndLabelsMakeADataSet() throws {
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

  @Test func numbersThatAreNotClassesAreNotLabels() throws {
    #expect(throws: IDXError.self) { try IDXFile(bytes: [0, 0, 9, 1, 0, 0, 0, 1, 255]).labels() }
    #expect(throws: IDXError.self) { try IDXFile(bytes: images).labels() }
  }
}
