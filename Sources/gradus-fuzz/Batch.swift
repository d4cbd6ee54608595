import FileSystem
import Glibc
import LessonFormat

/// What a reader promised and did not keep.
struct Broken: Error {
  let promise: String
}

func expect(_ holds: Bool, _ promise: @autoclosure () -> String) throws {
  if !holds { throw Broken(promise: promise()) }
}

/// Runs cases in this process, and writes before each its number.
struct Batch {
  let seeds: Seeds
  let options: Options

  /// The processor time that a case may take; the signal ends the process.
  private static let seconds = 3
  /// The status of a process that ends because the next case needs another.
  static let startAgain: Int32 = 75

  /// Runs an input that was kept.
  func run(_ path: String) {
    guard let bytes = try? Files.read(path),
      let kind = CaseKind(rawValue: String(path.split(separator: ".").last ?? ""))
    else {
      writeLine("gradus-fuzz: \(path) is no input that was kept", to: 2)
      exit(2)
    }
    run([(0, FuzzCase(kind: kind, bytes: bytes))])
  }

  func run(_ cases: Range<Int>) {
    run(cases.lazy.map { ($0, FuzzCase(number: $0, seeds: seeds, options: options)) })
  }

  private func run(_ cases: some Sequence<(Int, FuzzCase)>) {
    var noCores = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &noCores)
    guard let scratch = makeScratch() else { exit(2) }
    defer { Files.remove(scratch) }
    for (number, input) in cases {
      writeLine("case \(number)")
      var timer = itimerval(
        it_interval: timeval(), it_value: timeval(tv_sec: Self.seconds, tv_usec: 0))
      setitimer(__itimer_which_t(ITIMER_VIRTUAL.rawValue), &timer, nil)
      do {
        try input.run(scratch: scratch)
      } catch let broken as Broken {
        writeLine("broken \(number) \(broken.promise)")
      } catch {
        writeLine("broken \(number) \(error)")
      }
      // What was given up still runs here, at the cost of the cases after it.
      if SwiftCode.abandonedCount > 0 {
        Files.remove(scratch)
        _exit(Self.startAgain)
      }
    }
  }

  private func makeScratch() -> String? {
    var name = Array("/tmp/gradus-fuzz-XXXXXX".utf8CString)
    return mkdtemp(&name).map { String(cString: $0) }
  }
}
