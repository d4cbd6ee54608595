import FileSystem
import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct LibraryFailureReportTests {
  private let course: Course = {
    var course = Course(folder: "", title: "A")
    course.file = SourceFile(
      path: "course.yaml", text: "title: A\nlibrary:\n  package: ../q\n")
    course.libraryPlaces.library = SourcePosition(line: 2, column: 1)
    return course
  }()
  private let place = SourcePosition(line: 3, column: 12)

  @Test(arguments: [
    (
      LibraryFailure.UnknownName.package("../q", folder: "/q", exists: false, nearest: nil),
      "there is no package `../q`: /q does not exist",
      "write the package's folder, as seen from the course's folder"
    ),
    (
      .package("../q", folder: "/q", exists: true, nearest: "../p"),
      "`../q` is no Swift package: /q has no Package.swift", "did you mean `../p`?"
    ),
    (
      .product("Fractions", package: "/p", libraries: ["Fraction"], isProgram: false),
      "the package /p has no library `Fractions`", "did you mean `Fraction`?"
    ),
    (
      .product("run", package: "/p", libraries: ["A", "B"], isProgram: true),
      "the package /p has no library `run`, but a program of this name",
      "its libraries are `A`, `B`"
    ),
    (
      .product("run", package: "/p", libraries: [], isProgram: false),
      "the package /p has no library `run`", "give the package a `.library` product"
    ),
    (
      .module("X", package: "/p", modules: ["Alpha"]),
      "`imports` names `X`, which the package /p does not provide", "its modules are `Alpha`"
    ),
  ])
  func anUnknownNameIsToldWithWhatIsThere(
    name: LibraryFailure.UnknownName, message: String, remedy: String
  ) {
    let words = LibraryFailure.unknown(name, place: nil).words
    #expect(words.message == message && words.remedy == remedy)
  }

  @Test func anUnknownNameIsAFindingWhereTheCourseNamesIt() throws {
    let failure = LibraryFailure.unknown(
      .product("Q", package: "/p", libraries: [], isProgram: false), place: place)
    let results = try #require(failure.results(course: course))
    let finding = try #require(results.first?.checks.first { !$0.isConsequence })
    #expect(finding.rule == .badFrontMatter && finding.position == place)
    #expect(finding.message == failure.words.message)
    #expect(failure.results(course: nil) == nil)
  }

  @Test func aPackageThatCannotBeBuiltIsAFindingInTheLineOfTheLibrary() throws {
    let failure = LibraryFailure.unbuildable(said: "no such module 'y'", package: "/p")
    let finding = try #require(
      failure.results(course: course)?.first?.checks.first { !$0.isConsequence })
    #expect(finding.rule == .doesNotCompile && finding.position.line == 2)
    #expect(finding.message == "the package /p can't be built: no such module 'y'")
  }

  @Test func errorsInTheLibraryAreFindingsInItsFiles() throws {
    try withScratch { folder in
      try Files.write("let é = a\n", at: folder + "/A.swift")
      let path = Files.relative(folder + "/A.swift")
      let failure = LibraryFailure.errors([
        LibraryError(file: path, line: 1, column: 10, text: "cannot find 'a' in scope"),
        LibraryError(file: "/nonexistent.swift", line: 7, column: 1, text: "wrong"),
      ])
      let results = try #require(failure.results(course: nil))
      #expect(results.map(\.file.path) == [path, "/nonexistent.swift"])
      let finding = try #require(results[0].checks.first { !$0.isConsequence })
      // The compiler counts é as two.
      #expect(finding.position == SourcePosition(line: 1, column: 9))
      #expect(finding.remedy == "fix the library: no lesson can run before it compiles")
      #expect(
        failure.words.message.hasSuffix("/nonexistent.swift:7:1: error: wrong"))
    }
  }

  @Test func whatThisMachineLacksIsNoFindingInACourse() {
    let failure = LibraryFailure.missing(.toolchain)
    #expect(failure.results(course: course) == nil)
    #expect(failure.words.message == MissingTool.toolchain.what)
  }
}
