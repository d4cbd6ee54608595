import CLessonRunner
import FileSystem
import Glibc

/// Runs a program to its end, within limits, and keeps what it writes.
public struct ChildProcess: Sendable {
  var program: String
  var arguments: [String]
  var environment: [String: String]
  /// Where it starts; nil for this process's own folder.
  var folder: String?
  /// What it is given on its standard input.
  var input: [UInt8] = []
  /// The wall-clock time after which it is killed.
  var seconds: Double
  /// The most it may write to its standard output before it is killed.
  var outputLimit = 1 << 28
  /// The bytes of address space it may use; 0 for no limit of its own.
  var memory: UInt64 = 0
  /// Ends it from another thread.
  var cancellation = Cancellation()
  /// What its processes may take together; nil for whatever they want.
  var watch: ResourceWatch?
  /// What keeps it from the rest of the machine.
  var confinement = Confinement.trusted
  /// Whether it may start others, which then end with it. What is trusted sees to that by itself.
  var startsOthers = true

  /// Whether its process is a guard that ends all that has come of it.
  private var isGuarded: Bool { confinement != .trusted && startsOthers }

  /// How a program ended.
  public enum Ending: Hashable, Sendable {
    /// By itself, with a status.
    case exited(Int32)
    /// By a signal that gradus did not send.
    case signalled(Int32)
    /// Killed, because it went past the limit of time.
    case timedOut
    /// Killed, because it went past the limit of output.
    case wroteTooMuch
    /// Killed, because its processes together went past the limit of memory.
    case tookTooMuch

    /// What the kernel's `waitpid` gave: a signal in the low seven bits, or else a status.
    init(waitStatus status: Int32) {
      self = status & 0x7F == 0 ? .exited((status >> 8) & 0xFF) : .signalled(status & 0x7F)
    }
  }

  /// What came of running a program.
  public struct Outcome: Sendable {
    /// How it ended.
    public var ending: Ending
    /// What it wrote to its standard output.
    public var output: [UInt8]
    /// What it wrote to its standard error, or the start of it.
    public var errors: [UInt8]
  }

  /// A program with its arguments and limits. It sees no environment but the one given.
  ///
  /// - Parameters:
  ///   - folder: Where it starts; nil for this process's own folder.
  ///   - input: What it is given on its standard input.
  ///   - seconds: The wall-clock time after which it is killed.
  ///   - outputLimit: The most bytes that it may write to its standard output before it is killed.
  ///   - memory: The bytes of address space it may use; 0 for no limit of its own.
  ///   - cancellation: Ends it from another thread.
  public init(
    program: String, arguments: [String], environment: [String: String] = [:],
    folder: String? = nil, input: [UInt8] = [], seconds: Double, outputLimit: Int = 1 << 28,
    memory: UInt64 = 0, cancellation: Cancellation = Cancellation()
  ) {
    self.program = program
    self.arguments = arguments
    self.environment = environment
    self.folder = folder
    self.input = input
    self.seconds = seconds
    self.outputLimit = outputLimit
    self.memory = memory
    self.cancellation = cancellation
  }

  /// The errors' text is cut here, in the middle of a flood.
  private static let errorLimit = 1 << 18

  /// - Parameter wrote: called with what the program writes to its standard output, as it comes.
  /// - Throws: when it can't be started, or is cancelled.
  public func run(wrote: (ArraySlice<UInt8>) -> Void = { _ in }) throws(ProcessError) -> Outcome {
    var input = try openPipe()
    var output = try openPipe()
    var errors = try openPipe()
    defer {
      input.close()
      output.close()
      errors.close()
    }
    if cancellation.isCancelled { throw ProcessError(program: program, cause: .cancelled) }
    let process = try start(input: input.read, output: output.write, errors: errors.write)
    cancellation.began(process, isGuard: isGuarded)
    input.closeRead()
    output.closeWrite()
    errors.closeWrite()
    let outcome = collect(process, &input, output.read, errors.read, wrote)
    if cancellation.isCancelled { throw ProcessError(program: program, cause: .cancelled) }
    return outcome
  }

  private func openPipe() throws(ProcessError) -> Pipe {
    var ends: [Int32] = [0, 0]
    let status = child_pipe(&ends)
    guard status == 0 else {
      throw ProcessError(program: program, cause: .notStarted(code: -status))
    }
    return Pipe(read: ends[0], write: ends[1])
  }

  private func start(input: Int32, output: Int32, errors: Int32) throws(ProcessError) -> pid_t {
    let argumentList = CStrings([program] + arguments)
    let environmentList = CStrings(environment.map { "\($0.key)=\($0.value)" }.sorted())
    let reach = confinement.reach
    let readable = CStrings(reach?.readable ?? [])
    let unlisted = CStrings(reach?.unlisted ?? [])
    let writable = CStrings(reach?.writable ?? [])
    defer {
      for list in [argumentList, environmentList, readable, unlisted, writable] { list.free() }
    }
    func startOnce() -> pid_t {
      program.withCString { path in
        (folder ?? ".").withCString { folder in
          var request = child_request(
            path: path, arguments: argumentList.pointers, environment: environmentList.pointers,
            folder: folder, input: input, output: output, errors: errors, memory: memory,
            confinement: confinement.kind, is_guarded: isGuarded ? 1 : 0,
            readable: readable.pointers,
            writable: writable.pointers, unlisted: unlisted.pointers,
            becomes_user: reach?.becomesUser == true ? 1 : 0)
          return child_start(&request)
        }
      }
    }
    var process = startOnce()
    // One that was just written may still be open in a child that another thread is starting.
    for _ in 0..<200 where process == -ETXTBSY {
      usleep(10_000)
      process = startOnce()
    }
    guard process > 0 else {
      throw ProcessError(program: program, cause: .notStarted(code: -process))
    }
    return process
  }

