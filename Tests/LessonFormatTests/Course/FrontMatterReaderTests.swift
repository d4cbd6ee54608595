import LessonFormat
import Testing

@Suite struct FrontMatterReaderTests {
  @Test func everyKeyIsReadAndLinesAreCounted() {
    let (frontMatter, findings) = read(
      """
      ---
      title: "Momentum: why it helps"
      summary: A ball
        that rolls
      objectives:
        - Derive the update
        - Pick β
      prerequisites: [chain-rule, saddle-points]
      sources:
        - "Polyak (1964): Some methods"
      minutes: 35
      given: [0.9, 1e-3, "−2", "10,000", 5%]
      ---
      # Momentum
      """)
    #expect(findings.map(described) == [])
    #expect(frontMatter.title == "Momentum: why it helps")
    #expect(frontMatter.summary == "A ball that rolls")
    #expect(frontMatter.objectives == ["Derive the update", "Pick β"])
    #expect(frontMatter.prerequisites == ["chain-rule", "saddle-points"])
    #expect(frontMatter.sources == ["Polyak (1964): Some methods"])
    #expect(frontMatter.minutes == 35)
    #expect(frontMatter.given == ["0.9", "1e-3", "−2", "10,000", "5%"])
    #expect(frontMatter.lineCount == 13)
  }

  @Test func aFileWithoutFrontMatterHasNone() {
    for text in ["", "# Title\n", "text\n---\nmore\n---\n", "--- a\n---\n"] {
      let (frontMatter, findings) = read(text)
      #expect(findings.isEmpty)
      #expect(frontMatter == FrontMatter())
    }
  }

  @Test func emptyFrontMatterIsNoFault() {
    let (frontMatter, findings) = read("---\n---\ntext\n")
    #expect(findings.isEmpty)
    #expect(frontMatter.lineCount == 2)
  }

  @Test func linesMayEndInCarriageReturns() {
    let (frontMatter, findings) = read("---\r\ntitle: A\r\nminutes: 3\r\n---\r\ntext\r\n")
    #expect(findings.isEmpty)
    #expect(frontMatter.title == "A")
    #expect(frontMatter.minutes == 3)
    #expect(frontMatter.lineCount == 4)
  }

