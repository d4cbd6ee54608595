import Foundation
import Testing

/// A course about a package that is not the one that gradus was built from. The tests share one
/// copy of it, which the first one builds, and each begins with the sources as they are here.
@Suite(.serialized) struct LibraryTests {
  private static let name = "otherwise-named"
  nonisolated(unsafe) private static let shared: Result<ScratchCourse, any Error> = Result {
    let course = try ScratchCourse()
    atexit {
      guard let folder = try? LibraryTests.shared.get().folder else { return }
      try? FileManager.default.removeItem(atPath: folder)
    }
    return course
  }

  private static func path(_ course: String, file: String = #filePath) -> URL {
    URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent(
      "Courses/\(course)")
  }

  /// The copy of the course and its package.
  private static func copy() throws -> ScratchCourse { try copy(into: try shared.get()) }

  /// The course as it is kept, put into the folder of another.
  private static func copy(into course: ScratchCourse) throws -> ScratchCourse {
    for name in ["fractions", "lessons"] {
      let target = URL(fileURLWithPath: course.path(name))
      try? FileManager.default.removeItem(at: target)
      try FileManager.default.copyItem(at: path(Self.name).appendingPathComponent(name), to: target)
    }
    return course
  }

  private static let sources = "fractions/Sources/Fractions/Fraction.swift"

  private static func change(_ course: ScratchCourse, _ old: String, _ new: String) throws {
    let text = try course.text(sources)
    #expect(text.contains(old))
    try course.write(text.replacing(old, with: new), to: sources)
  }

  /// The lines of a report's checks that did not pass, as `file:line:column rule`.
  private static func findings(_ outcome: Gradus.Outcome) throws -> [String] {
    try outcome.output.split(separator: "\n").compactMap { line in
      let value = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      guard let value, value["type"] as? String == "check", value["status"] as? String == "fail"
      else { return nil }
      return "\(value["file"] ?? ""):\(value["line"] ?? 0):\(value["column"] ?? 0) "
        + "\(value["rule"] ?? "")"
    }
  }

