import Dispatch
import FileSystem
import Glibc
import Synchronization

/// Ctrl-C, a hang-up or a request to end removes the scratch folder and ends the process; the
/// kernel then ends what it had started.
final class Interruption {
  private let sources: [any DispatchSourceSignal]
  private let ending = Ending()

  /// Held for good by the first signal, so that the process does not end in another way, such
  /// as by failing because its scratch folder is gone.
  private final class Ending: Sendable {
    let mutex = Mutex(())
  }

  init(removing folder: String) {
    let ending = ending
    // A queue of its own, because lessons keep the threads of the global ones busy.
    let queue = DispatchQueue(label: "interruption")
    sources = [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler {
        ending.mutex.withLock { _ in
          // Lessons that were just being started may write once more.
          for round in 0..<100 where round < 5 || Files.exists(folder) {
            Files.remove(folder)
            usleep(2000)
          }
          _exit(128 + number)
        }
      }
      source.resume()
      return source
    }
  }

  func cancel() {
    ending.mutex.withLock { _ in
      for source in sources { source.cancel() }
      for number in [SIGINT, SIGTERM, SIGHUP] { signal(number, SIG_DFL) }
    }
  }
}
