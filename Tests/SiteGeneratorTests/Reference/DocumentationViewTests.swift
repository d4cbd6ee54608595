import LessonRunner
import Testing

@testable import SiteGenerator

struct DocumentationViewTests {
  private func html(_ markdown: String) -> String {
    DocumentationView(
      comment: DocumentationComment(markdown), page: "Library", index: SampleLibrary.index,
      typeset: [Formula(tex: "x", display: false): .typeset(mathML: "<math>", visible: "x")]
    ).html.string
  }

  @Test func namesInDoubleBackticksAreLinksAndOtherCodeIsNot() {
    #expect(
      html("A ``Box``, ``none`` and `Box`.") == "<p>A <a class=\"symbol\" href=\"#Box\" "
        + "title=\"Holds a T, see Figure and nothing.\"><code>Box</code></a>, <code>none</code> and "
        + "<code>Box</code>.</p>\n")
  }

  @Test func onlyLinksToOtherSitesStay() {
    #expect(
      html("[a](https://example.org) [b](c.md)")
        == "<p><a href=\"https://example.org\">a</a> b</p>\n")
  }

  @Test func whatLooksLikeATagIsText() {
    #expect(html("A Box<T>. <!-- note -->") == "<p>A Box&lt;T&gt;. </p>\n")
    #expect(html("<T>\n") == "<p>&lt;T&gt;\n</p>\n")
    #expect(html("<!-- note -->\n").isEmpty)
  }

  @Test func headingsAreBoldLinesWithoutAnAnchor() {
    #expect(html("## A *b*\n") == "<p><strong>A <em>b</em></strong></p>\n")
  }

  @Test func codeIsAnExampleAndHighlightedWhereItIsSwift() {
    #expect(
      html("```\nlet a\n```\n")
        == "<pre class=\"example\"><code><span class=\"k\">let</span> a</code></pre>\n")
    #expect(html("```c\nlet a\n```\n") == "<pre class=\"example\"><code>let a</code></pre>\n")
  }

  @Test func formulasAreTypeset() {
    #expect(!html("Let $x$.").contains("together"))
    #expect(html("Let $x$.").contains("<span class=\"katex-html\" aria-hidden=\"true\">x</span>"))
  }

  @Test func fieldOfOneParagraphNeedsNoTags() {
    #expect(
      html("- Parameter x: One.\n- Returns: Two\n\n  and three.\n")
        == "<dl class=\"parameters\">\n<dt><code>x</code></dt><dd>One.</dd>\n</dl>\n"
        + "<dl class=\"fields\">\n<dt>Returns</dt><dd><p>Two</p>\n<p>and three.</p>\n</dd>\n</dl>\n"
    )
  }

  @Test func imagesAndNotesAreLeftOut() {
    #expect(html("A ![b](c.png)[^1]\n\n[^1]: Note.\n") == "<p>A b</p>\n")
  }
}
