import FileSystem
import Testing

@testable import LessonRunner

struct TypesetterTests {
  private let square = Formula(tex: "x^2", display: false)
  private let wrong = Formula(tex: "\\oops", display: false)

  /// A script in the place of the real one, which answers with the formula itself and counts its runs
  /// in the file `runs` beside it.
  private static let script = """
    const fs = require("fs"), path = require("path");
    fs.appendFileSync(path.join(__dirname, "runs"), "1");
    for (const line of fs.readFileSync(0, "utf8").split("\\n")) {
      if (line === "") continue;
      const tex = JSON.parse(line).tex, length = Buffer.byteLength(tex);
      if (tex === "\\\\oops") process.stdout.write("error 2 -1\\nno");
      else process.stdout.write(`ok ${length} 1\\n${tex}v`);
    }
    """

  private func withTypesetter<Value>(_ body: (Typesetter, String) throws -> Value) throws -> Value {
    try withScratch { folder in
      try Files.write(Self.script, at: folder + "/katex-render.js")
      try Files.write("", at: folder + "/katex.js")
      return try body(
        Typesetter(
          katex: KaTeX(assets: folder, folder: folder), cache: Cache(folder: folder + "/cache")),
        folder)
    }
  }

  private func runs(_ folder: String) -> Int {
    (try? Files.read(folder + "/runs"))?.count ?? 0
  }

  @Test func formulasOfAllOwnersAreTypesetInOneRunAndNotAgain() throws {
    try withTypesetter { typesetter, folder in
      let other = Formula(tex: "y", display: true)
      let requests = [
        Typesetter.Request(owner: "a", formulas: [square, other, square]),
        Typesetter.Request(owner: "b", formulas: [square]),
      ]
      for _ in 0..<2 {
        let typeset = try typesetter.typeset(requests)
        #expect(typeset[square] == .typeset(mathML: "x^2", visible: "v"))
        #expect(typeset[other] == .typeset(mathML: "y", visible: "v"))
        #expect(runs(folder) == 1)
      }
    }
  }

  @Test func formulaThatOneOwnerKnowsIsKnownToAll() throws {
    try withTypesetter { typesetter, folder in
      _ = try typesetter.typeset([.init(owner: "a", formulas: [square])])
      let both = [
        Typesetter.Request(owner: "a", formulas: [square]), .init(owner: "b", formulas: [square]),
      ]
      _ = try typesetter.typeset(both)
      #expect(runs(folder) == 1)
      // Now it is kept for the second one as well.
      _ = try typesetter.typeset([both[1]])
      #expect(runs(folder) == 1)
    }
  }

  @Test func mistakeIsToldAgainEachTime() throws {
    try withTypesetter { typesetter, folder in
      for run in 1...2 {
        let typeset = try typesetter.typeset([.init(owner: "a", formulas: [wrong, square])])
        #expect(typeset[wrong] == .mistake(message: "no", offset: nil))
        #expect(runs(folder) == run)
      }
    }
  }

  @Test func formulasThatAnOwnerNoLongerHasAreForgotten() throws {
    try withTypesetter { typesetter, folder in
      _ = try typesetter.typeset([.init(owner: "a", formulas: [square])])
      _ = try typesetter.typeset([.init(owner: "a", formulas: [])])
      _ = try typesetter.typeset([.init(owner: "a", formulas: [Formula(tex: "y", display: false)])])
      _ = try typesetter.typeset([.init(owner: "a", formulas: [square])])
      #expect(runs(folder) == 3)
    }
  }

  @Test func anotherKaTeXTypesetsAnew() throws {
    try withTypesetter { typesetter, folder in
      let before = typesetter.version
      _ = try typesetter.typeset([.init(owner: "a", formulas: [square])])
      try Files.write("// newer", at: folder + "/katex.js")
      #expect(typesetter.version != before)
      _ = try typesetter.typeset([.init(owner: "a", formulas: [square])])
      #expect(runs(folder) == 2)
    }
  }
}