  @Test func twoBuildsAtOnceWithNothingBuiltYetBothEndWell() throws {
    let course = try Self.copy()
    let runs = try (0..<2).map { _ in try Gradus.start(["verify"], in: course.folder) }
    for outcome in runs.map({ $0.finish() }) {
      #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
      #expect(
        outcome.output.hasPrefix(
          "7 numbers: 7 computed, 0 inputs, 0 given\n2 lessons, 23 checks: 23 passed"))
    }
  }

  @Test func aCourseAboutAnotherPackageVerifiesBuildsAndSeesWhatChangesInTheLibrary() throws {
    let course = try Self.copy()
    let first = try course.gradus("verify", "--format", "json")
    #expect(try Self.findings(first) == [])
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output.contains(#""source":"total","expected":"7381/2520","actual":"7381/2520""#))
    #expect(first.output.contains(#""lessons":2,"checks":23,"passed":23,"failed":0"#))

    let built = try course.gradus("build", "--out", "site")
    #expect(built.status == 0, "\(built.errors)")
    #expect(built.output.hasPrefix("2 lessons, 23 checks passed, 1 figure, 5 pages"))
    #expect(try course.text("site/harmonic.html").contains("7381/2520"))

    // A file that was only touched is looked at, and nothing is built or run.
    try Self.change(course, "import CDivisors", "import CDivisors")
    let touched = try course.gradus("verify", "--verbose")
    #expect(touched.errors == "" && touched.status == 0)

    // The value changes, and the build that had nothing to do has something to do.
    try Self.change(course, "left.numerator * right.denominator +", "left.numerator +")
    let changed = try course.gradus("build", "--out", "site")
    #expect(changed.status == 1)
    #expect(changed.output.contains("lessons/sums.md:4:51: error:"))
    #expect(changed.output.contains("│ computed  7/18"))
    #expect(try course.text("site/harmonic.html").contains("7381/2520"))
  }

  @Test func whatIsBuiltWithoutACacheIsGoneAfterTheRun() throws {
    let course = try Self.copy()
    try FileManager.default.createDirectory(
      atPath: course.path("tmp"), withIntermediateDirectories: true)
    let outcome = try course.gradus(
      "verify", "--no-cache", environment: ["TMPDIR": course.path("tmp")])
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(course.names(in: "tmp").filter { $0.hasPrefix("gradus-") } == [])
  }

  @Test func anErrorInTheLibraryIsReportedAtItsPlaceAndNoCheckIsAbsent() throws {
    let course = try Self.copy()
    try Self.change(course, "left.numerator * right", "left.nominator * right")
    let outcome = try course.gradus("verify", "--format", "json")
    #expect(outcome.status == 1)
    let findings = try Self.findings(outcome)
    #expect(findings.contains("\(Self.sources):17:12 does-not-compile"), "\(findings)")
    #expect(findings.contains("lessons/sums.md:4:51 does-not-compile"))
    #expect(findings.filter { !$0.contains("does-not-compile") } == [])
    #expect(findings.count == 13)
    let human = try course.gradus("verify")
    #expect(human.output.hasPrefix("\(Self.sources):17:12: error: value of type 'Fraction' has no"))
    #expect(human.output.contains("help: fix the library"))

    try Self.change(course, "left.nominator * right", "left.numerator * right")
    #expect(try course.gradus("verify").status == 0)
  }

  @Test(arguments: [
    ("../fractions", "../fractoins", "4:12", "there is no package", "../fractions"),
    ("product: Fractions", "product: Fraction", "5:12", "has no library `Fraction`", "Fractions"),
    ("[Fractions]", "[Fractoins]", "6:13", "`imports` names `Fractoins`", "Fractions"),
  ])
  func aPackageProductOrModuleThatDoesNotExistIsNamedInCourseYaml(
    old: String, new: String, place: String, message: String, nearest: String
  ) throws {
    let course = try Self.copy()
    let yaml = try course.text("lessons/course.yaml")
    try course.write(yaml.replacing(old, with: new), to: "lessons/course.yaml")
    let outcome = try course.gradus("verify")
    #expect(outcome.status == 1)
    #expect(outcome.output.hasPrefix("lessons/course.yaml:\(place): error: "), "\(outcome.output)")
    #expect(outcome.output.contains(message))
    #expect(outcome.output.contains("did you mean `\(nearest)`?"))
  }

  @Test func aFileInAPackageOutsideAnyCourseSeesThePackagesLibraries() throws {
    let course = try Self.copy()
    let text = lesson("Fraction(1, 2) + Fraction(1, 3) // = 5/6")
    try course.write(text, to: "fractions/README.md")
    let outcome = try course.gradus("verify", "fractions/README.md")
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(
      try course.gradus("tangle", "fractions/README.md").output.hasPrefix("import Fractions\n"))
  }

  @Test func thePublicNamesOfAnotherPackageHaveAReferenceAndNamesInLessonsLeadToIt() throws {
    let course = try Self.copy()
    let sums = try course.text("lessons/sums.md")
    try course.write(
      sums + "\nA ``Fraction`` has a ``Fraction/numerator``.\n", to: "lessons/sums.md")
    let built = try course.gradus("build", "--out", "site")
    #expect(built.status == 0, "\(built.output)\(built.errors)")
    let lesson = try course.text("site/sums.html")
    #expect(
      lesson.contains(
        "<a class=\"symbol\" href=\"reference/Fractions.html#Fraction\" title=\"A number as a "
          + "fraction in lowest terms, its denominator above zero.\"><code>Fraction</code></a>"))
    let page = try course.text("site/reference/Fractions.html")
    #expect(page.contains("<pre id=\"Fraction.numerator\">"))
    #expect(page.contains("The nearest number of floating point."))
    #expect(!page.contains("description: String"))
    #expect(!page.contains(course.folder))

    try course.write(sums + "\nA ``Fractoin``.\n", to: "lessons/sums.md")
    let wrong = try course.gradus("verify")
    #expect(wrong.status == 1)
    #expect(wrong.output.contains("error: `Fractoin` is not a public symbol of `Fractions`"))
    #expect(wrong.output.contains("help: did you mean ``Fraction``?"))
  }

  @Test func whatAnUmbrellaHandsOnIsPartOfTheReference() throws {
    let course = try Self.copy(into: ScratchCourse())
    let manifest = try course.text("fractions/Package.swift")
    try course.write(
      manifest.replacing("targets: [\"Fractions\"]", with: "targets: [\"Umbrella\"]")
        .replacing(
          "    .target(name: \"CDivisors\"),\n",
          with: "    .target(name: \"CDivisors\"),\n"
            + "    .target(name: \"Umbrella\", dependencies: [\"Fractions\"]),\n"),
      to: "fractions/Package.swift")
    let sources = course.path("fractions/Sources/Umbrella")
    try FileManager.default.createDirectory(
      atPath: sources, withIntermediateDirectories: true)
    try course.write("@_exported import Fractions\n", to: "fractions/Sources/Umbrella/All.swift")
    let yaml = try course.text("lessons/course.yaml")
    try course.write(
      yaml.replacing("imports: [Fractions]", with: "imports: [Umbrella]"),
      to: "lessons/course.yaml")
    let sums = try course.text("lessons/sums.md")
    try course.write(sums + "\nA ``Fraction``.\n", to: "lessons/sums.md")
    let built = try course.gradus("build", "--out", "site")
    #expect(built.status == 0, "\(built.output)\(built.errors)")
    #expect(
      try course.text("site/sums.html").contains(
        "<a class=\"symbol\" href=\"reference/Fractions.html#Fraction\""))
    #expect(try course.text("site/reference/Fractions.html").contains("Fraction.numerator"))
  }

  @Test func aNewCourseInAPackageIsAboutThePackagesLibrary() throws {
    let course = try Self.copy()
    let outcome = try course.gradus("new", "halves", "Halves", "--course", "fractions/lessons")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let yaml = try course.text("fractions/lessons/course.yaml")
    #expect(yaml.contains("package: ..\n  product: Fractions\n  imports: [Fractions]\n"))
    let lesson = try course.text("fractions/lessons/halves.md")
    try course.write(
      lesson.replacing("2 * 3.0", with: "Double(Fraction(12, 2))"),
      to: "fractions/lessons/halves.md")
    let verified = try course.gradus("verify", "fractions/lessons")
    #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
  }

  @Test func aLibraryOfGradussOwnThatHasChangedSinceItWasBuiltIsBuiltAgain() throws {
    let checkout = try ScratchCourse(["a": lesson("doubled(21) // = 42")])
    let folder = URL(fileURLWithPath: Gradus.program).deletingLastPathComponent()
    let built = URL(fileURLWithPath: checkout.path(".build/debug"))
    try FileManager.default.createDirectory(at: built, withIntermediateDirectories: true)
    let repository = Self.path("").deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    for name in ["Figures", "LessonKit", "CLessonHost", "lesson-host"] {
      try FileManager.default.createDirectory(
        atPath: checkout.path("Sources"), withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        at: repository.appendingPathComponent("Sources/\(name)"),
        to: URL(fileURLWithPath: checkout.path("Sources/\(name)")))
    }
    for name in ["gradus", "lesson-host", "Modules"] {
      try FileManager.default.copyItem(
        at: folder.appendingPathComponent(name), to: built.appendingPathComponent(name))
    }
    try FileManager.default.createDirectory(
      atPath: checkout.path("Sources/Backprop"), withIntermediateDirectories: true)
    try checkout.write(
      """
      // swift-tools-version: 6.0
      import PackageDescription

      let package = Package(
        name: "gradus",
        products: [
          .library(name: "Backprop", targets: ["Backprop"]),
          .executable(name: "lesson-host", targets: ["lesson-host"]),
        ],
        targets: [
          .target(name: "Backprop"),
          .target(name: "Figures", swiftSettings: [.unsafeFlags(["-Onone"])]),
          .target(name: "LessonKit", dependencies: ["Figures"]), .target(name: "CLessonHost"),
          .executableTarget(
            name: "lesson-host", dependencies: ["Backprop", "LessonKit", "CLessonHost"],
            linkerSettings: [
              .unsafeFlags([
                "-Xlinker", "--export-dynamic", "-Xlinker", "--no-gc-sections",
                "-lswiftSwiftOnoneSupport",
              ])
            ]),
        ])
      """, to: "Package.swift")
    for (factor, status) in [(2, 0), (3, 1), (2, 0)] as [(Int, Int32)] {
      try checkout.write(
        "public func doubled(_ number: Int) -> Int { \(factor) * number }\n",
        to: "Sources/Backprop/Doubled.swift")
      let outcome = try Gradus.run(
        ["verify"], in: checkout.folder, program: built.appendingPathComponent("gradus").path)
      #expect(outcome.status == status, "\(outcome.output)\(outcome.errors)")
    }
  }
}
