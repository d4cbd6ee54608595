import Dispatch
import FileSystem
import Glibc

/// Ctrl-C, a hang-up or a request to end removes the scratch folder and ends the process; the
/// kernel then ends what it had started.
final class Interruption {
  private let sources: [any DispatchSourceSignal]

  init(removing folder: String) {
    sources = [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        Files.remove(folder)
        _exit(128 + number)
      }
      source.resume()
      return source
    }
  }

  func cancel() {
    for source in sources { source.cancel() }
    for number in [SIGINT, SIGTERM, SIGHUP] { signal(number, SIG_DFL) }
  }
}
