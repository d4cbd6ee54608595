import LessonFormat

/// A place that says nothing.
let somewhere = SourceRange(
  start: SourcePosition(line: 1, column: 1), end: SourcePosition(line: 1, column: 1))

/// A lesson of this text.
func lesson(_ text: String) -> Lesson {
  LessonReader.read(SourceFile(path: "a.md", text: text), id: "a")
}

/// The inlines of a paragraph.
func inlines(_ markdown: String) -> [Node] { tree(markdown).children.first?.children ?? [] }

/// Inlines in one line: a text in quotes, other kinds by their name.
func described(_ inlines: [Node]) -> String {
  inlines.map { outline(Node($0.kind, range: $0.range)) }.joined(separator: " / ")
}
