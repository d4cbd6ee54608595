import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct DrawingFaultTests {
  @Test(arguments: [
    ("<p/>", DrawingFault.notSVG), ("<svg/>a", .contentAfterEnd),
    ("<svg><script/></svg>", .forbiddenElement("script")), ("<svg>< a</svg>", .strayMark),
    ("<svg><title><g/></title></svg>", .markupInText(of: "title")), ("<svg", .unfinishedTag("svg")),
    ("<svg a='1' A='2'/>", .malformedAttributes(of: "svg")), ("<svg></g>", .strayEndTag("g")),
    ("<svg><!-->", .malformedComment), ("<svg>a", .unclosedElement("svg")),
    ("<svg a/>", .attributeWithoutValue(of: "svg")), ("<svg a=b/>", .unquotedValue(in: "svg")),
    ("<svg a='b", .endlessValue(in: "svg")), ("<svg onload='a()'/>", .script(attribute: "onload")),
    ("<svg href='a'/>", .outsideReference(attribute: "href")),
    ("<svg xmlns='a'/>", .foreignNamespace(attribute: "xmlns")),
    ("<svg style='a/**/b'/>", .forbiddenValue(attribute: "style")),
    ("<svg transform='a'/>", .forbiddenAttribute("transform", of: "svg")),
    ("<svg style='fill:a; position: b'/>", .forbiddenProperty("position")),
    ("<svg>\u{1}</svg>", .controlCharacter), ("<svg>&a;</svg>", .strayAmpersand),
  ])
  func theFaultIsWhatIsWrong(svg: String, fault: DrawingFault) {
    #expect(throws: fault) { try DrawingReader.width(of: svg) }
    #expect(!fault.message.isEmpty)
  }

  @Test func theWordsNameTheElement() {
    #expect(DrawingFault.forbiddenElement("script").message == "it holds `<script>`")
    #expect(
      DrawingFault.outsideReference(attribute: "href").message
        == "its `href` leads out of the drawing")
  }
}
