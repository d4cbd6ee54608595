import FileSystem

/// One run of Node: a script is given its standard input, and writes to its standard output.
enum NodeProcess {
  /// Runs a script to its end.
  static func run(
    _ script: String, _ arguments: [String], input: [UInt8], cancellation: Cancellation
  ) throws(TypesettingError) -> ChildProcess.Outcome {
    guard let program = Environment.program("node", "nodejs") else {
      throw .missingTool(name: "Node", package: "nodejs")
    }
    do throws(ProcessError) {
      return try ChildProcess(
        program: program, arguments: ["--max-old-space-size=\(megabytes)", script] + arguments,
        input: input, seconds: 120, cancellation: cancellation
      ).run()
    } catch {
      throw .process(error)
    }
  }

  /// The memory that what a script makes may take: what takes more ends Node.
  private static let megabytes = 512

  /// Why a run is no good; nil for one that came to its end.
  static func failure(of outcome: ChildProcess.Outcome) -> TypesettingError? {
    guard outcome.ending != .exited(0) else { return nil }
    let text = String(decoding: outcome.errors, as: UTF8.self)
    return text.isEmpty ? .ended(outcome.ending) : .failed(text)
  }
}
