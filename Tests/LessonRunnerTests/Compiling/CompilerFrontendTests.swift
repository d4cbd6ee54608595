import Testing

@testable import LessonRunner

@Suite struct CompilerFrontendTests {
  private let process = CompilerFrontend(
    toolchain: .sample(root: "/t", modules: "/l/Modules", flags: ["-Xcc", "-I/c"]),
    moduleCache: "/m", home: "/h"
  ).process(["-typecheck"], source: "/s/a.swift", module: "lesson_a")

  @Test func theCompilerIsRunWithoutItsDriver() {
    #expect(process.program == "/t/bin/swift-frontend")
    #expect(process.arguments.prefix(2) == ["-frontend", "-typecheck"])
  }

  @Test func aLessonIsCompiledAgainstTheLibraryAsBuilt() throws {
    for (option, value) in [
      ("-primary-file", "/s/a.swift"), ("-module-name", "lesson_a"), ("-I", "/l/Modules"),
      ("-module-cache-path", "/m"), ("-swift-version", "5"), ("-Xcc", "-I/c"),
    ] {
      let index = try #require(process.arguments.firstIndex(of: option))
      #expect(process.arguments[index + 1] == value)
    }
  }

  @Test func whatLanguageMode6AcceptsIsAccepted() throws {
    let arguments = process.arguments
    let features = zip(arguments, arguments.dropFirst()).filter {
      $0.0 == "-enable-upcoming-feature"
    }
    #expect(features.map(\.1).contains("BareSlashRegexLiterals"))
  }

  @Test func theCompilerSeesNothingOfTheUsersEnvironment() {
    #expect(
      process.environment == [
        "PATH": "/t/bin", "LC_ALL": "C.UTF-8", "HOME": "/h", "TMPDIR": "/h",
      ])
    #expect(process.seconds == 60 && process.memory == 4 << 30)
  }
}
