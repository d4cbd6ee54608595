import FileSystem
import Foundation
import LessonFormat
import Testing

@testable import LessonRunner

/// A course of small lessons that hold each rule and relation, right and wrong. They are run
/// once, all together, as a build would.
@Suite struct CourseOfRulesTests {
  private static let report: Result<[String: VerifiedLesson], any Error> = Result {
    let folder = TestCourse.folder("rules")
    let course = try Course.load(folder)
    #expect(course.findings.isEmpty)
    let lessons = try course.lessons.map { stem in
      LessonReader.read(
        try SourceFile.read(course.path(of: stem)), id: stem, lessons: course.lessons)
    }
    let settings = Verification.Settings(
      folder: folder, seconds: course.limits.seconds, memory: UInt64(course.limits.memory),
      output: course.limits.output, cache: Cache(folder: nil), library: TestCourse.library)
    let report = try Verification(settings).run(lessons)
    return Dictionary(uniqueKeysWithValues: report.lessons.map { ($0.lesson.id, $0) })
  }

  @Test
  func aLessonThatIsCompiledInUnitsDoesWhatItDoesAsAWhole() throws {
    let scratch = try Scratch(cache: Cache(folder: nil))
    defer { scratch.remove() }
    let folder = TestCourse.folder("rules")
    let lessons = try Self.dividedLessons.map { stem in
      LessonReader.read(try SourceFile.read("\(folder)/\(stem).md"), id: stem)
    }
    let cache = Cache(folder: scratch.folder)
    var settings = Verification.Settings(
      folder: folder, seconds: 10, output: 100_000, cache: cache, library: TestCourse.library)
    let whole = try Verification(settings).outcomes(of: lessons)
    Files.remove(scratch.folder + "/runs")
    settings.unitLengths = 1...1
    let inUnits = try Verification(settings).outcomes(of: lessons)
    for (lesson, (whole, inUnits)) in zip(lessons, zip(whole, inUnits)) {
      #expect(whole.withoutInterruptions == inUnits.withoutInterruptions, "\(lesson.id)")
    }
    #expect(Files.files(below: scratch.folder + "/units").count > 40)
  }

  @Test func aLongLessonIsJudgedAsAShortOneIs() throws {
    // One value in a hundred is wrong, and the last block traps.
    func blocks(_ range: Range<Int>) -> String {
      range.map { "```swift\nlet a\($0) = \($0)  // = \($0 % 100 == 7 ? -1 : $0)\n```\n\n" }
        .joined()
    }
    let end = "```swift\nlet last = a599 / (a8 - 8)\n```\n"
    let text = blocks(0..<600) + (0..<200).map { "`a\($0) ≈ \($0)`\n\n" }.joined() + end
    let lesson = LessonReader.read(SourceFile(path: "long.md", text: text), id: "long")
    #expect(lesson.isLong)
    let settings = Verification.Settings(
      folder: TestCourse.folder("rules"), seconds: 10, output: 100_000, cache: Cache(folder: nil),
      library: TestCourse.library)
    let checks = try #require(Verification(settings).run([lesson]).lessons.first).checks
    let failed = checks.filter { $0.status == .fail }.map(Self.line)
    #expect(failed.count == 7)
    #expect(failed.first?.contains("value-mismatch") == true)
    #expect(failed.last?.contains("trapped") == true)
    #expect(checks.count { $0.kind == .claim && $0.status == .pass } == 200)
  }

  private static let dividedLessons = [
    "relations", "statements", "printed", "claims", "failing", "trapping", "figures", "exercises",
    "trapped", "wrong-values", "wrong-output", "early",
  ]

  private func result(_ lesson: String) throws -> VerifiedLesson {
    try #require(try Self.report.get()[lesson])
  }

  private static let rightLessons = [
    "relations", "statements", "printed", "claims", "failing", "trapping", "figures", "isolation",
    "confinement", "stays", "hoards", "quizzes", "exercises", "symbols", "waiting", "language",
  ]

