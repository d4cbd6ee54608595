import CCommonMark
import Glibc
import Markup
import Testing

@Suite struct CommonMarkTests {
  /// libcmark 0.30.2 is of the version before: 0.31 changed what counts as punctuation, and which
  /// comments are HTML.
  @Test func everyExampleOfTheSpecificationIsRenderedAsItShowsButForThreeOfANewerVersion() {
    var differing: [Int] = []
    for example in SpecificationExample.commonMark
    where html(example.markdown, commonMarkOnly: true) != example.html {
      differing.append(example.example)
    }
    #expect(SpecificationExample.commonMark.count == 652)
    #expect(differing == [354, 625, 626])
  }

  /// Two parses and our own renderer give what libcmark alone gives.
  @Test func mutatedExamplesAreRenderedAsLibcmarkRendersThem() {
    var random = SplitMix64(state: 20_240_128)
    let examples = SpecificationExample.commonMark.map(\.markdown)
    for _ in 0..<6_000 {
      let text = mutated(examples, using: &random)
      // A destination in angle brackets that spans lines is none; inside another link the two
      // readings differ.
      if text.contains(/\]\(\s*<[^>]*[\r\n]/.matchingSemantics(.unicodeScalar)) { continue }
      // libcmark leaves control characters in text as they are; those in HTML stay here too.
      let expected = withPictures(renderedByLibcmark(text))
      let actual = withPictures(html(text, commonMarkOnly: true))
      if normalized(actual) == normalized(expected) { continue }
      #expect(actual == expected, "\(text.debugDescription)")
      break
    }
  }

  /// What libcmark does of its own: after link definitions and backslashes it leaves blanks at the
  /// start of a lazy line, which the specification strips, and it shows empty titles.
  private func normalized(_ html: String) -> String {
    html.replacing(/(<(p|h[12]|li)>|<br \/>\n)[ \t]+/) { String($0.1) }
      .replacing(" title=\"\"", with: "")
  }

  private func withPictures(_ html: String) -> String {
    ControlCharacters.shown(html, keeping: ["\t", "\n", "\r"])
  }

  private func renderedByLibcmark(_ markdown: String) -> String {
    var text = markdown
    return text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { bytes in
        guard
          let html = cmark_markdown_to_html(bytes.baseAddress, bytes.count, CMARK_OPT_UNSAFE)
        else { return "" }
        defer { free(html) }
        return String(cString: html)
      }
    }
  }
}
