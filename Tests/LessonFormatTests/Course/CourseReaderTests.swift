import Foundation
import LessonFormat
import Testing

@Suite struct CourseReaderTests {
  @Test func everyKeyIsRead() throws {
    let course = try load(
      """
      title: Deep learning
      description: From the chain rule on.
      library: {package: .., product: Backprop, imports: [Backprop, Figures]}
      limits: {seconds: 2.5, memory: 1 GB, output: 64 KiB}
      parts:
        - title: Gradients
          lessons: [chain-rule, worked-network]
        - title: Optimizers
          lessons:
            - momentum
      """, lessons: ["chain-rule", "worked-network", "momentum", "README"])
    #expect(course.findings.map(described) == [])
    #expect(course.title == "Deep learning")
    #expect(course.description == "From the chain rule on.")
    #expect(
      course.library
        == Course.Library(package: "..", product: "Backprop", imports: ["Backprop", "Figures"]))
    #expect(course.limits.seconds == 2.5)
    #expect(course.limits.memory == 1_000_000_000)
    #expect(course.limits.output == 65_536)
    #expect(course.parts.map(\.title) == ["Gradients", "Optimizers"])
    #expect(course.lessons == ["chain-rule", "worked-network", "momentum"])
    #expect(course.path(of: "momentum").hasSuffix("/momentum.md"))
  }

  @Test func theFileAndThePlacesOfTheLibraryAreKept() throws {
    let text = "title: A\n\"library\":\n  package: ..\nparts: []\n"
    let course = try load(text)
    #expect(course.file?.text == text)
    #expect(course.libraryPlaces.library == SourcePosition(line: 2, column: 1))
    #expect(course.libraryPlaces.package == SourcePosition(line: 3, column: 12))
  }

  @Test func aMissingCourseFileIsNamed() throws {
    let folder = try Folder()
    let error = #expect(throws: CourseError.self) { try Course.load(folder.path) }
    guard case .file(.missing(let path)) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(path == folder.path + "/course.yaml")
  }

  @Test func whatIsNotYAMLIsReportedWhereItGoesWrong() throws {
    let findings = try invalid("title: A\nparts:\n  - title: [\n")
    #expect(
      findings == [
        "3:12 bad-front-matter: the course file can't be read: the `[` is not closed; "
          + "end the list with `]`, or put text that starts with a bracket in quotes"
      ])
  }

  @Test func missingAndUnknownKeysAndWrongKindsAreReported() throws {
    #expect(
      try invalid("parts: []\n") == [
        "1:1 bad-front-matter: the course file has no `title`; write `title: …`"
      ])
    #expect(
      try invalid("titel: A\nlimits: {memory: much, seconds: -1}\nparts: one\n") == [
        "1:1 bad-front-matter: the course file has no key `titel`; did you mean `title`?",
        "2:18 bad-front-matter: `memory` must be a size, not `much`; "
          + "write a size such as `1 GB` or `500 kB`",
        "2:33 bad-front-matter: `seconds` must be a number above zero, not `-1`; "
          + "write `seconds: 10`",
        "3:8 bad-front-matter: `parts` must be a list, not text; "
          + "write each part as `- title: …` with `lessons: […]` under it",
      ])
    #expect(
      try invalid("- a\n") == [
        "1:1 bad-front-matter: the course file holds a list where keys and values are expected; "
          + "write `key: value` lines; the keys are `title`, `description`, `library`, `limits`, "
          + "`parts`, `language`, `html`, `glossary`, `coverage` and `edit`"
      ])
  }

  @Test func lessonsListedTwiceOrMissingOrNotListedAreFindings() throws {
    let course = try load(
      """
      title: A
      parts:
        - title: B
          lessons: [one, two, one, thre, four.md]
      """, lessons: ["one", "two", "three", "extra"])
    #expect(course.lessons == ["one", "two"])
    let folder = course.folder
    #expect(
      course.findings.map(described) == [
        "1:1 bad-front-matter: \(folder)/extra.md is in no part of the course; "
          + "list `extra` under `parts`, or move the file elsewhere",
        "1:1 bad-front-matter: \(folder)/three.md is in no part of the course; "
          + "list `three` under `parts`, or move the file elsewhere",
        "4:25 duplicate-id: the lesson `one` is listed twice, first in line 4; "
          + "keep one of the two",
        "4:30 dead-link: there is no lesson `thre`: \(folder)/thre.md does not exist; "
          + "did you mean `three`?",
        "4:36 dead-link: there is no lesson `four.md`: \(folder)/four.md.md does not exist; "
          + "leave out the `.md`",
      ])
  }

  /// Names of files that would be more than a part of an address.
  @Test(arguments: [
    "javascript:alert(1)", "a b", "x.", "a.md", "a?b", "a#b", "a%41", "a&b", "a'b", "a\"b", "a<b",
    "a\\b", "a\u{202E}b", "a\u{200B}b", "½",
  ])
  func aLessonWhoseNameIsNoAddressIsLeftOut(stem: String) throws {
    let course = try load(
      "title: A\nparts:\n  - title: B\n    lessons: ['\(stem.replacing("'", with: "''"))', one]\n",
      lessons: ["one", stem])
    #expect(course.lessons == ["one"])
    #expect(course.findings.map(\.position) == [SourcePosition(line: 4, column: 15)])
    #expect(course.findings[0].message.contains("can't be a lesson's stem"))
    #expect(course.findings[0].remedy.contains("use letters, digits, `-`, `_`"))
  }

  @Test func lettersOfAllLanguagesDigitsAndMarksWithinMayBeALessonsName() throws {
    let stems = ["a", "e\u{301}", "中文", "a.b", "a-b_c", "-a", "2"]
    let listed = stems.map { "'\($0)'" }.joined(separator: ", ")
    let course = try load(
      "title: A\nparts:\n  - title: B\n    lessons: [\(listed)]\n", lessons: stems)
    #expect(course.lessons == stems && course.findings.isEmpty)
  }

  @Test func noLessonTakesTheAddressOfAPageOfTheSite() throws {
    let course = try load(
      """
      title: A
      parts:
        - title: B
          lessons: [one, index]
      """, lessons: ["one", "index", "cards"])
    #expect(course.lessons == ["one"])
    #expect(
      course.findings.map(described) == [
        "1:1 bad-front-matter: \(course.folder)/cards.md is in no part of the course; "
          + "move the file elsewhere, or give it another name and list it",
        "4:20 duplicate-id: a lesson can't be called `index`: the site has a page of that name; "
          + "give the lesson's file another name",
      ])
  }

  @Test func whatIsSaidOfTheTextIsRead() throws {
    let text = """
      title: A
      language: pt-BR
      html: true
      glossary: words
      coverage: ./table.md
      edit: https://example.org/edit/lessons/
      parts:
        - title: B
          lessons: [one, words]
      """
    let folder = try Folder()
    for lesson in ["one", "words"] { try folder.write("# A\n", to: lesson + ".md") }
    try folder.write("| id |\n|---|\n| R1 |\n", to: "table.md")
    try folder.write(text, to: "course.yaml")
    let course = try Course.load(folder.path)
    #expect(course.findings.map(described) == [])
    #expect(course.language == "pt-BR" && course.allowsHTML && course.glossary == "words")
    #expect(course.coverage?.ids == ["R1"])
    #expect(course.editAddress == "https://example.org/edit/lessons")
  }

  @Test func withoutAWordTheTextIsEnglishWithoutRawHTML() throws {
    let course = try load("title: A\nparts: []\n")
    #expect(course.language == "en" && !course.allowsHTML && course.glossary == nil)
    #expect(course.coverage == nil && course.editAddress == nil)
  }

  @Test(arguments: [
    ("language: english spoken", "2:11 bad-front-matter: `english spoken` is no language tag"),
    ("language: e", "2:11 bad-front-matter: `e` is no language tag"),
    ("html: yes", "2:7 bad-front-matter: `html` must be `true` or `false`, not `yes`"),
    ("edit: lessons", "2:7 bad-front-matter: `lessons` is not the address of a folder on the web"),
    (
      "edit: javascript:alert(1)",
      "2:7 bad-front-matter: `javascript:alert(1)` is not the address of a folder on the web"
    ),
  ])
  func aValueThatCannotBeIsReported(line: String, finding: String) throws {
    let findings = try invalid("title: A\n\(line)\nparts: []\n")
    #expect(findings.count == 1)
    #expect(findings[0].hasPrefix(finding + "; "))
  }

  @Test func aCoverageFileWithoutATableIsBad() throws {
    let folder = try Folder()
    try folder.write("# A\n", to: "none.md")
    try folder.write("title: A\ncoverage: none.md\nparts: []\n", to: "course.yaml")
    #expect(
      try Course.load(folder.path).findings.map(described) == [
        "2:11 bad-file: \(folder.path)/none.md holds no table with ids in its first column; "
          + "write a pipe table: a row for each thing to teach, its id first"
      ])
    try folder.write("title: A\ncoverage: nowhere.md\nparts: []\n", to: "course.yaml")
    let missing = try Course.load(folder.path).findings.filter { $0.rule == .badFile }
    #expect(missing.map(\.position.line) == [2])
    #expect(missing[0].message.hasSuffix("can't be used: there is no such file"))
  }

  @Test func aGlossaryIsALessonOfTheCourse() throws {
    let course = try load(
      "title: A\nglossary: word\nparts:\n  - title: B\n    lessons: [words]\n",
      lessons: ["words"])
    #expect(course.glossary == nil)
    #expect(
      course.findings.map(described) == [
        "2:11 dead-link: the glossary `word` is not a lesson of the course; did you mean `words`?"
      ])
  }

  private func load(_ text: String, lessons: [String] = []) throws -> Course {
    let folder = try Folder()
    for lesson in lessons { try folder.write("# \(lesson)\n", to: lesson + ".md") }
    try folder.write(text, to: "course.yaml")
    return try Course.load(folder.path)
  }

  private func invalid(_ text: String) throws -> [String] {
    let folder = try Folder()
    try folder.write(text, to: "course.yaml")
    let error = #expect(throws: CourseError.self) { try Course.load(folder.path) }
    guard case .invalid(_, let findings) = error else { return ["\(String(describing: error))"] }
    return findings.map(described)
  }
}
