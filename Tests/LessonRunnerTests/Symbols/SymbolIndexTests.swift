import Testing

@testable import LessonRunner

@Suite struct SymbolIndexTests {
  private static func symbol(
    _ kind: LibrarySymbol.Kind, _ path: String, _ labels: String = ""
  ) -> LibrarySymbol {
    let list = labels.split(separator: " ").map { label in
      LibrarySymbol.Label(
        name: String(label.filter { $0 != "?" }), isOptional: label.hasSuffix("?"))
    }
    return LibrarySymbol(
      kind: kind, path: path.split(separator: " ").map(String.init),
      declarations: [
        LibrarySymbol.Declaration(code: "", documentation: "", file: "", line: 1, labels: list)
      ])
  }

  private static let index = SymbolIndex([
    LibraryModule(
      name: "Library",
      symbols: [
        symbol(.struct, "Box"), symbol(.method, "Box put(_:at:)", "_ file? line? at?"),
        symbol(.method, "Box max()"), symbol(.method, "Box max(by:)", "by"),
        symbol(.operator, "Box /(_:_:)", "_ _"), symbol(.struct, "Box Lid"),
        symbol(.property, "Box Lid size"), symbol(.struct, "Bag"),
        symbol(.method, "Bag put(_:at:)", "_ at"), symbol(.enumCase, "Kind sum"),
        symbol(.function, "sum(_:)", "_"), symbol(.function, "sum(_:by:)", "_ by"),
        symbol(.struct, "Twin"),
      ]),
    LibraryModule(name: "Other", symbols: [symbol(.struct, "Twin"), symbol(.struct, "Lone")]),
  ])

  @Test(arguments: [
    ("Box", "Library.Box"), ("Library.Box", "Library.Box"), ("Library/Box", "Library.Box"),
    ("Box/put(_:at:)", "Library.Box.put(_:at:)"), ("Box.put(_:at:)", "Library.Box.put(_:at:)"),
    ("Box.put(_:)", "Library.Box.put(_:at:)"), ("Box.put", "Library.Box.put(_:at:)"),
    ("Box.put(_:file:line:at:)", "Library.Box.put(_:at:)"),
    ("put(_:)", "Library.Box.put(_:at:)"), ("Box.max", "Library.Box.max()"),
    ("max", "Library.Box.max()"), ("max(by:)", "Library.Box.max(by:)"),
    ("Box//(_:_:)", "Library.Box./(_:_:)"), ("Box./", "Library.Box./(_:_:)"),
    ("/(_:_:)", "Library.Box./(_:_:)"), ("/", "Library.Box./(_:_:)"),
    ("Box.Lid.size", "Library.Box.Lid.size"), ("Lid.size", "Library.Box.Lid.size"),
    ("size", "Library.Box.Lid.size"), ("sum", "Library.sum(_:)"),
    ("sum(_:by:)", "Library.sum(_:by:)"), ("Kind.sum", "Library.Kind.sum"),
    ("Lone", "Other.Lone"), ("Other.Twin", "Other.Twin"),
  ])
  func aNameMeansASymbol(written: String, name: String) {
    guard case .symbol(let symbol, let module) = Self.index.meaning(of: written) else {
      Issue.record("\(written) means \(Self.index.meaning(of: written))")
      return
    }
    #expect("\(module).\(symbol.name)" == name)
  }

  @Test(arguments: [
    ("put(_:at:)", ["Box.put(_:at:)", "Bag.put(_:at:)"]),
    ("put", ["Box.put(_:at:)", "Bag.put(_:at:)"]), ("Twin", ["Library.Twin", "Other.Twin"]),
  ])
  func aNameThatCanMeanSeveralIsAmbiguousAndEachOfThemIsNamed(written: String, names: [String]) {
    #expect(Self.index.meaning(of: written) == .ambiguous(names))
  }

  @Test(arguments: [
    ("Bx", "Box"), ("Box.putt", "Box.put"), ("Box/putt", "Box/put"),
    ("Box.put(_:it:)", "Box.put(_:at:)"), ("som(_:)", "sum(_:)"), ("sizes", "size"),
    ("box", "Box"), ("Library.Bx", "Library.Box"), ("nothing like it", nil), ("", nil),
    ("Box.", nil), ("Other.Elephant", nil),
  ])
  func anUnknownNameHasTheNearestThatIsOneAsItWouldBeWritten(written: String, nearest: String?) {
    #expect(Self.index.meaning(of: written) == .unknown(nearest: nearest))
  }

  @Test func aNameIsShownAsSwiftSpellsItWithTheLabelsThatAReaderSees() {
    let put = Self.index.modules[0].symbols[1]
    #expect(SymbolIndex.spelling(of: "Box/put(_:file:line:at:)", for: put) == "Box.put(_:at:)")
    #expect(SymbolIndex.spelling(of: "Box/put", for: put) == "Box.put")
    #expect(SymbolIndex.spelling(of: "a b") == "a b")
  }
}
