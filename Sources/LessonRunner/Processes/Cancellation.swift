import Glibc
import Synchronization

/// Ends work that is under way, from another thread: the programs that it has started are killed, and
/// it starts no others.
public final class Cancellation: Sendable {
  private struct State {
    var isCancelled = false
    /// The leaders of the process groups that run, and whether each guards what it runs.
    var running: [pid_t: Bool] = [:]
  }

  private let state = Mutex(State())

  /// Work that nobody has ended.
  public init() {}

  /// Whether the work was ended.
  public var isCancelled: Bool { state.withLock(\.isCancelled) }

  /// Kills what runs; work that waits for it then ends with an error.
  public func cancel() {
    state.withLock { state in
      state.isCancelled = true
      for (process, isGuard) in state.running { Self.end(process, isGuard: isGuard) }
    }
  }

  /// Takes note of a program that was just started.
  func began(_ process: pid_t, isGuard: Bool = false) {
    state.withLock { state in
      state.running[process] = isGuard
      if state.isCancelled { Self.end(process, isGuard: isGuard) }
    }
  }

  /// Ends a program at once. A guard ends all that has come of what it guards, and then itself.
  static func end(_ process: pid_t, isGuard: Bool) {
    if isGuard { kill(process, SIGTERM) } else { kill(-process, SIGKILL) }
  }

  /// Waits for a program if it has ended, without letting its number go to another one meanwhile.
  ///
  /// - Returns: what `waitpid` does: the number of the program, 0 while it runs, or −1.
  func collect(_ process: pid_t, _ status: inout Int32) -> pid_t {
    state.withLock { state in
      let ended = waitpid(process, &status, WNOHANG)
      if ended == process { state.running[process] = nil }
      return ended
    }
  }
}
