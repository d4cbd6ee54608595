import FileSystem
import Glibc
import Testing

@testable import LessonRunner

@Suite struct SymbolReaderTests {
  private let symbols = [
    LibrarySymbol(
      kind: .method, path: ["Box", "put(_:at:)"],
      declarations: [
        LibrarySymbol.Declaration(
          code: "func put(_ a: Int, at b: Int = 0)", documentation: "Puts.\nWell.", file: "A.swift",
          line: 7,
          labels: [
            LibrarySymbol.Label(name: "_", isOptional: false),
            LibrarySymbol.Label(name: "at", isOptional: true),
          ])
      ]),
    LibrarySymbol(kind: .enumCase, path: ["Box", "c"], declarations: [], conformances: ["P"]),
  ]

  @Test func whatTheCacheKeepsComesBack() {
    #expect([LibrarySymbol](encoded: symbols.encoded) == symbols)
    #expect([LibrarySymbol](encoded: Array(symbols.encoded.dropLast(3))) == nil)
  }

  /// A tool of a few lines stands for the toolchain's.
  private func reader(_ script: String, in folder: String) throws -> SymbolReader {
    let tool = folder + "/bin/swift-symbolgraph-extract"
    try Files.write("#!/bin/sh\n" + script, at: tool)
    chmodExecutable(tool)
    for name in ["A", "Figures", "LessonKit"] {
      try Files.write(name, at: "\(folder)/Modules/\(name).swiftmodule")
    }
    return SymbolReader(
      toolchain: .sample(root: folder, modules: folder + "/Modules"),
      cache: Cache(folder: folder + "/cache"))
  }

  /// Writes one function `show` for each module, and notes each call.
  private static let tool = """
    echo "$2" >> "$(dirname "$0")/calls"
    cat > "$6/$2.symbols.json" <<END
    {"symbols": [{"kind": {"identifier": "swift.func"}, "identifier": {"precise": "s"},
      "pathComponents": ["show"], "declarationFragments": [
        {"kind": "keyword", "spelling": "func "}, {"kind": "identifier", "spelling": "show"},
        {"kind": "text", "spelling": "()"}]}]}
    END
    """

  @Test func theFunctionsOfModulesAreImportedByTheirNames() throws {
    try withScratch { folder in
      let reader = try reader(Self.tool, in: folder)
      #expect(
        try reader.functions(of: ["A", "Figures", "Foundation"]) == [
          "func A.show", "func Figures.show",
        ])
    }
  }

  @Test func eachModuleIsReadOnceAndWhatLessonKitShowsIsAPartOfFigures() throws {
    try withScratch { folder in
      let reader = try reader(Self.tool, in: folder)
      for _ in 0..<2 {
        let index = try reader.symbols(of: ["A", "Figures", "Foundation"])
        #expect(index.modules.map(\.name) == ["A", "Figures"])
        #expect(index.modules.map { $0.symbols.count } == [1, 2])
      }
      let calls = String(decoding: try Files.read(folder + "/bin/calls"), as: UTF8.self)
      #expect(calls.split(separator: "\n").sorted() == ["A", "Figures", "LessonKit"])
    }
  }

  @Test func aToolThatIsMissingOrFailsIsTold() throws {
    try withScratch { folder in
      let failing = try reader("echo 'no such module' >&2; exit 1", in: folder)
      let failure = #expect(throws: MachineFailure.self) { try failing.symbols(of: ["A"]) }
      guard case .process(let error)? = failure else {
        Issue.record("\(String(describing: failure))")
        return
      }
      #expect(error.reason == "the public symbols of `A` can't be read: no such module")
      Files.remove(folder + "/bin")
      let missing = #expect(throws: MachineFailure.self) { try failing.symbols(of: ["A"]) }
      guard case .missing(.symbolReader(folder))? = missing else {
        Issue.record("\(String(describing: missing))")
        return
      }
    }
  }
}
