import FileSystem
import Glibc
import Testing

@testable import LessonRunner

@Suite struct PackageManagerTests {
  @Test func itsProgramsAreThoseOfTheToolchainAndTheirLinesComeOneByOne() throws {
    try withScratch { folder in
      let program = folder + "/bin/swift-build"
      try Files.write(
        "#!/bin/sh\nprintf '[1/2] a'; sleep 0.05; printf 'b %s\\nrest' \"$1\"\n"
          + "echo \"${PATH%%:*} ${SWIFTPM_TESTS_LLBUILD-none}\" >&2\n", at: program)
      chmod(program, 0o755)
      var lines: [String] = []
      let outcome = try PackageManager(.sample(root: folder), spareHome: folder)
        .run("swift-build", ["--x"]) { lines.append(String($0)) }
      #expect(lines == ["[1/2] ab --x"])
      #expect(outcome.errors == Array("\(folder)/bin none\n".utf8))
    }
  }
}
