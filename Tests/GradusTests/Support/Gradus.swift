import Foundation

/// The command as it was built with the tests, run as a user runs it.
enum Gradus {
  /// What a run of it brought.
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
  }

  /// The folder that the tests were built into holds `gradus` and `lesson-host` too.
  static let program: String = {
    let bundles =
      CommandLine.arguments.filter { $0.hasSuffix(".xctest") } + [Bundle.main.bundlePath]
    let folders = bundles.map { path in
      path.hasSuffix(".xctest") ? URL(fileURLWithPath: path).deletingLastPathComponent().path : path
    }
    let programs = folders.map { $0 + "/gradus" }
    return programs.first(where: FileManager.default.isExecutableFile) ?? "/no/gradus/is/built"
  }()

  /// Runs it to its end.
  ///
  /// - Parameters:
  ///   - words: The command line.
  ///   - folder: The folder that it works in.
  ///   - input: What it finds on its standard input.
  ///   - environment: Variables in addition to those of the tests.
  ///   - wrapper: A program and its arguments that start it, such as `bwrap`.
  ///   - program: The command's own program, where it is not the one that was built.
  static func run(
    _ words: [String], in folder: String, input: [UInt8] = [],
    environment: [String: String] = [:], wrapper: [String] = [], program: String = program
  ) throws -> Outcome {
    let running = try start(
      words, in: folder, input: input, environment: environment, wrapper: wrapper,
      program: program)
    return running.finish()
  }

  /// Starts it.
  static func start(
    _ words: [String], in folder: String, input: [UInt8] = [],
    environment: [String: String] = [:], wrapper: [String] = [], program: String = program
  ) throws -> Running {
    let command = wrapper + [program] + words
    let process = Process()
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments = Array(command.dropFirst())
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    var variables = ProcessInfo.processInfo.environment
    for name in ["GRADUS_CACHE", "NO_COLOR"] { variables[name] = nil }
    process.environment = variables.merging(environment) { $1 }
    let files = (0..<3).map { number in
      let path = NSTemporaryDirectory() + "gradus-test-\(UUID().uuidString)-\(number)"
      _ = FileManager.default.createFile(atPath: path, contents: number == 0 ? Data(input) : nil)
      return path
    }
    process.standardInput = FileHandle(forReadingAtPath: files[0])
    process.standardOutput = FileHandle(forWritingAtPath: files[1])
    process.standardError = FileHandle(forWritingAtPath: files[2])
    try process.run()
    return Running(process: process, files: files)
  }

  /// A run that goes on.
  struct Running {
    let process: Process
    fileprivate let files: [String]

    func finish() -> Outcome {
      process.waitUntilExit()
      let texts = files[1...].map { path in
        String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
      }
      for file in files { try? FileManager.default.removeItem(atPath: file) }
      let isSignal = process.terminationReason == .uncaughtSignal
      return Outcome(
        status: isSignal ? 128 + process.terminationStatus : process.terminationStatus,
        output: texts[0], errors: texts[1])
    }
  }
}
