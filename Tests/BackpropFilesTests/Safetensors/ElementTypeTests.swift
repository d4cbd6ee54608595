import BackpropFiles
import Testing

@Suite struct ElementTypeTests {
  @Test func typesThatCannotBeReadStandBesideThoseThatCan() throws {
    // Of six bits, four numbers lie in three bytes.
    func file(_ type: String, _ count: Int, _ bytes: Int) throws -> Safetensors {
      var header = "{\"a\":{\"dtype\":\"F64\",\"shape\":[],\"data_offsets\":[0,8]},"
      header += "\"b\":{\"dtype\":\"\(type)\",\"shape\":[\(count)],"
      header += "\"data_offsets\":[8,\(8 + bytes)]}}"
      header += String(repeating: " ", count: (8 - header.utf8.count % 8) % 8)
      let data = [UInt8](repeating: 0, count: 8 + bytes)
      return try Safetensors(
        bytes: [UInt8(header.utf8.count), 0, 0, 0, 0, 0, 0, 0] + Array(header.utf8) + data)
    }
    for type in ["F6_E2M3", "F6_E3M2"] {
      let file = try file(type, 4, 3)
      #expect(try file.tensor("a").item == 0)
      let error = #expect(throws: SafetensorsError.self) { try file.tensor("b") }
      #expect(error?.description.contains("\(type), which can't be read") == true)
      #expect(try Safetensors(bytes: file.bytes).bytes == file.bytes)
    }
    #expect(try file("F4", 6, 3).tensor("b").shape == [6])
    for (type, count, bytes) in [("F4", 3, 2), ("F4", 3, 1), ("F6_E2M3", 3, 3), ("C64", 1, 4)] {
      let error = #expect(throws: SafetensorsError.self) { try file(type, count, bytes) }
      #expect(error?.description.contains("of shape [\(count)] and type \(type) has") == true)
    }
  }
}