  @Test(arguments: rightLessons)
  func lessonsThatHoldHaveNoFinding(lesson: String) throws {
    let failed = try result(lesson).checks.filter { $0.status == .fail }
    #expect(failed.map(Self.line) == [])
  }

  @Test(arguments: rightLessons)
  func everythingThatALessonClaimsHasOneLineInTheReport(lesson: String) throws {
    let result = try result(lesson)
    let blocks = result.lesson.blocks
    func lines(_ kind: CheckKind) -> Int { result.checks.count { $0.kind == kind } }
    let run = blocks.filter { $0.execution == .run || $0.execution == .traps }
    let unevaluated = blocks.flatMap(\.unevaluatedChecks).count
    #expect(lines(.value) == run.flatMap(\.checks).count + unevaluated)
    #expect(lines(.claim) == result.lesson.claims.count)
    #expect(lines(.output) == blocks.count { $0.output != nil })
    #expect(lines(.diagnostic) == blocks.count { $0.diagnostic != nil })
    #expect(lines(.trap) == blocks.count { $0.execution == .traps })
    #expect(lines(.quiz) == result.lesson.quizzes.count)
    #expect(lines(.lesson) == 1)
  }

  @Test
  func aCheckInALoopHasOneLineInTheReport() throws {
    let checks = try result("statements").checks.filter { $0.source == "Double(i)" }
    #expect(checks.map(\.actual) == ["1999.0"])
  }

  @Test
  func aSkippedBlockIsReportedAsSkippedWithTheChecksInIt() throws {
    let skipped = try result("statements").checks.filter { $0.status == .skipped }
    #expect(skipped.map(\.kind) == [.compile, .value])
  }

  @Test
  func figuresTablesAndTheLastBareExpressionAreBroughtBack() throws {
    let block = try #require(try result("figures").blocks.first)
    #expect(block.shown.count == 2)
    #expect(block.shownValue == "2")
    guard case .figure(let figure) = block.shown[0], case .table(let table) = block.shown[1] else {
      Issue.record("a figure and a table were shown, in this order")
      return
    }
    #expect(figure.name == "line")
    #expect(figure.svg.hasPrefix("<svg"))
    #expect(table.rows == [["1", "2"]])
  }

  /// `line:column kind rule`, with `, follows` for what only follows from another finding.
  private static func line(_ check: CheckResult) -> String {
    "\(check.position.line):\(check.position.column) \(check.kind.rawValue) "
      + "\(check.rule?.rawValue ?? "none")\(check.isConsequence ? ", follows" : "")"
  }