  /// Reads both pipes until they close or a limit is passed, then waits for the end.
  private func collect(
    _ process: pid_t, _ input: inout Pipe, _ output: Int32, _ errors: Int32,
    _ wrote: (ArraySlice<UInt8>) -> Void
  ) -> Outcome {
    var outcome = Outcome(ending: .exited(0), output: [], errors: [])
    var killed: Ending?
    var looks = ResourceLooks(watch)
    let deadline = Clock.seconds + seconds
    var open = [
      pollfd(fd: output, events: Int16(POLLIN), revents: 0),
      pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
      pollfd(fd: -1, events: Int16(POLLOUT), revents: 0),
    ]
    var given = self.input[...]
    _ = fcntl(input.write, F_SETFL, O_NONBLOCK)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while open[..<2].contains(where: { $0.fd >= 0 }) {
      if given.isEmpty { input.closeWrite() }
      open[2].fd = input.write
      let left = deadline - Clock.seconds
      if left <= 0 {
        killed = killed ?? .timedOut
        end(process)
        break
      }
      let pause = watch == nil ? 60 : ResourceWatch.interval
      if poll(&open, 3, Int32(min(left, pause) * 1000 + 1)) < 0 { continue }
      if killed == nil, looks.findTooMuch(by: process) {
        // What it has written by then is still read.
        killed = .tookTooMuch
        end(process)
      }
      if open[2].fd >= 0, open[2].revents != 0 { given = write(given, to: input.write) }
      for index in 0..<2 where open[index].revents != 0 {
        let count = read(open[index].fd, &buffer, buffer.count)
        if count <= 0 {
          open[index].fd = -1
        } else if index == 0 {
          outcome.output += buffer[..<count]
          wrote(buffer[..<count])
        } else if outcome.errors.count < Self.errorLimit {
          outcome.errors += buffer[..<count]
        }
      }
      if outcome.output.count > outputLimit {
        if killed == nil {
          killed = .wroteTooMuch
          end(process)
        }
        break
      }
    }
    let status = wait(for: process, until: deadline, &killed)
    outcome.ending = killed ?? Ending(waitStatus: status)
    return outcome
  }

  /// Writes as much as the pipe takes, and returns the rest; nothing is left for a program that
  /// does not read any more.
  private func write(_ bytes: ArraySlice<UInt8>, to file: Int32) -> ArraySlice<UInt8> {
    // A program that reads no more must not end this one: the signal waits, and is then dropped.
    var pipeSignal = sigset_t()
    var before = sigset_t()
    sigemptyset(&pipeSignal)
    sigaddset(&pipeSignal, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &pipeSignal, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    if count >= 0 { return bytes.dropFirst(count) }
    if errno == EAGAIN || errno == EINTR { return bytes }
    var now = timespec()
    sigtimedwait(&pipeSignal, nil, &now)
    return []
  }

  private func end(_ process: pid_t) {
    Cancellation.end(process, isGuard: isGuarded)
  }

  /// A program may close its output and go on; it still ends by the deadline.
  private func wait(for process: pid_t, until deadline: Double, _ killed: inout Ending?) -> Int32 {
    var status: Int32 = 0
    // The time after which a guard that does not end is ended itself.
    var patience: Double?
    var looks = ResourceLooks(watch)
    while true {
      let ended = cancellation.collect(process, &status)
      if ended == process || (ended < 0 && errno != EINTR) { break }
      if killed == nil, Clock.seconds > deadline {
        killed = .timedOut
        end(process)
      }
      if killed == nil, looks.findTooMuch(by: process) {
        killed = .tookTooMuch
        end(process)
      }
      if patience == nil, killed != nil || cancellation.isCancelled { patience = Clock.seconds + 8 }
      if let limit = patience, Clock.seconds > limit { kill(-process, SIGKILL) }
      usleep(500)
    }
    // What it started and left behind in its group ends with it.
    kill(-process, SIGKILL)
    return status
  }
}

/// The two ends of a pipe.
private struct Pipe {
  var read: Int32
  var write: Int32

  mutating func closeWrite() {
    if write >= 0 { Glibc.close(write) }
    write = -1
  }

  mutating func closeRead() {
    if read >= 0 { Glibc.close(read) }
    read = -1
  }

  mutating func close() {
    closeWrite()
    closeRead()
  }
}

/// A null-terminated array of C strings.
private struct CStrings {
  let pointers: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  private let count: Int

  init(_ strings: [String]) {
    count = strings.count
    pointers = .allocate(capacity: strings.count + 1)
    for (index, string) in strings.enumerated() { pointers[index] = strdup(string) }
    pointers[strings.count] = nil
  }

  func free() {
    for index in 0..<count { Glibc.free(pointers[index]) }
    pointers.deallocate()
  }
}
