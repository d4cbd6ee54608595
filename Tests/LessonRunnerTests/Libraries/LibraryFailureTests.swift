import Testing

@testable import LessonRunner

@Suite struct LibraryFailureTests {
  @Test func errorsWithAPlaceAreFoundInWhatABuildPrintsEachOnce() {
    let said = """
      [4/9] Compiling Fractions Fraction.swift
      /p/Sources/F/A.swift:17:12: error: value of type 'F' has no member 'x'
       8 |
         |  `- error: value of type 'F' has no member 'x'
      /p/Sources/F/A.swift:17:12: error: value of type 'F' has no member 'x'
      /p/odd: name.c:3:1: error: expected ';': here
      error: fatalError
      """
    #expect(
      LibraryError.read(said) == [
        LibraryError(
          file: "/p/Sources/F/A.swift", line: 17, column: 12,
          text: "value of type 'F' has no member 'x'"),
        LibraryError(file: "/p/odd: name.c", line: 3, column: 1, text: "expected ';': here"),
      ])
  }

  @Test func withoutAPlaceThePackageManagersOwnWordsAreTheMessage() {
    let failure = LibraryFailure.build(
      said: "warning: x\nerror: no such module 'y'\nerror: emit-module failed with exit code 1\n",
      package: "/p")
    guard case .unbuildable(let said, let package) = failure else {
      Issue.record("there is no place in it")
      return
    }
    #expect(said == "no such module 'y'" && package == "/p")
  }
}