  @Test(arguments: [
    (
      "wrong-values",
      [
        "5:32 value value-mismatch", "6:32 value value-mismatch", "7:32 value value-mismatch",
        "9:32 value value-mismatch", "12:32 value value-mismatch", "15:32 value value-mismatch",
      ]
    ),
    ("wrong-output", ["9:1 output output-mismatch", "17:1 output output-mismatch"]),
    (
      "wrong-claims",
      [
        "1:1 lesson check-text-missing, follows", "7:21 claim claim-mismatch",
        "7:21 number unverified-number, follows", "9:8 number unverified-number, follows",
        "9:33 claim claim-mismatch", "10:42 claim check-text-missing",
      ]
    ),
    (
      "wrong-blocks",
      [
        "4:1 compile unexpectedly-compiles", "8:1 trap did-not-trap",
        "15:1 diagnostic diagnostic-mismatch", "22:1 diagnostic diagnostic-mismatch",
      ]
    ),
    (
      "wrong-text",
      [
        "1:1 lesson bad-info-string, follows", "5:10 lesson bad-info-string",
        "9:10 lesson bad-info-string", "13:1 lesson bad-info-string", "18:1 value bad-check",
        "18:1 figure duplicate-id", "19:32 value bad-check", "24:1 figure missing-alt",
        "26:1 figure dead-link", "28:10 lesson bad-info-string", "34:1 lesson bad-info-string",
      ]
    ),
    (
      "wrong-quizzes",
      [
        "1:1 lesson quiz-invalid, follows", "3:1 quiz quiz-invalid", "7:1 quiz quiz-invalid",
        "12:3 quiz quiz-invalid", "17:3 quiz quiz-invalid", "21:3 quiz quiz-invalid",
        "22:3 quiz quiz-invalid", "23:3 quiz quiz-invalid", "24:3 quiz quiz-invalid",
        "25:3 quiz quiz-invalid", "26:3 quiz quiz-invalid", "27:3 quiz quiz-invalid",
        "28:3 quiz quiz-invalid", "35:6 quiz quiz-invalid", "42:3 quiz quiz-invalid",
        "47:36 quiz quiz-invalid", "49:1 quiz quiz-invalid", "53:21 claim claim-mismatch",
        "53:21 number unverified-number, follows",
        "56:26 claim bad-check", "58:1 quiz quiz-invalid", "62:1 quiz quiz-invalid",
        "64:1 quiz quiz-invalid", "64:1 quiz quiz-invalid", "69:1 quiz quiz-invalid",
        "69:1 quiz quiz-invalid", "72:1 quiz quiz-invalid", "72:1 quiz quiz-invalid",
        "76:1 quiz quiz-invalid", "80:1 quiz quiz-invalid",
      ]
    ),
    (
      "wrong-symbols",
      [
        "3:1 link unknown-symbol", "3:16 link unknown-symbol", "5:3 link unknown-symbol",
        "6:3 link unknown-symbol", "6:28 link unknown-symbol", "8:3 link unknown-symbol",
        "8:24 link unknown-symbol", "10:3 link unknown-symbol", "10:24 link unknown-symbol",
      ]
    ),
    (
      "compiler",
      [
        "4:32 value does-not-compile, follows", "7:15 claim does-not-compile, follows",
        "10:18 compile does-not-compile", "18:7 compile does-not-compile",
        "20:17 compile does-not-compile", "20:32 value does-not-compile, follows",
        "21:7 compile does-not-compile",
      ]
    ),
    (
      "trapped",
      [
        "10:5 trap trapped", "14:32 value trapped, follows", "17:1 output trapped, follows",
        "20:18 claim trapped, follows",
      ]
    ),
    ("endless", ["9:13 trap timed-out", "13:32 value timed-out, follows"]),
    ("memory", ["8:1 trap out-of-memory", "13:32 value out-of-memory, follows"]),
    ("flood", ["8:1 trap too-much-output", "12:32 value too-much-output, follows"]),
    ("processes", ["9:1 trap timed-out", "13:32 value timed-out, follows"]),
    ("file-size", ["9:1 trap too-much-output", "16:32 value too-much-output, follows"]),
    ("full-scratch", ["10:3 trap trapped", "15:32 value trapped, follows"]),
    (
      "copies",
      [
        "9:1 trap timed-out", "9:1 trap timed-out, follows", "13:32 value timed-out, follows",
      ]
    ),
    (
      "drawings",
      [
        "17:1 figure bad-check", "21:1 figure bad-check", "21:1 figure bad-check",
        "26:1 figure missing-alt", "26:1 figure missing-alt", "30:1 figure dead-link",
      ]
    ),
    (
      "unlinked",
      [
        "4:34 value does-not-compile, follows", "8:16 compile does-not-compile",
        "9:34 value does-not-compile, follows",
      ]
    ),
    (
      "early",
      [
        "3:21 claim declared-later", "3:21 number unverified-number, follows",
        "9:34 value declared-later", "10:34 value declared-later",
        "11:34 value declared-later", "12:34 value declared-later", "13:7 value declared-later",
        "18:1 output declared-later, follows", "25:34 value declared-later",
      ]
    ),
    ("leaves", ["9:1 trap trapped", "13:32 value trapped, follows"]),
    (
      "lies",
      [
        "1:1 lesson bad-check, follows", "12:13 value value-mismatch", "17:1 compile bad-check",
        "21:1 trap did-not-trap", "25:1 trap did-not-trap", "42:1 trap trapped",
        "46:1 trap trapped",
      ]
    ),
    (
      "wrong-exercises",
      [
        "8:1 exercise starter-passes", "25:32 exercise solution-fails",
        "25:32 exercise solution-fails", "33:32 exercise solution-fails",
        "41:32 exercise solution-fails, follows", "46:17 exercise solution-fails",
        "54:32 exercise solution-fails, follows", "58:20 exercise solution-fails",
        "66:32 exercise solution-fails, follows", "70:1 exercise solution-fails",
        "79:4 exercise solution-fails", "80:32 exercise solution-fails",
        "80:32 exercise solution-fails, follows", "85:1 exercise solution-fails",
      ]
    ),
    (
      "parts-of-exercises",
      [
        "1:1 lesson bad-info-string, follows", "3:10 lesson bad-info-string",
        "7:10 lesson bad-info-string", "23:19 exercise duplicate-id",
        "24:1 exercise bad-info-string, follows", "27:16 exercise duplicate-id",
        "28:1 exercise bad-info-string, follows", "31:19 exercise bad-info-string",
        "31:19 exercise bad-info-string", "32:1 exercise bad-info-string, follows",
        "35:19 exercise bad-info-string", "36:1 exercise bad-info-string, follows",
        "39:24 lesson bad-info-string", "43:17 lesson bad-info-string",
      ]
    ),
    (
      "stopped-exercises",
      [
        "7:8 trap trapped", "13:1 exercise trapped, follows",
        "17:32 exercise trapped, follows", "25:1 exercise trapped, follows",
        "33:1 exercise trapped, follows",
      ]
    ),
    (
      "front",
      [
        "1:1 lesson bad-front-matter, follows", "2:1 lesson bad-front-matter",
        "3:17 lesson unknown-prerequisite",
      ]
    ),
  ])
  func eachFaultIsFoundAtItsPlaceAndEveryCheckThatWasNotReachedIsReported(
    lesson: String, expected: [String]
  ) throws {
    let findings = try result(lesson).checks.filter { $0.status == .fail }.map(Self.line)
    #expect(findings == expected)
  }

