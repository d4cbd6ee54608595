import JSON
import Testing

@testable import LessonRunner

@Suite struct SymbolGraphTests {
  /// A symbol as `swift-symbolgraph-extract` writes it, as far as it is read.
  static func symbol(
    _ kind: String, _ path: String, _ fragments: String, documentation: String = "",
    from module: String = "Library", line: Int = 0
  ) -> String {
    let list = fragments.split(separator: "|", omittingEmptySubsequences: false).map { fragment in
      let isName = fragment.hasPrefix("*")
      return
        #"{"kind":"\#(isName ? "identifier" : "text")","spelling":"\#(isName ? fragment.dropFirst() : fragment)"}"#
    }
    let names = path.split(separator: " ").map { "\"\($0)\"" }.joined(separator: ",")
    let comment =
      documentation.isEmpty
      ? ""
      : #""docComment":{"module":"\#(module)","lines":[{"text":"\#(documentation)"}]},"#
    return #"""
      {"kind":{"identifier":"swift.\#(kind)"},"identifier":{"precise":"\#(path) \#(line)"},
      "pathComponents":[\#(names)],\#(comment)"declarationFragments":[\#(list.joined(separator: ","))],
      "location":{"uri":"file:///somewhere/Sources/Library/A.swift","position":{"line":\#(line)}}}
      """#
  }

  static func graph(_ symbols: [String], relationships: [String] = []) -> String {
    #"{"symbols":[\#(symbols.joined(separator: ","))],"#
      + #""relationships":[\#(relationships.joined(separator: ","))]}"#
  }

  private func read(_ symbols: [String], extending: [String] = []) throws -> [LibrarySymbol] {
    try SymbolGraph.symbols(
      [
        ("Library.symbols.json", Self.graph(symbols)),
        ("Library@Swift.symbols.json", Self.graph(extending)),
      ], module: "Library")
  }

  @Test func overloadsWithTheSameLabelsAreOneSymbolInTheOrderOfTheSource() throws {
    let symbols = try read([
      Self.symbol("func", "twice(_:)", "func |*twice|(_ x: Float) -> Float", line: 8),
      Self.symbol("func", "twice(_:)", "func |*twice|(_ x: Int) -> Int", line: 3),
    ])
    #expect(symbols.map(\.name) == ["twice(_:)"])
    #expect(
      symbols[0].declarations.map(\.code)
        == ["func twice(_ x: Int) -> Int", "func twice(_ x: Float) -> Float"])
    #expect(symbols[0].declarations.map(\.line) == [4, 9])
    #expect(symbols[0].declarations[0].file == "Sources/Library/A.swift")
  }

  @Test func parametersThatOnlyTellWhereACallStandsAreLeftOut() throws {
    let symbols = try read([
      Self.symbol(
        "method", "Box put(_:file:line:at:)",
        "func |*put|<T>(_ x: (T, T), file: StaticString = #fileID, line: UInt = #line, "
          + "at i: Int = 0) where T : Sendable")
    ])
    #expect(symbols.map(\.path) == [["Box", "put(_:at:)"]])
    #expect(
      symbols[0].declarations.map(\.code)
        == ["func put<T>(_ x: (T, T), at i: Int = 0) where T: Sendable"])
    #expect(symbols[0].declarations[0].labels.map(\.isOptional) == [false, true, true, true])
  }

  @Test func aLongDeclarationHasALineForItsConditionsOrOneForEachParameter() throws {
    let words = String(repeating: "long", count: 10)
    let symbols = try read([
      Self.symbol("func", "a(_:b:)", "func |*a|(_ x: \(words), b: \(words)) -> Int"),
      Self.symbol("func", "b(_:)", "func |*b|(_ x: T) -> Int where T : \(words), T : \(words)"),
    ])
    #expect(
      symbols.map { $0.declarations[0].code } == [
        "func a(\n  _ x: \(words),\n  b: \(words)\n) -> Int",
        "func b(_ x: T) -> Int\nwhere T: \(words), T: \(words)",
      ])
  }

  @Test func aPropertyThatHoldsATupleOrAFunctionHasNoParameters() throws {
    let symbols = try read([
      Self.symbol("property", "Box pair", "let |*pair|: (a: Int, file: StaticString)")
    ])
    #expect(symbols.map(\.name) == ["Box.pair"])
    #expect(symbols[0].declarations[0].code == "let pair: (a: Int, file: StaticString)")
  }

  @Test func anOperatorKeepsItsParenthesesAndGenericParametersAreNotTakenForTheOthers() throws {
    let symbols = try read([
      Self.symbol(
        "func.op", "Box <(_:_:)", "static func |*<| |(a: Box, b: Box) -> Bool",
        documentation: "Which is smaller."),
      Self.symbol("init", "Box init(_:)", "init|<T>(_ x: Box<(T, T)>)"),
    ])
    #expect(symbols.map(\.name) == ["Box.<(_:_:)", "Box.init(_:)"])
    #expect(symbols[0].declarations[0].code == "static func < (a: Box, b: Box) -> Bool")
    #expect(symbols[0].baseName == "<")
    #expect(symbols[1].declarations[0].labels.count == 1)
  }

  @Test func whatOnlyAConformanceNeedsAndNamesWithAnUnderscoreInFrontAreLeftOut() throws {
    let symbols = try read(
      [
        Self.symbol("struct", "Box", "struct |*Box|"),
        Self.symbol("property", "Box description", "var |*description|: String"),
        Self.symbol(
          "method", "Box hash(into:)", "func |*hash|(into h: inout Hasher)",
          documentation: "Hashes.", from: "Swift"),
        Self.symbol("method", "Box _inner()", "func |*_inner|()"),
        Self.symbol("struct", "_Hidden", "struct |*_Hidden|"),
        Self.symbol(
          "method", "Shape area()", "func |*area|() -> Double", documentation: "The area."),
      ],
      extending: [
        Self.symbol("method", "Int area()", "func |*area|() -> Double", documentation: "The area."),
        Self.symbol("property", "Int box", "var |*box|: Box", documentation: "Itself in a box."),
        Self.symbol("property", "Int bare", "var |*bare|: Box"),
      ])
    #expect(symbols.map(\.name) == ["Box", "Int.box", "Shape.area()"])
  }

  @Test func whatIsNoJSONIsAnError() {
    #expect(throws: JSONValue.Malformed.self) {
      try SymbolGraph.symbols([("Library.symbols.json", "{")], module: "Library")
    }
  }
}
