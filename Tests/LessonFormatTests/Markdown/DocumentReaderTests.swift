import LessonFormat
import Testing

@Suite struct DocumentReaderTests {
  /// Every construct, in every container, with text of several bytes a character.
  static let sample = """
    # Überschrift *eins* #

    Zweite `Zeile` 中文 **stark *und* schief** ende
    nächste ~~weg~~ <b>ä</b> [Ziel ö](u "t") ![Bild](v)\u{20}\u{20}
    drei\\
    vier $x^2$ fünf https://a.example/ö sechs

    > Zitat é *a*
    > > tiefer 😀 **b**
    faul *c*
    >
    > - Punkt `d`
    >   zweite é $e$
    >\t3. nummer
    >
    >      code
    > - [ ] Aufgabe *f*

    | Kopf *é* | `g` | h |
    |:---------|:---:|--:|
    | 中文 | a \\| b | **c** |
    | $d$ | ~~e~~ |

    Setext é
    *zwei*
    ===

    1. eins

       ```swift hidden
       let é = 1
       ```

    2. zwei
       - drei
         vier *g*
    \t- fünf

    [def]: /url 'titel'
    Text *nach* Definition [def] é[^1]

    > [!NOTE]
    > Achtung é *h*

    [^1]: Fußnote *i*

        zweiter Absatz é `j`
    """

  @Test func everyTextNodePointsAtItsText() {
    let file = SourceFile(path: "a.md", text: Self.sample)
    var count = 0
    for node in allNodes(MarkdownParser.parse(file)) {
      guard case .text(let text) = node.kind else { continue }
      count += 1
      // A bar in a table is written with a backslash.
      #expect(slice(node.range, file).filter { $0 != "\\" } == text)
    }
    #expect(count == 58)
  }

  @Test func linesBeforeTheFirstAreSkippedAndCounted() {
    #expect(
      outline(tree("---\ntitle: A\n---\n*é* b\n", firstLine: 4), ranges: true) == """
        document [4:1-4:6]
          paragraph [4:1-4:6]
            emphasis [4:1-4:4]
              text "é" [4:2-4:3]
            text " b" [4:4-4:6]
        """)
    #expect(outline(tree("a\n", firstLine: 9)) == "document")
    #expect(outline(tree("")) == "document")
  }

  @Test(arguments: ["---\ntitle: A\n---", "---\ntitle: A\n---\n", "---\n---\n", ""])
  func aDocumentOfFrontMatterAloneLiesWithinItsFile(_ text: String) {
    let file = SourceFile(path: "a.md", text: text)
    let range = LessonReader.read(file, id: "a").document.range
    #expect(range.start <= range.end)
    #expect(range.end.line <= max(1, file.lines.count))
    #expect(range.end.column <= file.line(range.end.line).unicodeScalars.count + 1)
  }

  @Test func lineEndingsMakeNoDifference() {
    let unix = outline(tree(Self.sample), ranges: true)
    for ending in ["\r\n", "\r"] {
      let text = Self.sample.split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: ending)
      #expect(outline(tree(text), ranges: true) == unix)
    }
  }

  @Test func aByteOrderMarkTakesNoColumn() {
    #expect(outline(tree("\u{FEFF}# a\n"), ranges: true) == outline(tree("# a\n"), ranges: true))
  }

  @Test func everyInlineNodePointsAtItsMarkup() {
    let file = SourceFile(path: "a.md", text: Self.sample)
    var seen: [String] = []
    for node in allNodes(MarkdownParser.parse(file)) {
      let source = slice(node.range, file)
      switch node.kind {
      case .emphasis:
        #expect(source.hasPrefix("*") && source.hasSuffix("*"))
      case .strong: #expect(source.hasPrefix("**") && source.hasSuffix("**"))
      case .strikethrough: #expect(source.hasPrefix("~~") && source.hasSuffix("~~"))
      case .code(let code, _): #expect(source == "`\(code)`")
      case .math(let math, display: false): #expect(source == "$\(math)$")
      case .htmlInline(let html): #expect(source == html)
      case .footnoteReference: #expect(source == "[^1]")
      case .image: #expect(source == "![Bild](v)")
      case .link: seen.append(source)
      default: break
      }
    }
    #expect(seen == ["[Ziel ö](u \"t\")", "https://a.example/ö", "[def]"])
  }

  private func slice(_ range: SourceRange, _ file: SourceFile) -> String {
    var parts: [String] = []
    for number in range.start.line...range.end.line {
      let scalars = Array(file.line(number).unicodeScalars)
      let start = number == range.start.line ? range.start.column - 1 : 0
      let end = number == range.end.line ? range.end.column - 1 : scalars.count
      var view = String.UnicodeScalarView()
      view.append(
        contentsOf: scalars[min(start, scalars.count)..<max(start, min(end, scalars.count))])
      parts.append(String(view))
    }
    return parts.joined(separator: "\n")
  }
}
