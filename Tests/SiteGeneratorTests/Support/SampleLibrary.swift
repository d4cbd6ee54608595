@testable import LessonRunner

/// The public symbols of two modules that nothing has built.
enum SampleLibrary {
  static func symbol(
    _ kind: LibrarySymbol.Kind, _ path: [String], _ declarations: [(code: String, text: String)],
    conformances: [String] = []
  ) -> LibrarySymbol {
    LibrarySymbol(
      kind: kind, path: path,
      declarations: declarations.map {
        .init(code: $0.code, documentation: $0.text, file: "", line: 1, labels: [])
      }, conformances: conformances)
  }

  static let library = LibraryModule(
    name: "Library",
    symbols: [
      symbol(.protocol, ["Holder"], [("protocol Holder", "Holds.")]),
      symbol(
        .struct, ["Box"], [("struct Box<T>", "Holds a `T`, see ``Figure`` and ``nothing``.")],
        conformances: ["Holder"]),
      symbol(
        .method, ["Box", "put(_:)"],
        [
          (
            "mutating func put(_ x: T)",
            """
            Puts $x$ into a Box<T>. See [there](https://example.org) or [here](other.md).

            - Parameters:
              - x: What is *put*.
            - Returns: Nothing, ``Box/put(_:)``.
            - A point that stays.

            ```swift
            box.put("a")
            ```
            """
          )
        ]),
      symbol(.operator, ["Box", "<(_:_:)"], [("static func < (a: Box, b: Box) -> Bool", "Less.")]),
      symbol(.enum, ["Size"], [("enum Size", "")]),
      symbol(.enumCase, ["Size", "small"], [("case small", "")]),
      symbol(.enumCase, ["Size", "large"], [("case large", "")]),
      symbol(
        .function, ["twice(_:)"],
        [
          ("func twice(_ x: Int) -> Int", "Twice."), ("func twice(_ x: Float) -> Float", "Twice."),
          ("func twice(_ x: Int) -> Int", "Other words for the same."),
        ]),
      symbol(.property, ["Int", "boxed"], [("var boxed: Box<Int> { get }", "In a box.")]),
    ], stamp: "1")

  static let index = SymbolIndex([
    library,
    LibraryModule(
      name: "Other", symbols: [symbol(.struct, ["Figure"], [("struct Figure", "Drawn.")])]),
  ])
}
