import Courseware
import FileSystem
import Glibc
import LessonRunner
import Synchronization

/// Where gradus writes: reports to standard output, all else to standard error.
struct Terminal: Sendable {
  let colors: Bool
  let quiet: Bool
  private let verbose: Bool
  private let showsProgress: Bool
  private let start = Clock.seconds

  /// Work that takes longer says how far it is, even where no terminal shows it.
  private static let longWork = 2.0

  init(_ arguments: Arguments) {
    quiet = arguments.has(.quiet)
    verbose = arguments.has(.verbose)
    let isTerminal = isatty(1) == 1
    // Such a terminal understands no escapes.
    let isDumb = Environment.value("TERM") == "dumb"
    switch arguments.color {
    case .always: colors = true
    case .never: colors = false
    case .auto:
      colors = isTerminal && !isDumb && (Environment.value("NO_COLOR") ?? "").isEmpty
    }
    showsProgress = isatty(2) == 1 && !isDumb
  }

  /// Writes to standard output.
  func write(_ text: String) { Self.put(text, to: 1) }

  /// Writes a line of the report that --quiet leaves out.
  func say(_ line: String) {
    if !quiet { Self.put(PlainText.shown(line) + "\n", to: 1) }
  }

  /// Says how far work is: one line that changes on a terminal; elsewhere plain lines, of work
  /// that is long or with --verbose.
  private func progress(_ line: String) {
    guard !quiet else { return }
    let line = PlainText.shown(line)
    if showsProgress {
      Self.put("\r\u{1B}[2K\(line)", to: 2)
    } else if verbose || Clock.seconds - start > Self.longWork {
      Self.put(line + "\n", to: 2)
    }
  }

  /// Says what a course is doing.
  func show(_ progress: CourseProgress) {
    switch progress {
    case .preparing(let what): self.progress(what)
    case .ran(let lesson, let count, let total):
      self.progress("ran \(lesson) (\(count) of \(total))")
    case .warning(let message): warn(message)
    case .done: endProgress()
    }
  }

  private func endProgress() {
    if showsProgress, !quiet { Self.put("\r\u{1B}[2K", to: 2) }
  }

  func warn(_ message: String) {
    endProgress()
    Self.put("gradus: warning: \(PlainText.shown(message))\n", to: 2)
  }

  /// What went wrong, and what to do about it.
  static func fail(_ message: String, remedy: String) {
    put("gradus: error: \(PlainText.shown(message))\n", to: 2)
    if !remedy.isEmpty { put("  help: \(PlainText.shown(remedy))\n", to: 2) }
  }

  /// Whether a person can be asked.
  static var isInteractive: Bool { isatty(0) == 1 && isatty(1) == 1 }

  /// Why standard output could not be written, or nil.
  static var failureOfOutput: String? {
    let code = outputFailure.load()
    return code == 0 ? nil : String(cString: strerror(code))
  }

  private static let outputFailure = FirstFailure()

  private static func put(_ text: String, to file: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      if count < 0 {
        // A reader that went away has read what it wanted.
        if file == 1, errno != EPIPE { outputFailure.store(errno) }
        return
      }
      bytes = bytes.dropFirst(count)
    }
  }
}

/// The first error number that was noted; 0 for none.
private final class FirstFailure: Sendable {
  private let code = Mutex<Int32>(0)

  func store(_ new: Int32) {
    code.withLock { if $0 == 0 { $0 = new } }
  }

  func load() -> Int32 { code.withLock { $0 } }
}
