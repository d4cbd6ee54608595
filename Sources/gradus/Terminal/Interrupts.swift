import Dispatch
import Glibc
import LessonRunner
import Synchronization

/// Turns Ctrl-C, a hang-up and a request to end into the cancellation of what is under way. A second
/// one ends the program at once.
final class Interrupts {
  let cancellation = Cancellation()
  private let first = FirstSignal()
  private var sources: [any DispatchSourceSignal] = []
  /// Those that are listened to: not the ones that whoever started the program wants ignored, as
  /// `nohup` does.
  private let signals: [Int32]

  /// The signal that came first; nil for none.
  var signal: Int32? { first.number }

  /// Does work that can be cancelled.
  static func during<Value>(
    _ work: (Interrupts) throws(CommandFailure) -> Value
  ) throws(CommandFailure) -> Value {
    let interrupts = Interrupts()
    defer { interrupts.end() }
    return try work(interrupts)
  }

  private init() {
    // A queue of its own, because lessons keep the threads of the global ones busy.
    let queue = DispatchQueue(label: "interrupts")
    let signals = [SIGINT, SIGTERM, SIGHUP].filter { Self.isHeeded($0) }
    self.signals = signals
    for number in signals {
      Glibc.signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler { [first, cancellation] in
        first.note(number)
        for number in signals { Glibc.signal(number, SIG_DFL) }
        cancellation.cancel()
      }
      source.resume()
      sources.append(source)
    }
  }

  private static func isHeeded(_ number: Int32) -> Bool {
    var action = sigaction()
    sigaction(number, nil, &action)
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      != unsafeBitCast(SIG_IGN, to: Int.self)
  }

  private func end() {
    for source in sources { source.cancel() }
    for number in signals { Glibc.signal(number, SIG_DFL) }
  }
}

/// The signal that came first.
private final class FirstSignal: Sendable {
  private let received = Mutex<Int32?>(nil)

  var number: Int32? { received.withLock { $0 } }

  func note(_ number: Int32) { received.withLock { $0 = $0 ?? number } }
}