  @Test func whatIsNotClosedIsReportedAtItsStart() {
    let findings = read("---\ntitle: A\n\ntext\n").findings
    #expect(
      findings.map(described) == [
        "1:1 bad-front-matter: the front matter that starts here is not closed; "
          + "end it with a line of `---`"
      ])
  }

  @Test func whatIsNotYAMLIsReportedWhereItGoesWrong() {
    let findings = read("---\ntitle: A\nsummary: a: b\n---\n").findings
    #expect(
      findings.map(described) == [
        "3:11 bad-front-matter: the front matter can't be read: "
          + "a value without quotes can't have `: ` in it; put the value in quotes"
      ])
    #expect(findings.first?.source == "summary: a: b")
  }

  @Test func anUnknownKeyIsReportedWithTheNearestKnownOne() {
    let findings = read("---\ntitel: A\ncolour: red\n---\n").findings
    #expect(
      findings.map(described) == [
        "2:1 bad-front-matter: the front matter has no key `titel`; did you mean `title`?",
        "3:1 bad-front-matter: the front matter has no key `colour`; the keys are `title`, "
          + "`summary`, `objectives`, `prerequisites`, `sources`, `minutes`, `given`, `covers` "
          + "and `formerly`",
      ])
    #expect(findings.map(\.width) == [5, 6])
  }

  @Test func whatIsCoveredAndFormerStemsHaveTheirPlaces() {
    let read = read("---\ncovers: [R1, R2]\nformerly: [old, a/b, c.md, \"\"]\n---\n")
    #expect(read.frontMatter.covers.map(\.name) == ["R1", "R2"])
    #expect(read.frontMatter.covers.map(\.position.column) == [10, 14])
    #expect(read.frontMatter.formerly == [.init("old", at: SourcePosition(line: 3, column: 12))])
    #expect(read.findings.map(\.position.column) == [17, 22, 28])
    #expect(read.findings[0].message == "`a/b` can't have been a lesson's stem")
  }

  @Test func valuesOfTheWrongKindAreReported() {
    let findings = read(
      """
      ---
      title: [a]
      objectives: one
      sources:
        - Goodfellow: Deep Learning
      minutes: soon
      given: [0.5, half]
      ---

      """
    ).findings
    #expect(
      findings.map(described) == [
        "2:8 bad-front-matter: `title` must be text, not a list; "
          + "write `title: …` on one line, in quotes if it has a colon in it",
        "3:13 bad-front-matter: `objectives` must be a list, not text; "
          + "write each entry on a line of its own after `- `",
        "5:5 bad-front-matter: an entry of `sources` must be text, not a group of keys; "
          + "put the entry in quotes if it has a colon in it",
        "6:10 bad-front-matter: `minutes` must be a number above zero, not `soon`; "
          + "write `minutes: 10`",
        "7:14 bad-front-matter: `given` lists numbers, and `half` is not a number; "
          + "write the number as the text has it",
      ])
  }

  @Test func keysGivenTwiceAndAliasesAndSecondDocumentsAreRefused() {
    #expect(
      read("---\ntitle: a\ntitle: b\n---\n").findings.map(\.message) == [
        "the front matter can't be read: `title` is given a second time, after line 2"
      ])
    #expect(
      read("---\ntitle: &a b\nsummary: *a\n---\n").findings.map(\.message) == [
        "the front matter can't be read: "
          + "`&` gives a value a name, and names of values are not read here"
      ])
    #expect(
      read("---\n" + String(repeating: "[", count: 50_000) + "\n---\n").findings.map(\.message)
        == ["the front matter can't be read: values are nested too deep"])
  }

  @Test func aPrerequisiteThatIsNoLessonIsReportedWithTheNearestLesson() {
    let file = SourceFile(
      path: "a.md", text: "---\nprerequisites: [chian-rule, kalman]\n---\n")
    let findings = FrontMatter.read(from: file, lessons: ["chain-rule", "momentum"]).findings
    #expect(
      findings.map(described) == [
        "2:17 unknown-prerequisite: no lesson of the course is called `chian-rule`; "
          + "did you mean `chain-rule`?",
        "2:29 unknown-prerequisite: no lesson of the course is called `kalman`; "
          + "name the stem of a lesson that `course.yaml` lists",
      ])
  }

  @Test func mutatedFrontMatterIsReadOrRefusedWithAPlaceInTheFile() {
    let base = Array(
      "---\ntitle: \"A: b\"\nobjectives:\n  - c\n  - d\ngiven: [1, 2]\nminutes: 3\n---\ne\n"
        .unicodeScalars)
    let pieces = Array("\"':-[]{}&*!|>%@`#,\n\t ~?é\u{0}\u{FEFF}\u{85}".unicodeScalars)
    var state: UInt64 = 7
    func random(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    for _ in 0..<3_000 {
      var scalars = base
      for _ in 0...random(4) {
        scalars.insert(pieces[random(pieces.count)], at: 4 + random(scalars.count - 4))
      }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars)
      let file = SourceFile(path: "a.md", text: String(view))
      for finding in FrontMatter.read(from: file).findings {
        let position = finding.position
        let length = file.line(position.line).unicodeScalars.count
        let isInside =
          position.line >= 1 && position.line <= file.lines.count && position.column >= 1
          && position.column <= length + 1
        #expect(isInside, "\(position) in \(file.text.debugDescription)")
      }
    }
  }

  private func read(_ text: String) -> (frontMatter: FrontMatter, findings: [FormatFinding]) {
    FrontMatter.read(from: SourceFile(path: "a.md", text: text))
  }
}
