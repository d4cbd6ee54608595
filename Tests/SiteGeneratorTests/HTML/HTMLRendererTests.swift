import LessonFormat
import SiteGenerator
import Testing

@Suite struct HTMLRendererTests {
  @Test func headingsOfALessonHaveAnchors() {
    #expect(
      html("# A *b*\n\n## A b\n", mode: .lesson)
        == "<h1 id=\"a-b\">A <em>b</em></h1>\n<h2 id=\"a-b-1\">A b</h2>\n")
  }

  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java&#10;script:alert(1)", "&#1;javascript:a",
    "vbscript:a", "data:text/html;base64,AAAA", "file:///etc/passwd",
  ])
  func addressesThatRunCodeAreDroppedFromLessons(address: String) {
    #expect(html("[a](<\(address)>)", mode: .lesson) == "<p><a href=\"\">a</a></p>\n")
    #expect(html("![a](<\(address)>)", mode: .lesson) == "<p><img src=\"\" alt=\"a\" /></p>\n")
  }

  @Test func emptyHeadOfALessonsTableIsAnOrdinaryCell() {
    let page = html("| | a |\n|-|-|\n| b | c |\n", mode: .lesson)
    #expect(page.contains("<thead>\n<tr>\n<td></td>\n<th scope=\"col\">a</th>\n</tr>\n"))
  }

  @Test func picturesInDataAddressesStay() {
    #expect(
      html("![a](data:image/png;base64,AA)", mode: .lesson)
        == "<p><img src=\"data:image/png;base64,AA\" alt=\"a\" /></p>\n")
  }

  @Test func mathAndAlertsHaveHTMLWithoutHooks() {
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

  @Test func aLessonsHTMLIsOfThisCenturyAndNamesItsControls() {
    #expect(
      html("| a | b |\n|--:|:-:|\n", mode: .lesson) == """
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
      html("- [x] a\n- [ ] b\n", mode: .lesson) == """
        <ul>
        <li><input checked="" disabled="" type="checkbox" aria-label="done"> a</li>
        <li><input disabled="" type="checkbox" aria-label="not done"> b</li>
        </ul>

        """)
  }

  @Test func hooksReplaceWhatTheyAnswerFor() {
    var hooks = HTMLHooks()
    hooks.codeBlock = { fence, node in
      fence.info == "swift" ? "<div>\(node.range.start.line): \(fence.literal)</div>" : nil
    }
    hooks.codeSpan = { code, backticks, _ in backticks == 2 ? "<b>\(code)</b>" : nil }
    hooks.math = { formula, isDisplay, _ in "<i>\(formula) \(isDisplay)</i>" }
    hooks.mathBlock = { formula, _ in "<div>\(formula)</div>" }
    hooks.linkDestination = { destination, _ in
      destination.hasSuffix(".md") ? destination.dropLast(3) + ".html" : nil
    }
    hooks.image = { destination, alternative, _ in
      destination.hasPrefix("figure:") ? "<figure>\(alternative)</figure>" : nil
    }
    hooks.alert = { alert, inner, _ in "<aside>\(alert.rawValue): \(inner)</aside>" }
    hooks.heading = { level, id, inner, _ in "<h\(level)>\(id) \(inner)</h\(level)>" }
    hooks.table = { inner, _ in "<div><table>\(inner)</table></div>" }
    hooks.html = { html, _ in html.hasPrefix("<!--") ? "" : nil }
    hooks.after = { $0.kind == .thematicBreak ? "<p>after</p>" : nil }
    let text = """
      # A `b` ``c``

      ```swift
      d
      ```

      ```c
      e
      ```

      $f$ [g](h.md) [i](j) <b>k</b><!-- l -->

      $$
      m
      $$

      ![n *o*](figure:p)

      q ![r](s)

      > [!TIP]
      > t

      | u |
      | - |

      <!-- v -->
      ***

      """
    let document = MarkdownParser.parse(SourceFile(path: "a.md", text: text))
    #expect(
      HTMLRenderer.render(document, hooks: hooks) == """
        <h1>a-b-c A <code>b</code> <b>c</b></h1>
        <div>3: d
        </div>
        <pre><code class="language-c">e
        </code></pre>
        <p><i>f false</i> <a href="h.html">g</a> <a href="j">i</a> <b>k</b></p>
        <div>m
        </div>
        <figure>n o</figure>
        <p>q <img src="s" alt="r" /></p>
        <aside>tip: <p>t</p>
        </aside>
        <div><table><thead>
        <tr>
        <th scope="col">u</th>
        </tr>
        </thead>
        </table></div>
        <hr />
        <p>after</p>

        """)
  }
}
