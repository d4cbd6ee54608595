import LessonKit

/// Runs a lesson's compiled program in the sandbox.
package struct ProgramRunner: Sendable {
  let sandbox: Sandbox
  /// The folder that holds the lesson and its `data`.
  let course: String

  /// What came of a run: nothing in it is judged or cut yet.
  package struct Run {
    var ending: ChildProcess.Ending
    /// What the program wrote to its standard error.
    var said: String
    var records: [Record]

    /// - Parameters:
    ///   - said: What the program wrote to its standard error.
    ///   - records: With the lesson's own numbers.
    package init(ending: ChildProcess.Ending, said: String, records: [Record]) {
      self.ending = ending
      self.said = said
      self.records = records
    }
  }

  /// Runs a shared object by its entries, in order.
  ///
  /// - Parameters:
  ///   - numbering: What the program's numbers stand for; the records that come back have the lesson's own.
  ///   - filled: Variables that have no value yet, whose bytes are set before the program starts, and the
  ///     byte that they get.
  ///   - seconds: How long it may take, if that is less than any lesson may.
  /// - Throws: When the program never started, because of the sandbox or the host.
  func run(
    _ library: String, entries: [String], numbering: ProgramNumbering,
    filled: (places: [GlobalVariables.Place], byte: UInt8) = ([], 0), seconds: Double = .infinity
  ) throws(ProcessError) -> Run {
    let boundary = Self.randomBoundary()
    var folder: RunFolder?
    if sandbox.isolation == .landlock {
      folder = try RunFolder(beside: library, data: Sandbox.data(of: course))
    }
    defer { folder?.remove() }
    var sandbox = sandbox
    sandbox.limits.seconds = min(sandbox.limits.seconds, seconds)
    var process = sandbox.process(
      program: library, entry: entries.joined(separator: ","), course: course, in: folder)
    let places = filled.places.map { "\($0.offset):\($0.size):\(filled.byte)" }
      .joined(separator: ",")
    process.input = Array("\(boundary)\n\(places)\n".utf8)
    let ran = try process.run()
    let run = Run(
      ending: ran.ending, said: String(decoding: ran.errors, as: UTF8.self),
      records: RecordReader.read(ran.output, boundary: boundary).map(numbering.read))
    if run.neverStarted {
      throw ProcessError(
        program: process.program,
        cause: .ranNothing(said: EndingClassifier.firstLines(run.said)))
    }
    return run
  }

  /// 128 bits, as 32 hexadecimal digits.
  private static func randomBoundary() -> String {
    (0..<4).map { _ in
      let digits = String(UInt32.random(in: 0...UInt32.max), radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }
}

extension ProgramRunner.Run {
  /// Whether the lesson never started, because of the sandbox or the host.
  var neverStarted: Bool {
    records.isEmpty && loadFailure == nil
      && (said.hasPrefix("bwrap:") || said.hasPrefix(LessonRecorder.HostMessage.failurePrefix))
  }

  /// Why the loader did not take the lesson's program, in its words; nil when it did, or when a file that
  /// is no part of the program is missing.
  var loadFailure: String? {
    let line = said.prefix { !$0.isNewline }
    guard records.isEmpty, line.hasPrefix(LessonRecorder.HostMessage.loadFailurePrefix),
      !line.contains("cannot open shared object file"), let path = line.firstRange(of: ": ")
    else { return nil }
    // The path of the program, as the sandbox has it, says nothing to an author.
    let rest = line[path.upperBound...]
    return String(rest.firstRange(of: ": ").map { rest[$0.upperBound...] } ?? rest)
  }
}
