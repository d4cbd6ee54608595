import Dispatch
import FileSystem
import Glibc
import LessonRunner
import Synchronization

/// Runs all cases in batches, each a process of its own, so that one that crashes ends only itself.
struct Campaign {
  let seeds: Seeds
  let options: Options

  private static let batch = 1000
  /// A batch that sleeps would never use up the time that its cases have.
  private static let secondsPerBatch = 300.0
  private static let mostFindings = 40

  /// Whether nothing was found.
  func run() -> Bool {
    let began = Clock.seconds
    let work = Ranges(0..<options.cases, by: Self.batch)
    DispatchQueue.concurrentPerform(iterations: options.jobs) { _ in
      while let cases = work.next() { run(cases, work) }
    }
    let seconds = Int(Clock.seconds - began)
    let found = work.findings
    writeLine(
      "\(options.cases) cases of seed \(options.seed) in \(seconds) s: \(found) found")
    return found == 0
  }

  /// Runs cases, starting again behind each one that ended its process.
  private func run(_ cases: Range<Int>, _ work: Ranges) {
    var left = cases
    while !left.isEmpty, work.findings < Self.mostFindings {
      let outcome: ChildProcess.Outcome
      do throws(ProcessError) {
        outcome = try ChildProcess(
          program: Files.thisProgram, arguments: options.arguments(for: left),
          environment: ["SWIFT_BACKTRACE": "enable=no", "LC_ALL": "C.UTF-8"],
          seconds: Self.secondsPerBatch
        ).run()
      } catch {
        writeLine("gradus-fuzz: \(error.reason)", to: 2)
        exit(2)
      }
      let lines = String(decoding: outcome.output, as: UTF8.self).split(separator: "\n")
      for line in lines where line.hasPrefix("broken ") {
        let fields = line.dropFirst("broken ".count).split(separator: " ", maxSplits: 1)
        report(Int(fields[0]) ?? -1, String(fields.last ?? ""), work)
      }
      guard outcome.ending != .exited(0) else { return }
      let last = lines.last { $0.hasPrefix("case ") }.flatMap { Int($0.dropFirst(5)) }
      guard let last, left.contains(last) else {
        report(left.lowerBound, "the process did not start: \(outcome.ending)", work)
        return
      }
      if outcome.ending != .exited(Batch.startAgain) { report(last, words(for: outcome), work) }
      left = last + 1..<left.upperBound
    }
  }

  private func words(for outcome: ChildProcess.Outcome) -> String {
    if outcome.ending == .signalled(SIGVTALRM) { return "took too long" }
    let said = String(decoding: outcome.errors, as: UTF8.self).split(separator: "\n")
    return "crashed (\(outcome.ending)): \(said.first ?? "without a word")"
  }

  private func report(_ number: Int, _ what: String, _ work: Ranges) {
    let input = FuzzCase(number: number, seeds: seeds, options: options)
    let path = "\(options.folder)/\(options.seed)-\(number).\(input.kind.rawValue)"
    try? Files.createFolder(options.folder)
    try? Files.write(input.bytes, to: path)
    work.found("seed \(options.seed), case \(number), \(input.kind.rawValue): \(what)\n  \(path)")
  }
}

/// Ranges of cases, taken by several threads, and what they found.
private final class Ranges: Sendable {
  private struct State {
    var rest: Range<Int>
    var findings = 0
  }

  private let state: Mutex<State>
  private let size: Int

  init(_ all: Range<Int>, by size: Int) {
    state = Mutex(State(rest: all))
    self.size = size
  }

  func next() -> Range<Int>? {
    state.withLock { state in
      let taken = state.rest.prefix(size)
      state.rest = state.rest.dropFirst(size)
      return taken.isEmpty ? nil : taken
    }
  }

  func found(_ text: String) {
    state.withLock { state in
      state.findings += 1
      writeLine(text)
    }
  }

  var findings: Int { state.withLock { $0.findings } }
}
