import FileSystem
import Testing

@testable import LessonRunner

@Suite struct GlobalVariablesTests {
  /// What a program of some code says of its variables.
  private func places(_ code: String, cut: Int? = nil) throws -> [String: [UInt64]] {
    try withScratch { folder in
      let lesson = sampleLesson("```swift\n\(code)\n```\n", path: "early.md", id: "early")
      let toolchain = try Toolchain.ofTests()
      let programs = ProgramFolder(path: folder)
      let compiler = ProgramCompiler(
        lesson: lesson,
        frontend: CompilerFrontend(
          toolchain: toolchain, moduleCache: folder + "/modules", home: folder),
        folder: programs)
      _ = try LessonCompiler(compiler: compiler, imports: []).compile("a")
      let linker = ProgramLinker(toolchain: toolchain, folder: programs, imports: [])
      #expect(try linker.link([programs.object("a")], to: "a") == nil)
      let bytes = try Files.read(programs.library("a"))
      for cut in [0, 4, 64, bytes.count / 2, bytes.count - 1] {
        _ = GlobalVariables(of: Array(bytes[..<cut]), module: lesson.module)
      }
      return GlobalVariables(of: bytes, module: lesson.module).places.mapValues { $0.map(\.size) }
    }
  }

  @Test func thoseOfTheModuleAreFoundByTheirNames() throws {
    let found = try places(
      """
      let a = 1.0, η = Float(2), early = (1, true)
      private var hidden = "b"
      var (c, d) = (1, [2])
      var e: Int8? = nil { didSet { print("f") } }
      struct S { static var g = 1; var h = 2 }
      func f() { let i = 3; print(i) }
      """)
    #expect(
      found == [
        "a": [8], "η": [4], "early": [9], "hidden": [16], "c": [8], "d": [8], "e": [2],
      ])
  }

  @Test func whatIsNoSharedObjectHasNone() {
    let head: [UInt8] = [0x7F, 0x45, 0x4C, 0x46, 2]
    let far = head + [UInt8](repeating: 0, count: 35) + [UInt8](repeating: 0xFF, count: 7) + [0x7F]
    for bytes in [
      [], Array("text".utf8), head + [UInt8](repeating: 0xFF, count: 99),
      far + [UInt8](repeating: 1, count: 99),
    ] {
      #expect(GlobalVariables(of: bytes, module: "m").places.isEmpty)
    }
  }
}
