import LessonFormat
import SiteGenerator
import Testing

@Suite struct LessonRendererTests {
  @Test func headingsOfAFragmentHaveAnchors() {
    #expect(
      html("# A *b*\n\n## A b\n", style: .fragment)
        == "<h1 id=\"a-b\">A <em>b</em></h1>\n<h2 id=\"a-b-1\">A b</h2>\n")
  }

  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java&#10;script:alert(1)", "&#1;javascript:a",
    "vbscript:a", "data:text/html;base64,AAAA", "file:///etc/passwd",
  ])
  func addressesThatRunCodeAreDroppedFromFragments(address: String) {
    #expect(html("[a](<\(address)>)", style: .fragment) == "<p><a href=\"\">a</a></p>\n")
    #expect(html("![a](<\(address)>)", style: .fragment) == "<p><img src=\"\" alt=\"a\" /></p>\n")
  }

  @Test func emptyHeadOfATableIsAnOrdinaryCell() {
    let page = html("| | a |\n|-|-|\n| b | c |\n", style: .fragment)
    #expect(page.contains("<thead>\n<tr>\n<td></td>\n<th scope=\"col\">a</th>\n</tr>\n"))
  }

  @Test func picturesInDataAddressesStay() {
    #expect(
      html("![a](data:image/png;base64,AA)", style: .fragment)
        == "<p><img src=\"data:image/png;base64,AA\" alt=\"a\" /></p>\n")
  }

  @Test func mathAndAlertsHaveHTMLWhereNothingIsVerified() {
    #expect(
      html("$a<b$ $$c$$\n\n$$\nd\n$$\n") == """
        <p><span class="math math-inline">a&lt;b</span> <span class="math math-display">c</span></p>
        <div class="math math-display">d
        </div>

        """)
    #expect(
      html("- > [!WARNING]\n  > text\n") == """
        <ul>
        <li>
        <div class="markdown-alert markdown-alert-warning">
        <p class="markdown-alert-title">Warning</p>
        <p>text</p>
        </div>
        </li>
        </ul>

        """)
  }

  @Test func aFragmentsHTMLIsOfThisCenturyAndNamesItsControls() {
    #expect(
      html("| a | b |\n|--:|:-:|\n", style: .fragment) == """
        <table>
        <thead>
        <tr>
        <th scope="col" class="right">a</th>
        <th scope="col" class="center">b</th>
        </tr>
        </thead>
        </table>

        """)
    #expect(
      html("- [x] a\n- [ ] b\n", style: .fragment) == """
        <ul>
        <li><input checked="" disabled="" type="checkbox" aria-label="done"> a</li>
        <li><input disabled="" type="checkbox" aria-label="not done"> b</li>
        </ul>

        """)
  }
}
