import FileSystem
import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct LinkJudgeTests {
  private func checks(_ link: String, listed: [String]? = ["x", "momentum"]) -> [CheckResult] {
    let lesson = sampleLesson("# The ravine\n\n[a](\(link))\n")
    let other = sampleLesson(
      "---\nformerly: [heavy-ball]\n---\n\n## Set up\n\n<a id=\"top\"></a>\n",
      path: "momentum.md", id: "momentum", allowsHTML: true)
    return LinkJudge(lessons: [lesson, other], listed: listed).checks(of: lesson)
  }

  @Test(arguments: [
    "momentum.md", "./momentum.md", "momentum.md#set-up", "momentum.md#top", "#the-ravine",
    "momentum.md#",
  ])
  func whatIsThereIsReached(link: String) {
    #expect(checks(link).map(\.status) == [.pass])
  }

  @Test func whatRawHTMLLeadsToIsThereByTheNameOfItsPage() {
    func checks(_ html: String) -> [String] {
      let lesson = sampleLesson("Some text.\n\n\(html)\n", allowsHTML: true)
      return LinkJudge(lessons: [lesson], listed: ["x", "momentum"]).checks(of: lesson).map {
        "\($0.position.line):\($0.position.column) \($0.rule?.rawValue ?? "pass")"
      }
    }
    #expect(checks("<a href=\"momentum.html\">a</a>") == ["3:10 pass"])
    #expect(checks("b <a href='momentum.html'>a</a>") == ["3:12 pass"])
    #expect(checks("<a href=\"momentum.md\">a</a>") == ["3:10 dead-link"])
    #expect(
      checks("<p><a href=a>a</a> <a href=\"a\">a</a></p>") == ["3:12 dead-link", "3:29 dead-link"])
    #expect(
      checks("<img srcset=\"a.png 1x, b.png 2x\">\n<object data='c.svg'></object>") == [
        "3:14 dead-link", "3:24 dead-link", "4:15 dead-link",
      ])
    #expect(checks("<p>\n<img src=none.png>\n</p>") == ["4:10 dead-link"])
    #expect(checks("<a href=\"/x.md\">a</a>") == ["3:10 dead-link"])
    #expect(checks("<img src=\"data:image/png;base64,AA\"> <a href=\"https://a.b\">c</a>") == [])
  }

  @Test func anAttributeThatOnlyEndsLikeAnAnchorIsNone() {
    let lesson = sampleLesson("# A\n\n[a](#b)\n\n<i data-id=\"b\"></i>\n", allowsHTML: true)
    let checks = LinkJudge(lessons: [lesson], listed: nil).checks(of: lesson)
    #expect(checks.map(\.rule) == [.deadAnchor])
  }

  @Test func anAnchorInHTMLThatIsShownAsTextIsNone() {
    let lesson = sampleLesson("# A\n\n[a](#b)\n\n<i id=\"b\"></i>\n")
    let checks = LinkJudge(lessons: [lesson], listed: nil).checks(of: lesson)
    #expect(checks.map(\.rule) == [.deadAnchor])
  }

  @Test func aFileAtAnAddressOfTheSitesIsRefused() throws {
    try withScratch { folder in
      try Files.write(Array("p {}".utf8), to: folder + "/style.css")
      let lesson = sampleLesson("# A\n\n[a](style.css)\n", path: folder + "/x.md")
      let checks = LinkJudge(lessons: [lesson], listed: ["x"]).checks(of: lesson)
      #expect(checks.map(\.message) == ["the site has something of its own at `style.css`"])
    }
  }

  /// A file that is opened by itself is a page of the site's.
  @Test(arguments: [
    ("a.html", "a"), ("a.HTM", "a"), ("a.xhtml", "a"), ("a.xml", "a"), ("a.svgz", "a"),
    ("a.svg", "<svg><script>a</script></svg>"), ("a.svg", "<svg><s:SCRIPT href='a'/></svg>"),
    ("a.svg", "<svg/onload='a'/>"), ("a.svg", "<svg onLoad = 'a'/>"),
    ("a.SVG", "<svg><foreignObject/></svg>"),
    ("a.svg", "<svg><a href='&#106;avascript:b'/></svg>"), ("a.svg", "<!ENTITY a 'b'><svg/>"),
    ("a.svg", "<?xml-stylesheet href='a'?><svg/>"), ("a.svg", "\u{FF}\u{FE}<"),
    ("a.rss", "\n <rss/>"), ("a.mml", "<math/>"), ("a.unknown", "\u{FF}\u{FE}<"), ("a", "<html>"),
  ])
  func aFileThatMayRunScriptsGoesAlongOnlyToASiteThatTakesHTML(name: String, text: String) throws {
    try withScratch { folder in
      let isText = text.unicodeScalars.allSatisfy(\.isASCII)
      try Files.write(
        isText ? Array(text.utf8) : text.unicodeScalars.map { UInt8($0.value) },
        to: "\(folder)/\(name)")
      let lesson = sampleLesson("# A\n\n[a](\(name)) ![b](\(name))\n", path: folder + "/x.md")
      func rules(allowsHTML: Bool) -> [Rule?] {
        LinkJudge(lessons: [lesson], listed: ["x"], allowsHTML: allowsHTML).checks(of: lesson).map(
          \.rule)
      }
      #expect(rules(allowsHTML: false) == [.deadLink, .deadLink])
      #expect(rules(allowsHTML: true) == [nil, nil])
    }
  }

  @Test(arguments: [
    ("a.png", "<script>"), ("a.csv", "<script>"), ("html", "a"), ("a.html.txt", "a"),
    ("a.svg", "<svg style='a'><style>b{}</style><g/><animate/><text>once more: x = 1</text></svg>"),
  ])
  func otherFilesGoAlong(name: String, text: String) throws {
    try withScratch { folder in
      try Files.write(Array(text.utf8), to: "\(folder)/\(name)")
      let lesson = sampleLesson("# A\n\n[a](\(name))\n", path: folder + "/x.md")
      #expect(LinkJudge(lessons: [lesson], listed: ["x"]).checks(of: lesson).map(\.rule) == [nil])
    }
  }

  @Test func aLessonThatWasCalledSoBeforeIsTheNearest() {
    #expect(checks("heavy-ball.md").map(\.remedy) == ["did you mean `momentum.md`?"])
  }

  @Test(arguments: [
    "javascript:alert(1)", "file:///etc", "data:text/html,x", "figure:x", "JavaScript:a",
  ])
  func anAddressThatAPageCantLeadToIsRefused(link: String) {
    #expect(checks(link).map(\.rule) == [.deadLink])
  }

  @Test(arguments: ["https://a.example", "mailto:a@b.example", "//a.example"])
  func otherHostsAreNotAsked(link: String) {
    #expect(checks(link).isEmpty)
  }

  @Test(arguments: [
    (
      "momentun.md", Rule.deadLink, "no lesson of this course is `momentun.md`",
      "did you mean `momentum.md`?"
    ),
    (
      "../lessons/momentum.md", .deadLink, "no lesson of this course is `../lessons/momentum.md`",
      "did you mean `momentum.md`?"
    ),
    (
      "momentum.md#set-op", .deadAnchor, "`momentum.md` has no heading with the anchor `#set-op`",
      "did you mean `momentum.md#set-up`?"
    ),
    (
      "#the-ravin", .deadAnchor, "this lesson has no heading with the anchor `#the-ravin`",
      "did you mean `#the-ravine`?"
    ),
    (
      "nowhere.csv", .deadLink, "there is no file `nowhere.csv`",
      "put the file there, or fix the link; it is read from the lesson's folder"
    ),
  ])
  func whatIsNotThereIsReportedWithTheNearest(
    link: String, rule: Rule, message: String, remedy: String
  ) {
    let checks = checks(link)
    #expect(checks.map(\.rule) == [rule])
    #expect(checks.map(\.message) == [message])
    #expect(checks.map(\.remedy) == [remedy])
  }

  @Test func figuresAreNotLinks() {
    let lesson = sampleLesson("![a](figure:loss)\n")
    #expect(LinkJudge(lessons: [lesson], listed: nil).checks(of: lesson).isEmpty)
  }

  @Test(arguments: [
    ("[a]()", "nothing stands between the parentheses", 3),
    ("![a](<>)", "nothing stands between the parentheses", 3),
    ("> See **[the\n> proof][euclid]**.", "no address is defined for `euclid`", 4),
    ("[the proof][euclid]", "no address is defined for `euclid`", 3),
    ("Text\nand more.[^proof]", "no footnote is called `proof`", 4),
  ])
  func whatReadersWouldSeeAsBracketsOrAsADeadLinkIsReported(
    text: String, message: String, line: Int
  ) {
    let lesson = sampleLesson("# A\n\n" + text + "\n")
    let found = LinkJudge(lessons: [lesson], listed: nil).checks(of: lesson)
    #expect(found.map(\.rule) == [.deadLink])
    #expect(found.map(\.message) == [message])
    #expect(found.map(\.position.line) == [line])
  }

  @Test(arguments: [
    "\\[the proof\\]\\[euclid\\]", "`[a][b]`", "$[a][b]$",
    "[a][gauss]\n\n[gauss]: https://a.example",
    "A note.[^n]\n\n[^n]: Its text.", "a[0][1]",
  ])
  func whatIsDefinedOrMeantAsTextIsNot(text: String) {
    let lesson = sampleLesson(text + "\n")
    #expect(LinkJudge(lessons: [lesson], listed: nil).checks(of: lesson).isEmpty)
  }

  @Test func inACourseWhatTheSiteWouldLackIsReportedAndElsewhereWhatIsThereHolds() throws {
    try withScratch { folder in
      for name in ["pictures/seal.svg", "lessons/a.csv", "lessons/.b.csv", "lessons/c/d.csv"] {
        try Files.write("1", at: "\(folder)/\(name)")
      }
      func rules(_ link: String, listed: [String]?) -> [Rule?] {
        let lesson = sampleLesson("![a](\(link))\n", path: folder + "/lessons/x.md")
        return LinkJudge(lessons: [lesson], listed: listed).checks(of: lesson).map(\.rule)
      }
      for link in ["a.csv", "./a.csv", "c/d.csv"] { #expect(rules(link, listed: ["x"]) == [nil]) }
      for link in ["../pictures/seal.svg", ".b.csv", "c", "c/", "/a.csv"] {
        #expect(rules(link, listed: ["x"]) == [.deadLink])
        #expect(rules(link, listed: nil).allSatisfy { $0 == nil })
      }
    }
  }
}
