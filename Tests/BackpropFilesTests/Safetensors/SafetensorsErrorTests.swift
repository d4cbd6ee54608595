import BackpropFiles
import Testing

@Suite struct SafetensorsErrorTests {
  @Test func aFolderThatIsNotThereIsNamed() {
    let error = #expect(throws: SafetensorsError.self) { try Safetensors().write(to: "/nowhere/a") }
    #expect(error?.description.hasPrefix("/nowhere/a: The file can't be written: No such") == true)
    let read = #expect(throws: SafetensorsError.self) { try Safetensors(contentsOf: "/nowhere/a") }
    #expect(read?.description.hasPrefix("/nowhere/a: The file can't be read: No such") == true)
  }
}
