import Testing

/// The examples of the GitHub Flavored Markdown specification, version 0.29, by their numbers.
@Suite struct GitHubTests {
  /// The link that a bare address becomes.
  private static func link(_ text: String, prefix: String = "") -> String {
    "<a href=\"\(prefix)\(text)\">\(text)</a>"
  }

  static let tables: [(number: Int, markdown: String, html: String)] = [
    (
      198, "| foo | bar |\n| --- | --- |\n| baz | bim |\n",
      """
      <table>
      <thead>
      <tr>
      <th>foo</th>
      <th>bar</th>
      </tr>
      </thead>
      <tbody>
      <tr>
      <td>baz</td>
      <td>bim</td>
      </tr>
      </tbody>
      </table>

      """
    ),
    (
      199, "| abc | defghi |\n:-: | -----------:\nbar | baz\n",
      """
      <table>
      <thead>
      <tr>
      <th align="center">abc</th>
      <th align="right">defghi</th>
      </tr>
      </thead>
      <tbody>
      <tr>
      <td align="center">bar</td>
      <td align="right">baz</td>
      </tr>
      </tbody>
      </table>

      """
    ),
    (
      200, "| f\\|oo  |\n| ------ |\n| b `\\|` az |\n| b **\\|** im |\n",
      """
      <table>
      <thead>
      <tr>
      <th>f|oo</th>
      </tr>
      </thead>
      <tbody>
      <tr>
      <td>b <code>|</code> az</td>
      </tr>
      <tr>
      <td>b <strong>|</strong> im</td>
      </tr>
      </tbody>
      </table>

      """
    ),
    (
      201, "| abc | def |\n| --- | --- |\n| bar | baz |\n> bar\n",
      """
      <table>
      <thead>
      <tr>
      <th>abc</th>
      <th>def</th>
      </tr>
      </thead>
      <tbody>
      <tr>
      <td>bar</td>
      <td>baz</td>
      </tr>
      </tbody>
      </table>
      <blockquote>
      <p>bar</p>
      </blockquote>

      """
    ),
    (
      202, "| abc | def |\n| --- | --- |\n| bar | baz |\nbar\n\nbar\n",
      """
      <table>
      <thead>
      <tr>
      <th>abc</th>
      <th>def</th>
      </tr>
      </thead>
      <tbody>
      <tr>
      <td>bar</td>
      <td>baz</td>
      </tr>
      <tr>
      <td>bar</td>
      <td></td>
      </tr>
      </tbody>
      </table>
      <p>bar</p>

      """
    ),
    (
      203, "| abc | def |\n| --- |\n| bar |\n",
      "<p>| abc | def |\n| --- |\n| bar |</p>\n"
    ),
    (
      204, "| abc | def |\n| --- | --- |\n| bar |\n| bar | baz | boo |\n",
      """
      <table>
      <thead>
      <tr>
      <th>abc</th>
      <th>def</th>
      </tr>
      </thead>
      <tbody>
      <tr>
      <td>bar</td>
      <td></td>
      </tr>
      <tr>
      <td>bar</td>
      <td>baz</td>
      </tr>
      </tbody>
      </table>

      """
    ),
    (
      205, "| abc | def |\n| --- | --- |\n",
      """
      <table>
      <thead>
      <tr>
      <th>abc</th>
      <th>def</th>
      </tr>
      </thead>
      </table>

      """
    ),
  ]

  @Test(arguments: tables.map(\.number))
  func tablesAreRenderedAsTheSpecificationShows(number: Int) throws {
    let example = try #require(Self.tables.first { $0.number == number })
    #expect(html(example.markdown) == example.html)
  }

  @Test(arguments: [
    (
      279, "- [ ] foo\n- [x] bar\n",
      """
      <ul>
      <li><input disabled="" type="checkbox"> foo</li>
      <li><input checked="" disabled="" type="checkbox"> bar</li>
      </ul>

      """
    ),
    (
      280, "- [x] foo\n  - [ ] bar\n  - [x] baz\n- [ ] bim\n",
      """
      <ul>
      <li><input checked="" disabled="" type="checkbox"> foo
      <ul>
      <li><input disabled="" type="checkbox"> bar</li>
      <li><input checked="" disabled="" type="checkbox"> baz</li>
      </ul>
      </li>
      <li><input disabled="" type="checkbox"> bim</li>
      </ul>

      """
    ),
  ])
  func taskListsAreRenderedAsTheSpecificationShows(
    number: Int, markdown: String, html expected: String
  ) {
    #expect(html(markdown) == expected)
  }

  @Test(arguments: [
    (
      491, "~~Hi~~ Hello, ~there~ world!\n",
      "<p><del>Hi</del> Hello, <del>there</del> world!</p>\n"
    ),
    (
      492, "This ~~has a\n\nnew paragraph~~.\n",
      "<p>This ~~has a</p>\n<p>new paragraph~~.</p>\n"
    ),
    (493, "This will ~~~not~~~ strike.\n", "<p>This will ~~~not~~~ strike.</p>\n"),
  ])
  func strikeThroughIsRenderedAsTheSpecificationShows(
    number: Int, markdown: String, html expected: String
  ) {
    #expect(html(markdown) == expected)
  }

