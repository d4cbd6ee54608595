import Foundation
import Testing

@Suite struct BuildCommandTests {
  private static let text = lesson("let x = 0.5 // = 0.5", after: "\nA formula: $x^2$.\n")

  @Test func aBuildWritesAPageALessonAndAnIndexAndSaysWhere() throws {
    let course = try ScratchCourse(["a": Self.text, "b": "# B\n\nSee [a](a.md).\n"])
    let outcome = try course.gradus("build")
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.hasPrefix("2 lessons, 5 checks passed, 0 figures, 5 pages in "))
    #expect(outcome.output.hasSuffix(": open site/public/index.html\n"))
    let files = try course.contents(of: "site/public")
    for name in ["index.html", "a.html", "b.html", "style.css"] { #expect(files[name] != nil) }
    #expect(course.names(in: "site") == ["public"])
  }

  @Test func aFailingLessonLeavesTheLastGoodSiteAsItWasByteForByte() throws {
    let course = try ScratchCourse(["a": Self.text])
    #expect(try course.gradus("build").status == 0)
    let site = try course.contents(of: "site/public")
    try course.write(lesson("let x = 0.5 // = 0.25"), to: "lessons/a.md")
    let outcome = try course.gradus("build")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("value-mismatch"))
    #expect(outcome.errors.contains("the site is not written, because not everything in it holds"))
    #expect(try course.contents(of: "site/public") == site)
    #expect(course.names(in: "site") == ["public"])
  }

  @Test func aFolderThatNoBuildHasWrittenIsRefusedAndLeftAlone() throws {
    let course = try ScratchCourse(["a": Self.text])
    let photos = course.path("photos")
    try FileManager.default.createDirectory(atPath: photos, withIntermediateDirectories: true)
    try course.write("sea", to: "photos/sea.txt")
    let outcome = try course.gradus("build", "--out", "photos")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("photos is not a folder that a build of the site has written"))
    #expect(course.names(in: "photos") == ["sea.txt"])
  }

  @Test func aPageThatWasChangedOrRemovedByHandIsPutRight() throws {
    let course = try ScratchCourse(["a": Self.text])
    #expect(try course.gradus("build").status == 0)
    let site = try course.contents(of: "site/public")
    try course.write("other", to: "site/public/a.html")
    try FileManager.default.removeItem(atPath: course.path("site/public/style.css"))
    #expect(try course.gradus("build").status == 0)
    #expect(try course.contents(of: "site/public") == site)
  }

  @Test func aFormulaThatKaTeXRejectsIsAFindingWithItsLine() throws {
    let course = try ScratchCourse(["a": "# A\n\nHere is $\\frobnicate{x}$.\n"])
    let outcome = try course.gradus("build")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("lessons/a.md:3:10: error: this formula can't be typeset"))
    #expect(outcome.output.contains("\\frobnicate"))
    #expect(course.names(in: "").contains("site") == false)
  }

  @Test func twoBuildsAtOnceBothEndWellAndTheSiteIsWhole() throws {
    let course = try ScratchCourse(["a": Self.text, "b": Self.text])
    let runs = try (0..<2).map { _ in try Gradus.start(["build"], in: course.folder) }
    let outcomes = runs.map { $0.finish() }
    #expect(outcomes.map(\.status) == [0, 0], "\(outcomes.map(\.errors))")
    let site = try course.contents(of: "site/public")
    #expect(try course.gradus("build", "--out", "again", "--no-cache").status == 0)
    #expect(try course.contents(of: "again") == site)
    #expect(course.names(in: "site") == ["public"])
  }

  @Test(.enabled(if: Isolation.isPossible))
  func anOutputThatCantBeWrittenIsNamedAndTheOldSiteStays() throws {
    let course = try ScratchCourse(["a": Self.text])
    #expect(try course.gradus("build").status == 0)
    let site = try course.contents(of: "site/public")
    try course.write(Self.text + "\nMore.\n", to: "lessons/a.md")
    let outcome = try course.gradus("build", wrapper: Isolation.readOnly(course.path("site")))
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("cannot be written to site/public: Read-only file system"))
    #expect(try course.contents(of: "site/public") == site)
  }

  @Test(.enabled(if: Isolation.isPossible))
  func aCacheThatCantBeWrittenIsAWarningAndTheSiteIsBuilt() throws {
    let course = try ScratchCourse(["a": Self.text])
    try FileManager.default.createDirectory(
      atPath: course.path(".gradus"), withIntermediateDirectories: false)
    let outcome = try course.gradus("build", wrapper: Isolation.readOnly(course.path(".gradus")))
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("warning: results are not kept: "))
    #expect(course.names(in: "site/public").contains("a.html"))
    #expect(course.names(in: ".gradus") == [])
  }

  @Test(.enabled(if: Isolation.isPossible))
  func aDiskThatIsFullIsNamedAndTheOldSiteStays() throws {
    let course = try ScratchCourse(["a": Self.text])
    #expect(try course.gradus("build", "--out", "small/site").status == 0)
    let pages = try course.contents(of: "small/site")
    // The same site on a disk that has no room for a second one.
    let script = """
      cp -r "$1" small/site && before=$(cat small/site/*.html | cksum)
      echo More. >> lessons/a.md
      head -c 100000000 /dev/zero > small/filling 2>&-
      "$0" build --out small/site
      status=$?
      after=$(cat small/site/*.html | cksum)
      [ "$before" = "$after" ] && ls -A small && exit $status
      """
    let size = pages.values.map { $0.count + 8192 }.reduce(0, +)
    try FileManager.default.moveItem(
      atPath: course.path("small/site"), toPath: course.path("kept"))
    let shell = try Gradus.run(
      [course.path("kept")], in: course.folder,
      wrapper: Isolation.smallDisk(course.path("small"), bytes: size) + ["/bin/sh", "-c", script])
    #expect(shell.status == 1)
    #expect(shell.errors.contains("No space left on device. What stood there before is unchanged"))
    #expect(shell.output.hasSuffix("filling\nsite\n"))
  }

  @Test(.enabled(if: Isolation.isPossible), arguments: [8192, 24576])
  func noRoomForALessonsProgramIsNoFaultOfTheLessons(bytes: Int) throws {
    let course = try ScratchCourse(["a": Self.text])
    try FileManager.default.createDirectory(
      atPath: course.path("small"), withIntermediateDirectories: false)
    let outcome = try course.gradus(
      "verify", environment: ["GRADUS_CACHE": course.path("small/cache")],
      wrapper: Isolation.smallDisk(course.path("small"), bytes: bytes))
    #expect(outcome.status == 1)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("No space left on device"))
  }

  @Test func anOutputThatHoldsTheCourseIsRefusedAndTheSourcesStay() throws {
    let course = try ScratchCourse(["a": lesson("let x = 1 // = 1")])
    #expect(try course.gradus("build", "--out", "public").status == 0)
    try FileManager.default.moveItem(
      atPath: course.path("lessons"), toPath: course.path("public/l"))
    let outcome = try course.gradus("build", "public/l", "--out", "public")
    #expect(outcome.status == 2)
    #expect(
      outcome.errors.contains("`public` holds public/l, which a site can't take the place of"))
    #expect(course.names(in: "public/l") == ["a.md", "course.yaml"])
  }

  @Test func whatIsNotOfTheSiteStaysInItsFolder() throws {
    let course = try ScratchCourse(["a": lesson("let x = 1 // = 1")])
    #expect(try course.gradus("build", "--out", "public").status == 0)
    try course.write("course.example", to: "public/CNAME")
    try course.write(lesson("let x = 2 // = 2"), to: "lessons/a.md")
    #expect(try course.gradus("build", "--out", "public").status == 0)
    #expect(try course.text("public/CNAME") == "course.example")
    #expect(try course.text("public/a.html").contains("2"))
  }
}
