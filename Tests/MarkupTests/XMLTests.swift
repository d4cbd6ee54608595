import Foundation
import Markup
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct XMLTests {
  @Test func elementWithoutContentIsClosedAtOnce() {
    #expect(XML.element("a").string == "<a/>")
    #expect(XML.element("a", ["b": "1", "a": "2"], XML()).string == "<a b=\"1\" a=\"2\"/>")
    #expect(XML.element("a", [:], .element("b"), .text("c")).string == "<a><b/>c</a>")
  }

  @Test func textCannotBecomeMarkup() {
    let text = "<a b=\"c\">&\n'"
    let escaped = "&lt;a b=&quot;c&quot;&gt;&amp;&#10;'"
    #expect(XML.text(text).string == escaped)
    #expect(XML.element("d", ["e": text]).string == "<d e=\"\(escaped)\"/>")
  }

  @Test func piecesStandOneAfterTheOtherWithTheSpaceBetween() {
    var xml = XML.element("a") + .space("\n  ")
    xml += .element("b")
    #expect(xml.string == "<a/>\n  <b/>")
    #expect(XML.document(xml).string == "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a/>\n  <b/>")
  }

  /// XML 1.0 has no way to write most control characters and two others. Tabs and carriage returns are
  /// aside: what reads them takes them for other white space.
  @Test func everyCharacterComesBackFromFoundationOrAsTheSignForUnknownOnes() throws {
    let scalars =
      (0...0x2FFF).compactMap(Unicode.Scalar.init).filter { $0 != "\t" && $0 != "\r" }
      + ["\u{FFFE}", "\u{FFFF}", "😀"]
    let text = String(String.UnicodeScalarView(scalars))
    let reader = TextReader()
    let document = XML.document(.element("a", ["b": text], .text(text))).string
    let parser = XMLParser(data: Data(document.utf8))
    parser.delegate = reader
    #expect(parser.parse())
    let unknown = scalars.map { scalar -> Unicode.Scalar in
      let isAllowed = scalar.value >= 0x20 && scalar.value < 0xFFFE || scalar.value > 0xFFFF
      return isAllowed || scalar == "\n" ? scalar : "\u{FFFD}"
    }
    #expect(Array(reader.text.unicodeScalars) == unknown)
    #expect(Array(reader.attribute.unicodeScalars) == unknown)
  }

  private final class TextReader: NSObject, XMLParserDelegate {
    var text = ""
    var attribute = ""

    func parser(
      _: XMLParser, didStartElement _: String, namespaceURI _: String?, qualifiedName _: String?,
      attributes: [String: String]
    ) { attribute = attributes["b"] ?? "" }

    func parser(_: XMLParser, foundCharacters characters: String) { text += characters }
  }
}