  static let addresses: [(number: Int, markdown: String, html: String)] = [
    (622, "www.commonmark.org\n", "<p>\(link("www.commonmark.org", prefix: "http://"))</p>\n"),
    (
      623, "Visit www.commonmark.org/help for more information.\n",
      "<p>Visit \(link("www.commonmark.org/help", prefix: "http://")) for more information.</p>\n"
    ),
    (
      624, "Visit www.commonmark.org.\n\nVisit www.commonmark.org/a.b.\n",
      "<p>Visit \(link("www.commonmark.org", prefix: "http://")).</p>\n"
        + "<p>Visit \(link("www.commonmark.org/a.b", prefix: "http://")).</p>\n"
    ),
    (
      625,
      "www.google.com/search?q=Markup+(business)\n\n"
        + "www.google.com/search?q=Markup+(business)))\n\n"
        + "(www.google.com/search?q=Markup+(business))\n\n(www.google.com/search?q=Markup+(business)\n",
      "<p>\(link("www.google.com/search?q=Markup+(business)", prefix: "http://"))</p>\n"
        + "<p>\(link("www.google.com/search?q=Markup+(business)", prefix: "http://"))))</p>\n"
        + "<p>(\(link("www.google.com/search?q=Markup+(business)", prefix: "http://")))</p>\n"
        + "<p>(\(link("www.google.com/search?q=Markup+(business)", prefix: "http://"))</p>\n"
    ),
    (
      626, "www.google.com/search?q=(business))+ok\n",
      "<p>\(link("www.google.com/search?q=(business))+ok", prefix: "http://"))</p>\n"
    ),
    (
      627,
      "www.google.com/search?q=commonmark&hl=en\n\nwww.google.com/search?q=commonmark&hl;\n",
      "<p>\(link("www.google.com/search?q=commonmark&amp;hl=en", prefix: "http://"))</p>\n"
        + "<p>\(link("www.google.com/search?q=commonmark", prefix: "http://"))&amp;hl;</p>\n"
    ),
    (
      628, "www.commonmark.org/he<lp\n",
      "<p>\(link("www.commonmark.org/he", prefix: "http://"))&lt;lp</p>\n"
    ),
    (
      629,
      "http://commonmark.org\n\n(Visit https://encrypted.google.com/search?q=Markup+(business))\n",
      "<p>\(link("http://commonmark.org"))</p>\n"
        + "<p>(Visit \(link("https://encrypted.google.com/search?q=Markup+(business)")))</p>\n"
    ),
  ]

  @Test(arguments: addresses.map(\.number))
  func bareAddressesAreRenderedAsTheSpecificationShows(number: Int) throws {
    let example = try #require(Self.addresses.first { $0.number == number })
    #expect(html(example.markdown) == example.html)
  }

  @Test func footnotesAreRenderedAsGitHubsParserDoes() {
    let text = "A[^1] and B[^note], A again[^1].\n\n[^note]: Text\n\n    - list\n\n[^1]: One.\n"
    #expect(
      html(text) == """
        <p>A<sup class="footnote-ref"><a href="#fn.1" id="fnref.1" data-footnote-ref>1</a></sup> \
        and B<sup class="footnote-ref"><a href="#fn.note" id="fnref.note" data-footnote-ref>2</a>\
        </sup>, A again<sup class="footnote-ref"><a href="#fn.1" id="fnref.1-2" data-footnote-ref>\
        1</a></sup>.</p>
        <section class="footnotes" data-footnotes>
        <ol>
        <li id="fn.1">
        <p>One. <a href="#fnref.1" class="footnote-backref" data-footnote-backref \
        data-footnote-backref-idx="1" aria-label="Back to reference 1">↩</a> \
        <a href="#fnref.1-2" class="footnote-backref" data-footnote-backref \
        data-footnote-backref-idx="1-2" aria-label="Back to reference 1-2">↩\
        <sup class="footnote-ref">2</sup></a></p>
        </li>
        <li id="fn.note">
        <p>Text</p>
        <ul>
        <li>list</li>
        </ul>
        <a href="#fnref.note" class="footnote-backref" data-footnote-backref \
        data-footnote-backref-idx="2" aria-label="Back to reference 2">↩</a>
        </li>
        </ol>
        </section>

        """)
  }

  @Test func aTableMayStandInAListOrAfterAParagraphAndBeforeARule() {
    let table = """
      <table>
      <thead>
      <tr>
      <th>a</th>
      </tr>
      </thead>
      <tbody>
      <tr>
      <td>b</td>
      </tr>
      </tbody>
      </table>

      """
    #expect(html("text\n| a |\n| - |\n| b |\n") == "<p>text</p>\n" + table)
    #expect(html("| a |\n| - |\n| b |\n---\n") == table + "<hr />\n")
    #expect(html("- | a |\n  | - |\n  | b |\n") == "<ul>\n<li>\n" + table + "</li>\n</ul>\n")
    #expect(
      html("> | a |\n> | - |\n> | b |\nc\n")
        == "<blockquote>\n" + table + "<p>c</p>\n</blockquote>\n")
  }

  /// What GitHub adds changes nothing of CommonMark but bare addresses.
  @Test func theAdditionsChangeNoExampleOfCommonMarkButThoseWithAddresses() {
    let changed = SpecificationExample.commonMark.filter {
      html($0.markdown) != html($0.markdown, commonMarkOnly: true)
    }
    #expect(changed.map(\.example) == [608, 611])
  }
}