  @Test
  func whatRanBeforeAFaultCounts() throws {
    for lesson in [
      "trapped", "endless", "memory", "flood", "processes", "file-size", "full-scratch", "copies",
      "leaves",
    ] {
      let values = try result(lesson).checks.filter { $0.kind == .value }
      #expect(values.first?.status == .pass, "the first check of \(lesson)")
    }
  }

  @Test
  func messagesSayWhatCameWhatMayHaveCausedItAndWhatToDo() throws {
    let values = try result("wrong-values").checks.filter { $0.status == .fail }
    #expect(values[0].notes == ["only the last digit differs: rounded from a rounded number?"])
    #expect(values[0].remedy.contains("gradus accept"))
    #expect(values[2].message == "`[1.0, 2.0]` has the shape [2], and the lesson says [3]")
    #expect(values[3].actual == "3")
    #expect(values[4].message == "the program ended without ever reaching this check")
    let compiler = try result("compiler").checks.filter {
      $0.rule == .doesNotCompile && !$0.isConsequence
    }
    #expect(
      compiler.map(\.message) == [
        "cannot convert value of type 'String' to expected argument type 'Int'",
        "cannot assign to property: 'top' is a 'let' constant",
        "missing argument label 'height:' in call",
        "cannot find 'sigmod' in scope; did you mean 'sigmoid'?",
      ])
    #expect(
      compiler.map(\.notes.first) == [
        nil,
        "change 'let' to 'var' to make it mutable (line 16): "
          + "struct Place { var left = 1.0; var top = 2.0 }",
        "the compiler suggests: let whole = area(2, height: 3)    // ≈ 6",
        "the compiler suggests: print(sigmoid(0.2))",
      ])
    let trapped = try #require(try result("trapped").checks.first { $0.rule == .trapped })
    #expect(trapped.message == "Index out of range")
  }

  @Test
  func eachQuizThatCanBeAskedIsOneCheckAndEachFaultOfOneHasItsOwnWords() throws {
    let right = try result("quizzes").checks.filter { $0.kind == .quiz }
    #expect(right.map(\.position.line) == [7, 16, 22])
    #expect(right.map(\.status) == [.pass, .pass, .pass])
    #expect(right.map(\.actual) == ["2 options, 1 right", "2 options, 2 right", "a number"])
    let wrong = try result("wrong-quizzes").checks.filter { $0.rule == .quizInvalid }
    let messages = wrong.filter { !$0.isConsequence }.map(\.message)
    #expect(
      messages == [
        "this quiz asks nothing", "this quiz has neither options nor a number as its answer",
        "no option of this quiz is right", "this quiz has one option only",
        "this option has no explanation", "this option has no explanation",
        "this option has no explanation", "this option has no explanation",
        "this option has no explanation", "this option says nothing", "this option has no box",
        "this option has the same text as the one in line 21",
        "this quiz has options, and a claim behind them", "there is text behind the options",
        "the answer of a numeric question must be one number", "this quiz asks nothing",
        "text stands on the line of `[!QUIZ]`, so that this is a plain quote",
        "this quiz holds nothing that can be asked, so that it is a plain quote",
        "this card names no topic", "this card names no difficulty",
        "`quite easy` is not a difficulty", "this card has no rule between question and answer",
        "`about: b` is neither the card's topic nor its difficulty or id", "this card asks nothing",
        "this card has no answer",
        "this card holds nothing that can be asked, so that it is a plain quote",
      ])
    #expect(wrong.allSatisfy { $0.isConsequence || !$0.remedy.isEmpty })
  }

  @Test
  func aNameThatIsNoSymbolIsToldWithTheNearestOrWithAllThatItMayBe() throws {
    let findings = try result("wrong-symbols").checks.filter { $0.status == .fail }
    #expect(findings[0].message == "`Momentun` is not a public symbol of `Backprop` or `Figures`")
    #expect(findings[0].width == 12)
    // One of each optimizer, of which there are more from time to time.
    let ambiguous = findings.filter { $0.actual == "ambiguous" }
    #expect(ambiguous.map(\.source) == ["update(_:along:at:)"])
    #expect(ambiguous.allSatisfy { $0.remedy.hasPrefix("write ``A") })
    #expect(ambiguous.allSatisfy { $0.remedy.hasSuffix("`` or another of them") })
    let others = findings.filter { $0.actual != "ambiguous" }
    #expect(
      others.map(\.remedy) == [
        "did you mean ``Momentum``?", "did you mean ``Momentum.learningRate``?",
        "did you mean ``gradient(at:of:)``?", "did you mean ``Tensor/-(_:)``?",
        "did you mean ``Backprop.Tensor``?",
        "name a public symbol, or set other code in single backticks",
        "name a public symbol, or set other code in single backticks",
        "name a public symbol, or set other code in single backticks",
      ])
    let passed = try result("symbols").checks.filter {
      $0.kind == .link && $0.source != "symbols.md"
    }
    #expect(passed[0].actual == "Backprop.Momentum")
    #expect(passed.last?.actual == "Backprop.Tensor")
  }

  @Test
  func whereTheLibraryDoesNotCompileNoNameIsKnownAndEachIsReported() throws {
    let lesson = try result("symbols").lesson
    let settings = Verification.Settings(
      folder: TestCourse.folder("rules"), cache: Cache(folder: nil), library: TestCourse.library)
    let checks = try Verification(settings).judgeUnrun([lesson])[0].checks
    let names = checks.filter { $0.kind == .link && $0.source == "Momentum" }
    #expect(names.map(\.rule) == [.doesNotCompile])
    #expect(names.allSatisfy { $0.isConsequence })
  }

  @Test
  func aStartersLineSaysWhyItFails() throws {
    let starters = try result("exercises").checks.filter { $0.expected == "fails its checks" }
    #expect(
      starters.map(\.actual) == [
        "line 22: expected = 6, got 0.0",
        "does not compile: cannot find '___' in scope",
        "does not compile: constant 'slope' used before being initialized",
        "does not compile: expected '}' at end of brace statement",
        "traps: Index out of range",
        "ran past the time that an answer may take",
        "ended by itself, with status 0",
        "line 137: not reached",
        "line 161: expected = 2, got 0.0",
        "traps: the program trapped",
      ])
  }

  @Test
  func aSolutionThatFailsIsToldAsAValueIsWithTheLineThatItStandsIn() throws {
    let findings = try result("wrong-exercises").checks.filter {
      $0.status == .fail && !$0.isConsequence
    }
    #expect(
      findings.map(\.message) == [
        "the starter of exercise `done` passes its checks already, so that there is nothing to do",
        "`-mean` is not ≈ 2.00, with the solution in line 29",
        "`-mean` is not ≈ 2.00, with the solution in line 33",
        "`let mean = given[1]` is not < 2, with the solution in line 33",
        "the solution in line 45 traps: Index out of range",
        "the solution in line 58 does not compile: cannot convert value of type 'Int' to specified "
          + "type 'String'",
        "the solution in line 70 ran past the time that an answer may take",
        "the solution in line 85 does not compile: cannot find 'encountered' in scope",
        "the solution in line 89 ended without ever reaching this check",
        "the solution in line 85 does not compile: cannot find 'encountered' in scope",
      ])
    #expect(findings[1].notes == ["the sign is the other one"])
    let text = HumanReport(colors: false).text(FileReport(try result("wrong-exercises")))
    #expect(text.contains("   │ expected   2.00\n   │ computed  -2.0\n"))
  }

  @Test
  func whatSolutionsComputeIsBroughtBackAndNothingOfWhatAnAttemptShowsOrPrints() throws {
    let result = try result("exercises")
    let checks = result.lesson.exercises.map { result.blocks[$0.check].checks.map(\.actual) }
    #expect(checks.prefix(3) == [["6.0"], ["0.5", "2.0"], ["0.5"]])
    #expect(result.blocks.allSatisfy { $0.shown.isEmpty })
    let printing = result.blocks.indices.filter { !result.blocks[$0].output.isEmpty }
    #expect(printing.map { result.lesson.blocks[$0].output?.firstLine } == [49])
    #expect(result.lesson.exercises.allSatisfy { result.blocks[$0.starter].checks.isEmpty })
  }

  @Test
  func acceptingWritesWhatTheSolutionsComputeAndNothingIntoAStarter() throws {
    let result = try result("wrong-exercises")
    let acceptance = try #require(Acceptance(result))
    let old = result.lesson.file.text
    #expect(acceptance.newText == old.replacing("// ≈ 2.00", with: "// ≈ -2.00"))
    #expect(acceptance.changes == 1)
    #expect(
      acceptance.refusals.map(\.position.line) == [33, 41, 54, 66, 80])
  }

  @Test
  func whatTheCacheKeepsOfExercisesComesBack() {
    var outcome = RunOutcome()
    let place = RunOutcome.Place(block: 2, claim: nil, line: 1, offset: 3)
    outcome.records = [
      .attemptBegan(1), .check(block: 2, check: 0, value: "1"), .attemptFinished,
      .attemptEnded(1, status: 0, said: ""), .end,
    ]
    outcome.attempts = [
      0: RunOutcome.AttemptOutcome(
        messages: [.init(severity: .error, place: place, text: "no")], ending: .didNotCompile),
      1: RunOutcome.AttemptOutcome(ending: .finished),
      2: RunOutcome.AttemptOutcome(ending: .trapped(said: "why", place: place)),
    ]
    #expect(RunOutcome(encoded: outcome.encoded) == outcome)
  }

  @Test
  func aNumberThatNothingBacksIsAWarningAndAnErrorWhereTheCheckIsStrict() throws {
    let result = try result("numbers")
    let numbers = result.checks.filter { $0.kind == .number }
    #expect(numbers.map(\.actual) == ["computed", "given", "unverified"])
    #expect(numbers.map(\.status) == [.pass, .pass, .warning])
    #expect(numbers.last?.position == SourcePosition(line: 11, column: 53))
    let strict = NumberJudge(isStrict: true).checks(
      of: result.lesson, result.blocks, result.claims, obstacle: nil)
    #expect(strict.map(\.status) == [.pass, .pass, .fail])
    #expect(strict.last?.rule == .unverifiedNumber)
  }

  @Test
  func aFigureThatCantStandInAPageIsNotBroughtBack() throws {
    let shown = try result("drawings").blocks.flatMap(\.shown)
    #expect(shown.count == 1)
    let faults = try result("drawings").checks.filter { $0.rule == .badCheck }.map(\.actual)
    #expect(
      faults == [
        "it holds `<script>`", "its `</svg>` ends no element that is open there",
        "it holds `<image>`",
      ])
  }

  @Test
  func lessonsThatGoPastALimitLeaveNoScratchFolderAndTheOthersResults() throws {
    let scratch = try Scratch(cache: Cache(folder: nil))
    defer { scratch.remove() }
    let folder = TestCourse.folder("rules")
    let stems = ["endless", "memory", "flood", "processes", "file-size", "copies", "relations"]
    let lessons = try stems.map { stem in
      LessonReader.read(try SourceFile.read("\(folder)/\(stem).md"), id: stem)
    }
    let settings = Verification.Settings(
      folder: folder, seconds: 1, memory: 500_000_000, output: 50_000,
      cache: Cache(folder: scratch.folder), library: TestCourse.library)
    let report = try Verification(settings).run(lessons)
    #expect(report.lessons.map(\.passed) == stems.map { $0 == "relations" })
    #expect(Files.list(scratch.folder + "/scratch") == [])
  }

  @Test
  func nothingOfALessonIsLeftRunning() throws {
    let entries = try Self.report.get().keys.map { lesson in
      "lesson_\(lesson.replacing("-", with: "_"))_main"
    }
    func runsOneOfThem(_ process: String) -> Bool {
      guard Int(process) != nil,
        let command = FileManager.default.contents(atPath: "/proc/\(process)/cmdline")
      else { return false }
      let words = String(decoding: command, as: UTF8.self).split(separator: "\0").map(String.init)
      return words.first == "/gradus/lesson-host" && words.contains { entries.contains($0) }
    }
    var running = try FileManager.default.contentsOfDirectory(atPath: "/proc").filter(runsOneOfThem)
    // Those of another test that runs the same lessons at this moment come to an end; what is left does not.
    for _ in 0..<240 where !running.isEmpty {
      Thread.sleep(forTimeInterval: 0.5)
      running = running.filter(runsOneOfThem)
    }
    #expect(running.isEmpty)
  }
}

extension RunOutcome {
  /// Where a loop that never ends is interrupted is left to chance.
  fileprivate var withoutInterruptions: RunOutcome {
    var outcome = self
    outcome.attempts = attempts.mapValues { attempt in
      guard case .timedOut = attempt.ending else { return attempt }
      return AttemptOutcome(messages: attempt.messages, ending: .timedOut(place: nil))
    }
    return outcome
  }
}
