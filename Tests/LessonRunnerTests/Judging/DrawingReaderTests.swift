import FileSystem
import Testing

@testable import LessonRunner

@Suite struct DrawingReaderTests {
  @Test(arguments: [
    "<svg/>", "<svg><svg viewBox='0 0 1 1'></svg></svg>", "<svg></svg>\n",
    "\n<svg viewBox='0 0 1 1'><g><path d=\"M0 0\"/></g></svg>",
    "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>A &amp; b</title><!-- c --></svg>",
    "<svg><defs><clipPath id=\"a\"/></defs><use href=\"#a\" style=\"fill:url(#a)\"/></svg>",
    "<svg class='figure-a' style='--a:b;width:100%;max-width:1px;stroke:color-mix(in srgb,var(--a) 9%,red)'/>",
    "<svg style=' FILL : red ; ; font-variant-numeric:lining-nums;'/>",
    "<svg><g transform='scale(2)'/></svg>",
    "<svg><text x='1'>on 1 &lt; 2 &#x2265; &quot;url(&quot;</text></svg>",
  ])
  func whatOnlyDrawsCanStandInAPage(svg: String) {
    #expect(throws: Never.self) { try DrawingReader.width(of: svg) }
  }

  @Test func whatIsReadOfADrawingAreItsTexts() throws {
    let svg =
      "<svg aria-label=\"A &lt; b\"><title>T</title><g><text x='0.5'>at <tspan>1.5</tspan></text>"
      + "</g><text></text><text>2&#x2212;</text></svg>"
    #expect(try DrawingReader.contents(of: svg).words == ["A < b", "T", "at 1.5", "2−"])
  }

  @Test
  func whateverTheFiguresOfThisRepositoryDrawCanStandInAPage() throws {
    let gallery = Files.folder(of: TestCourse.root) + "/FiguresTests/__Snapshots__"
    let names = Files.list(gallery).filter { $0.hasSuffix(".svg") }
    #expect(names.count > 5)
    for name in names {
      let svg = String(decoding: try Files.read("\(gallery)/\(name)"), as: UTF8.self)
      #expect(throws: Never.self, "\(name)") { try DrawingReader.width(of: svg) }
    }
  }

  @Test(arguments: [
    "", "a", "<p></p>", "<svg>", "<svg", "<svg></svg><p>", "<svg></svg></div>", "<svg><g></svg>",
    "<svg></g></svg>", "<svg></svg><svg></svg>", "<svgs></svgs>", "<svg><script/></svg>",
    "<svg><SCRIPT/></svg>",
    "<svg><style>a{}</style></svg>", "<svg><style/></svg>",
    "<svg><style>@media (prefers-reduced-motion:no-preference){}</style></svg>",
    "<svg><style type='text/css'></style></svg>",
    "<svg><foreignObject/></svg>", "<svg><p></svg>",
    "<svg><a href='#a'/></svg>", "<svg><animate attributeName='href'/></svg>",
    "<svg onload=\"a()\"/>", "<svg ONLOAD='a()'/>", "<svg/onload='a()'/>", "<svg a=b/>",
    "<svg a/>",
    "<svg a='1' A='2'/>", "<svg a='<'/>", "<svg a='1'b='2'/>", "<svg><image href='a.png'/></svg>",
    "<svg><use href='a.svg#b'/></svg>", "<svg><use xlink:href='//a.b/c#d'/></svg>",
    "<svg style='fill:url(//a.b)'/>", "<svg style='fill:u&#114;l(//a.b)'/>",
    "<svg style='fill:u\\72l(//a.b)'/>", "<svg style='fill:u/**/rl(//a.b)'/>",
    "<svg fill='URL( &quot;http://a.b&quot;)'/>", "<svg><!DOCTYPE a></svg>", "<svg><?a?></svg>",
    "<svg><![CDATA[a]]></svg>", "<svg><!--></svg>", "<svg><!-- a -- b --></svg>",
    "<svg><!-- a --!><p>--></svg>", "<svg>&a;</svg>", "<svg>&</svg>", "<svg>&#0;</svg>",
    "<svg>\u{0}</svg>", "<svg><title><g/></title></svg>",
    "<svg xmlns='http://www.w3.org/1999/xhtml'/>",
    "<svg style='position:fixed;inset:0'/>", "<svg><g style='fill:red;POSITION : fixed'/></svg>",
    "<svg style='fill:red;&#112;osition:fixed'/>", "<svg style='fill:red;\n\tposition\n:fixed'/>",
    "<svg style='margin:-99px'/>", "<svg style='transform:scale(99)'/>",
    "<svg style='a{};z-index:9'/>",
    "<svg style='overflow:visible'/>", "<svg style='filter:drop-shadow(0 0 99px)'/>",
    "<svg transform='scale(99)'/>", "<svg Overflow='visible'/>", "<svg filter='blur(9px)'/>",
    "<svg class='computed'/>", "<svg><g class='figure-a skip'/></svg>",
    "<svg>\u{202E}</svg>", "<svg><text>&#x202E;</text></svg>", "<svg aria-label='&#x9B;'/>",
    "<svg>" + String(repeating: "<g>", count: 5_000) + String(repeating: "</g>", count: 5_000)
      + "</svg>",
  ])
  func whatRunsLeadsElsewhereOrChangesThePageAroundItCant(svg: String) {
    #expect(throws: DrawingFault.self) { try DrawingReader.width(of: svg) }
  }

  @Test(
    arguments: [
      ("<svg viewBox='0 0 640 480'/>", 640), ("<svg viewBox='0 0 0 480'/>", nil), ("<svg/>", nil),
      ("<svg viewBox='0 0 x 1'/>", nil), ("<svg><svg viewBox='0 0 2 1'/></svg>", nil),
    ] as [(String, Double?)])
  func theWidthIsThatOfTheOutermostElement(svg: String, width: Double?) throws {
    #expect(try DrawingReader.width(of: svg) == width)
  }
}
