import FileSystem
import Testing

@testable import LessonRunner

struct NodeProcessTests {
  private func run(_ script: String, _ input: String = "") throws -> String {
    try withScratch { folder in
      let path = folder + "/script.js"
      try Files.write(script, at: path)
      let outcome = try NodeProcess.run(
        path, ["a b"], input: Array(input.utf8), cancellation: Cancellation())
      if let failure = NodeProcess.failure(of: outcome) { throw failure }
      return String(decoding: outcome.output, as: UTF8.self)
    }
  }

  @Test func scriptIsGivenItsArgumentsAndInputAndGivesItsOutput() throws {
    let script = """
      process.stdout.write(process.argv[2] + require("fs").readFileSync(0, "utf8"));
      """
    #expect(try run(script, "≈\n") == "a b≈\n")
  }

  @Test func whatAScriptSaysBeforeItGivesUpIsTheReason() {
    let error = TypesettingError.failed("out of ink")
    #expect(throws: error) {
      try run("process.stderr.write('out of ink'); process.exitCode = 1;")
    }
  }
}
