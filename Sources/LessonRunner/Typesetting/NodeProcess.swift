import FileSystem

/// One run of Node: a script is given its standard input and gives back its standard output.
enum NodeProcess {
  /// Runs a script to its end.
  static func run(
    _ script: String, _ arguments: [String], input: [UInt8], cancellation: Cancellation
  ) throws(TypesettingError) -> [UInt8] {
    guard let program = Environment.program("node", "nodejs") else {
      throw .missingTool(name: "Node", package: "nodejs")
    }
    let outcome: ChildProcess.Outcome
    do throws(ProcessError) {
      outcome = try ChildProcess(
        program: program, arguments: [script] + arguments, input: input, seconds: 120,
        cancellation: cancellation
      ).run()
    } catch {
      throw .process(error)
    }
    guard outcome.ending == .exited(0) else {
      let text = String(decoding: outcome.errors, as: UTF8.self)
      throw text.isEmpty ? TypesettingError.ended(outcome.ending) : .failed(text)
    }
    return outcome.output
  }
}
