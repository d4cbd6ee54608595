import FileSystem
import Foundation
import LessonFormat

/// What the mutants descend from: the files of this repository.
struct Seeds {
  var lessons: [[UInt8]] = []
  /// The examples of CommonMark's specification.
  var examples: [[UInt8]] = []
  var courses: [[UInt8]] = []
  var drawings: [[UInt8]] = []

  /// - Parameter root: The checkout.
  init(root: String) throws {
    let paths = ["lessons", "Tests", "docs"].flatMap { folder in
      Files.files(below: "\(root)/\(folder)").map { "\(root)/\(folder)/\($0)" }
    }
    for path in paths.sorted() {
      if path.hasSuffix(".md") { lessons.append(try Files.read(path)) }
      if path.hasSuffix(".yaml") { courses.append(try Files.read(path)) }
      if path.hasSuffix(".svg") { drawings.append(try Files.read(path)) }
    }
    lessons += Self.odd.map { Array($0.utf8) }
    let specification = "\(root)/Tests/SiteGeneratorTests/Fixtures/commonmark-0.31.2.json"
    let decoded = try JSONDecoder().decode([Example].self, from: Data(Files.read(specification)))
    examples = decoded.map { Array($0.markdown.utf8) }
  }

  private struct Example: Decodable { var markdown: String }

  /// Lessons of what the repository's own are short of.
  private static let odd = [
    "# A\n\n```swift\nlet a = [[1.0, 2], [3, 4]] // ≈ [[1, 2],\n//    [3, …]] ± 1%\n```\n",
    "# A\n\n> [!QUIZ]\n> What?\n>\n> - [x] a — b\n> - [ ] c — `d`\n\n> [!HINT]\n> e\n",
    "# A\n\n> [!CARD] topic: a, difficulty: easy\n> b\n>\n> ---\n>\n> c $x^2$\n",
    "---\ntitle: A\ngiven: [1.5, 2.5]\nsources:\n  - \"[B](https://c.d)\"\n---\n\n# A\n\n1.5 and `b ≈ 2.5`.\n",
    "# A\n\n| a | b |\n|:--|--:|\n| $x$ | 1.25 |\n\n<!-- check: c ≈ 1.25 -->\n\n[^1]: d\n\ne[^1] ~~f~~\n",
    "```swift exercise=\"a\"\nlet b = 1\n```\n```swift check=\"a\"\nb // = 2\n```\n"
      + "```swift solution=\"a\"\nlet b = 2\n```\n",
  ]

  // MARK: Words

  static let markdownWords = [
    "> ", "- ", "1. ", "# ", "```", "```swift\n", "~~~", "`", "``", "*", "**", "_", "[", "]", "(",
    ")", "![", "](", "[a]: /b\n", "<", ">", "<a>", "</a>", "<!--", "-->", "&amp;", "&#0;", "\\",
    "|",
    "| a ", "|-|\n", "---\n", "===\n", "$", "$$", "$$\n", "~~", "[^a]", "[^a]: ", "[ ] ",
    "- [x] a — b\n",
    "> [!QUIZ]\n", "> [!CARD]\n", "> [!HINT]\n", "> [!NOTE]\n", "www.a.b", "https://a.b/", "  \n",
    "\\\n",
    "    ", "<!-- check: a ≈ 1.5 -->", "`a ≈ 1.5`", "// ≈ 1.5\n", "// = [1, …]\n", "\n\n",
    "topic: a\n",
    "](<b\nc>)", "![a](figure:b)", "(", "{", "[1,", "a.", "!", "\"\\(", "/*", "*/", "#if a\n", "?",
    "+ ",
    "func f() {\n", "a ? b : ", "{ a in ", "<T", "@a ", "`a`.", "1.25 ", "§", "…",
  ]

  static let valueWords = [
    "[", "]", ", ", "…", "±", "%", "1", ".", "e", "-", "+", "1e400", "nan", "inf", "-inf", "_", "≈",
    "=", "<", "Optional(", ")", "\"", "×", "−", " ", "0x", "1.5", ":", "[[", "]]", "\n",
  ]

  static let yamlWords = [
    "- ", ": ", "[", "]", "{", "}", "&a ", "*a", "!!int ", "|\n", ">\n", "'", "\"", "#", "---\n",
    "...\n",
    "? ", "title: ", "lessons: ", "parts:\n", "limits: {seconds: 1e9, memory: 9999999999 GB}", "\t",
    "<<: *a\n", "  ", "%YAML 1.1\n", "\n", ",", "given: [", "a: ",
  ]

  static let drawingWords = [
    "<script>", "</script>", "<svg", "</svg>", "<g>", "</g>", "<style>", "onload=\"a()\"",
    "<image href=\"http://a.b/c\"/>", "<use href=\"#a\"/>", "url(#a)", "url(http://a.b)", "<!--",
    "-->",
    "<![CDATA[", "]]>", "<!DOCTYPE", "<?a?>", "&lt;", "&#x6a;", "&#0;", "&a;", "<a", "/>", "=\"",
    " ", "\"",
    "<foreignObject>", "<title>", "</title>", "viewBox=\"0 0 1e400 -1\"", "<p>",
  ]
}
