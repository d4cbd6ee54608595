import Testing

@testable import LessonRunner

@Suite struct LibrarySymbolTests {
  private func symbol(_ kind: LibrarySymbol.Kind, _ path: String...) -> LibrarySymbol {
    LibrarySymbol(kind: kind, path: path, declarations: [])
  }

  @Test func theBaseNameHasNoTypesAndNoLabels() {
    #expect(symbol(.method, "Box", "put(_:at:)").baseName == "put")
    #expect(symbol(.method, "Box", "put(_:at:)").name == "Box.put(_:at:)")
    #expect(symbol(.operator, "Box", "/(_:_:)").baseName == "/")
    #expect(symbol(.struct, "Box").baseName == "Box")
  }

  @Test func typesAreWhatHasMembers() {
    #expect(
      LibrarySymbol.Kind.allCases.filter(\.isType)
        == [.protocol, .struct, .class, .enum, .actor])
  }

  @Test(arguments: [
    ("One. Two.", "One."), ("A value, e.g. 2.5 of it. More.", "A value, e.g. 2.5 of it."),
    ("Over\ntwo lines.\nMore", "Over two lines."), ("As follows:\n\n    code", "As follows"),
    ("No end", "No end"), ("", ""),
  ])
  func theSummaryIsTheFirstSentence(documentation: String, summary: String) {
    let declaration = LibrarySymbol.Declaration(
      code: "", documentation: documentation, file: "", line: 1, labels: [])
    #expect(
      LibrarySymbol(kind: .function, path: ["a"], declarations: [declaration]).summary == summary)
  }
}
