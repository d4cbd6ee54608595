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

  @Test func noCommandForALogStandsInIt() {
    #expect(XML.text("##[error]a ## ###[b]").string == "#&#35;[error]a #&#35; #&#35;#[b]")
  }

  /// XML 1.0 has no way to write most control characters and two others. Tabs are aside: what reads them
  /// takes them for other white space.
  @Test func everyCharacterComesBackFromFoundationOrAsAPictureOrTheSignForUnknownOnes() throws {
    let scalars =
      (0...0x2FFF).compactMap(Unicode.Scalar.init).filter { $0 != "\t" }
      + ["\u{FFFE}", "\u{FFFF}", "😀"]
    let text = String(String.UnicodeScalarView(scalars))
    let reader = TextReader()
    let document = XML.document(.element("a", ["b": text], .text(text))).string
    let parser = XMLParser(data: Data(document.utf8))
    parser.delegate = reader
    #expect(parser.parse())
    let unknown = scalars.map { scalar -> Unicode.Scalar in
      if scalar == "\n" { return scalar }
      return ["\u{FFFE}", "\u{FFFF}"].contains(scalar)
        ? "\u{FFFD}" : ControlCharacters.picture(of: scalar) ?? scalar
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
