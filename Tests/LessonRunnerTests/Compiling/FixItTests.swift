import FileSystem
import Testing

@testable import LessonRunner

@Suite struct FixItTests {
  private func applied(_ edits: (Range<Int>, String)..., to line: String) -> String? {
    FixIt.applied(
      edits.map { FixIt(line: 1, columns: $0.0, text: $0.1) }, to: line, offset: { $0 - 1 })
  }

  @Test func editsReplaceColumnsCountedFromOneInUTF8() {
    #expect(applied((5..<6, "b"), to: "let a = 1") == "let b = 1")
    #expect(applied((4..<5, "b"), to: "é = a") == "é b a")
  }

  @Test func severalEditsDoNotShiftEachOther() {
    #expect(applied((1..<4, "var"), (9..<9, "-"), to: "let a = 1") == "var a = -1")
    // Two at one place stand in the order in which they came.
    #expect(applied((1..<1, "a"), (1..<1, "b"), to: "c") == "abc")
  }

  @Test func blanksToBeFilledInLoseTheirMarks() {
    #expect(applied((3..<3, ": <#Int#>"), to: "f() {}") == "f(: Int) {}")
  }

  @Test func anEditThatReachesOutOfTheLineIsNone() {
    #expect(applied((5..<20, "b"), to: "let a") == nil)
    #expect(applied((0..<1, "b"), to: "let a") == nil)
  }

  @Test func aFileThatIsNoneHasNoEdits() throws {
    #expect(FixIt.read("/nonexistent.dia", try Toolchain.ofTests()).isEmpty)
  }

  @Test func theCompilersEditsAreReadByTheirMessage() throws {
    try withScratch { folder in
      let toolchain = try Toolchain.ofTests()
      try Files.write("let count = 1\nprint(cuont)\n", at: folder + "/a.swift")
      _ = try CompilerFrontend(toolchain: toolchain, moduleCache: folder + "/m", home: folder)
        .process(
          ["-typecheck", "-serialize-diagnostics-path", folder + "/a.dia"],
          source: folder + "/a.swift", module: "a"
        ).run()
      let edits = FixIt.read(folder + "/a.dia", toolchain)
      let owner = FixIt.Owner(
        line: 2, column: 7, text: "cannot find 'cuont' in scope; did you mean 'count'?")
      #expect(edits == [owner: [FixIt(line: 2, columns: 7..<12, text: "count")]])
    }
  }

  @Test func anEditStandsInTheAuthorsLine() {
    let edits = [
      FixIt(line: 1, columns: 9..<9, text: "height: "),
      FixIt(line: 1, columns: 1..<5, text: "size"),
      FixIt(line: 1, columns: 10..<10, text: " ?? <#value#>"),
    ]
    #expect(
      FixIt.applied(edits, to: "area(2, 3)") { $0 - 1 } == "size(2, height: 3 ?? value)")
    #expect(FixIt.applied([FixIt(line: 1, columns: 9..<40, text: "")], to: "a") { $0 - 1 } == nil)
  }
}
