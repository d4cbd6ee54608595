import Backprop
import BackpropFiles
import Testing

@Suite struct NarrowNumbersTests {
  @Test func halfPrecisionBfloat16AndWholeNumbersAreReadAsPyTorchReadsThem() throws {
    let file = try Safetensors(contentsOf: Fixture.path("types.safetensors"))
    let values = try Fixture.weights()
    for name in ["f16", "bf16", "i64", "i32", "i16", "i8", "u64", "u32", "u16", "u8", "bool"] {
      #expect(try file.tensor(name).scalars == values[name], "\(name)")
    }
    #expect(try file.tensor("f16").scalars[6].sign == .minus)
    #expect(try file.tensor("u8").shape == [2, 1])
    #expect(try Safetensors(bytes: file.bytes).bytes == Fixture.bytes("types.safetensors"))
    let inexact = #expect(throws: SafetensorsError.self) { try file.tensor("large") }
    #expect(inexact?.cause == .inexact(tensor: "large"))
    let complex = #expect(throws: SafetensorsError.self) { try file.tensor("c64") }
    #expect(complex?.description.contains("C64, which can't be read") == true)
    let none = #expect(throws: SafetensorsError.self) { try file.tensor("g") }
    #expect(none?.cause == .unknownTensor("g"))
  }

  @Test func everyNumberOfEightBitsAndOfFourIsReadAsPyTorchReadsIt() throws {
    let file = try Safetensors(contentsOf: Fixture.path("types.safetensors"))
    let values = try Fixture.weights()
    let types: [String: (type: ElementType, count: Int)] = [
      "f8e4m3": (.f8e4m3, 256), "f8e5m2": (.f8e5m2, 256), "f8e4m3fnuz": (.f8e4m3fnuz, 256),
      "f8e5m2fnuz": (.f8e5m2fnuz, 256), "f8e8m0": (.f8e8m0, 256), "f4": (.f4, 512),
    ]
    for (name, (type, count)) in types {
      #expect(file.type(of: name) == type && file.shape(of: name) == [count])
      let (found, single) = (try file.tensor(name), try file.tensor(name, of: Float.self))
      let expected = try #require(values[name])
      #expect(expected.count == count)
      for (code, (number, expected)) in zip(found.scalars, expected).enumerated() {
        #expect(number == expected || number.isNaN && expected.isNaN, "\(name) \(code)")
        #expect(number.sign == expected.sign || expected.isNaN, "\(name) \(code)")
        #expect(single[code].item.bitPattern == Float(number).bitPattern || number.isNaN)
      }
    }
  }

  #if !os(macOS) || arch(arm64)
    @Test func everyNumberOfHalfPrecisionIsSwiftsOwn() throws {
      var header = "{\"h\":{\"dtype\":\"F16\",\"shape\":[65536],\"data_offsets\":[0,131072]}}"
      header += String(repeating: " ", count: (8 - header.utf8.count % 8) % 8)
      let data = (0...UInt16.max).flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
      let bytes = [UInt8(header.utf8.count), 0, 0, 0, 0, 0, 0, 0] + Array(header.utf8) + data
      let halves = try Safetensors(bytes: bytes).tensor("h", of: Float.self).scalars
      for (bits, half) in halves.enumerated() {
        let expected = Float(Float16(bitPattern: UInt16(bits)))
        #expect(half == expected || half.isNaN && expected.isNaN)
        #expect(half.sign == expected.sign)
      }
    }
  #endif

  // MARK: Models
}
