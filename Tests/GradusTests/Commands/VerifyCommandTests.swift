import Foundation
import FoundationXML
import Testing

@Suite struct VerifyCommandTests {
  @Test func aLessonThatHoldsEndsWithStatus0AndACount() throws {
    let course = try ScratchCourse(["right": lesson("let x = 0.5 // = 0.5")])
    let outcome = try course.gradus("verify")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("1 lesson, 3 checks: 3 passed, 0 failed in "))
    #expect(outcome.errors == "")
  }

  @Test func aChangedNumberIsShownWithPlaceValuesCaretAndRemedyAndEndsWithStatus1() throws {
    let course = try ScratchCourse(["sum": lesson("let x = 1.0 / 8 // ≈ 0.13\nx // ≈ 0.135")])
    let outcome = try course.gradus("verify")
    #expect(outcome.status == 1)
    let expected = """
      lessons/sum.md:5:8: error: `x` is not ≈ 0.135 [value-mismatch]
        │
      5 │ x // ≈ 0.135
        │        ^^^^^
        │ expected  0.135
        │ computed  0.125
        help: fix the code, or write the computed value into the lesson: gradus accept \
      lessons/sum.md

      1 lesson, 4 checks: 3 passed, 1 failed in
      """
    #expect(outcome.output.hasPrefix(expected))
  }

  @Test func jsonRecordsHaveTheMembersOfTheFormatInItsOrderAndTheSummaryComesLast() throws {
    let course = try ScratchCourse([
      "json": lesson("let x = 0.125 // ≈ 0.13\nx // ≈ 0.135\nlet s = \"\\\"\\t\" // = \"\\\"\\t\"")
    ])
    let outcome = try course.gradus("verify", "--format", "json")
    #expect(outcome.status == 1)
    #expect(outcome.errors == "")
    let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
    func line(_ place: String, _ rest: String) -> String {
      "{\"type\":\"check\",\"lesson\":\"json\",\"file\":\"lessons/json.md\",\(place),\(rest)}"
    }
    try #require(lines.count == 7)
    #expect(
      lines[0]
        == line(
          "\"line\":1,\"column\":1",
          "\"kind\":\"lesson\",\"status\":\"pass\",\"rule\":null,\"source\":\"A lesson\","
            + "\"expected\":\"a lesson that can be read\",\"actual\":\"read\""))
    #expect(
      lines[2]
        == line(
          "\"line\":4,\"column\":20",
          "\"kind\":\"value\",\"status\":\"pass\",\"rule\":null,\"source\":\"let x = 0.125\","
            + "\"expected\":\"0.13\",\"actual\":\"0.125\""))
    #expect(
      lines[3]
        == line(
          "\"line\":5,\"column\":8",
          "\"kind\":\"value\",\"status\":\"fail\",\"rule\":\"value-mismatch\",\"source\":\"x\","
            + "\"expected\":\"0.135\",\"actual\":\"0.125\""))
    #expect(
      lines[5].hasPrefix(
        "{\"type\":\"summary\",\"lessons\":1,\"checks\":5,\"passed\":4,\"failed\":1,\"skipped\":0,"
          + "\"seconds\":"))
    #expect(lines[6] == "")
    for line in lines.dropLast() {
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line.utf8)) }
    }
  }

  @Test func jsonKeepsALongValueWholeAndTheReportForPeopleShowsItAroundTheDifference() throws {
    let written = (0..<100).map { $0 == 57 ? "58.5" : "\($0).0" }.joined(separator: ", ")
    let course = try ScratchCourse([
      "long": lesson("let x = (0..<100).map(Double.init)\nx // ≈ [\(written)]")
    ])
    let human = try course.gradus("verify").output
    #expect(human.contains("│ expected  …, 55.0, 56.0, 58.5, 58.0, 59.0, …\n"))
    #expect(human.contains("│ computed  …, 55.0, 56.0, 57.0, 58.0, 59.0, …\n"))
    #expect(human.contains("the first number that differs, of 100, is at index 57\n"))
    #expect(human.split(separator: "\n").allSatisfy { $0.count < 120 })
    let json = try course.gradus("verify", "--format", "json").output
    #expect(json.contains("\"expected\":\"[\(written)]\""))
  }

  @Test func aJUnitReportIsXMLWithASuiteALessonAndACaseACheck() throws {
    let course = try ScratchCourse([
      "a": lesson("let s = \"<&>\" // = \"<&>\"\ns // = \"\\u{1}\""),
      "b": "# B\n\nText.\n",
    ])
    let outcome = try course.gradus("verify", "--format", "junit")
    #expect(outcome.status == 1)
    let elements = try #require(XMLElements.read(outcome.output))
    #expect(elements.filter { $0.name == "testsuite" }.map { $0.attributes["name"] } == ["a", "b"])
    let cases = elements.filter { $0.name == "testcase" }
    #expect(cases.count == 5)
    #expect(cases[2].attributes["name"] == "4:20 value let s = \"<&>\"")
    #expect(elements.first { $0.name == "testsuite" }?.attributes["file"] == "lessons/a.md")
    // What Jenkins's schema for JUnit knows of, and Surefire requires.
    let known: [String: Set<String>] = [
      "testsuites": ["name", "tests", "failures", "errors", "time"],
      "testsuite": ["name", "tests", "failures", "errors", "skipped", "file"],
      "testcase": ["classname", "name"], "failure": ["type", "message"],
    ]
    for element in elements {
      #expect(Set(element.attributes.keys) == known[element.name], "\(element.name)")
    }
    let failures = elements.filter { $0.name == "failure" }
    #expect(failures.map { $0.attributes["type"] } == ["value-mismatch"])
    let suites = try #require(elements.first { $0.name == "testsuites" })
    #expect(suites.attributes["tests"] == "5")
    #expect(suites.attributes["failures"] == "1")
  }

  @Test func githubAnnotationsStandOnOneLineEachWithWhatGitHubReadsEscaped() throws {
    let course = try ScratchCourse(["a": lesson("let s = \"100% a\\nb\"\ns // = \"50%\"")])
    let outcome = try course.gradus("verify", "--format", "github")
    #expect(outcome.status == 1)
    #expect(
      outcome.output
        == "::error file=lessons/a.md,line=5,col=8,title=value-mismatch::"
        + "`s` is not = \"50%25\"%0Aexpected: \"50%25\"%0Aactual:   \"100%25 a\\nb\"%0A"
        + "fix the code, or write the computed value into the lesson: gradus accept "
        + "lessons/a.md\n")
  }

  @Test(arguments: ["json", "junit"])
  func machineFormatsKeepEverythingElseOffStandardOutput(format: String) throws {
    let course = try ScratchCourse(["a": lesson("let x = 1 // = 1")])
    let plain = try course.gradus("verify", "--format", format)
    let verbose = try course.gradus("verify", "--format", format, "--verbose", "--no-cache")
    #expect(verbose.status == 0)
    #expect(verbose.errors == "ran a (1 of 1)\n")
    let untimed = [plain, verbose].map { outcome in
      outcome.output.replacing(/(seconds":|time=")[0-9.]+/, with: "")
    }
    #expect(untimed[0] == untimed[1])
  }

  @Test func singleFilesAreVerifiedAsTheyAreInTheirCourseAndAlone() throws {
    let course = try ScratchCourse([
      "a": lesson("let x = 1 // = 1"), "b": lesson("let x = 1 // = 2"),
    ])
    #expect(try course.gradus("verify", "lessons/a.md").status == 0)
    #expect(try course.gradus("verify", "lessons/b.md").status == 1)
    try course.write(lesson("let x = 2 // = 2"), to: "alone.md")
    let alone = try course.gradus("verify", "alone.md")
    #expect(alone.status == 0)
    #expect(alone.output.hasPrefix("1 lesson, 3 checks: 3 passed"))
  }
}

/// The elements of an XML document, in order.
private final class XMLElements: NSObject, XMLParserDelegate {
  struct Element {
    var name: String
    var attributes: [String: String]
  }

  private var elements: [Element] = []

  /// Nil for what is not well-formed.
  static func read(_ text: String) -> [Element]? {
    let reader = XMLElements()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = reader
    return parser.parse() ? reader.elements : nil
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String] = [:]
  ) {
    elements.append(Element(name: name, attributes: attributes))
  }
}
