import Dispatch

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A thread whose stack is as deep as the trees of code can be, and which is left behind where it works for
/// too long.
package enum DeepStack {
  /// Only what is used of it takes memory.
  private static let size = 1 << 30

  /// What is done, and what came of it: both threads hold it, for one may leave the other behind.
  private final class Work<Value>: @unchecked Sendable {
    var value: Value?
    let isDone = DispatchSemaphore(value: 0)
    let body: () -> Value
    init(_ body: @escaping () -> Value) { self.body = body }
  }

  /// Runs `body` to its end on such a thread; nil when it takes more processor time than it may.
  package static func run<Value>(seconds: Double, _ body: @escaping () -> Value) -> Value? {
    let work = Work(body)
    let job = Unmanaged.passRetained(
      Closure {
        work.value = work.body()
        work.isDone.signal()
      })
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setstacksize(&attributes, size)
    defer { pthread_attr_destroy(&attributes) }
    #if canImport(Glibc)
      var thread = pthread_t()
    #else
      var thread: pthread_t!
    #endif
    guard pthread_create(&thread, &attributes, start, job.toOpaque()) == 0 else {
      job.release()
      // A machine without so much address space: the stack at hand is enough for all but the deepest.
      return body()
    }
    var waits = 0
    while work.isDone.wait(timeout: .now() + .milliseconds(100)) == .timedOut {
      waits += 1
      guard secondsUsed(by: thread) ?? Double(waits) / 10 <= seconds else {
        pthread_detach(thread)
        return nil
      }
    }
    pthread_join(thread, nil)
    return work.value
  }

  /// The processor time of a thread, where that is known.
  private static func secondsUsed(by thread: pthread_t) -> Double? {
    #if canImport(Glibc)
      var clock = clockid_t()
      var used = timespec()
      guard pthread_getcpuclockid(thread, &clock) == 0, clock_gettime(clock, &used) == 0 else {
        return nil
      }
      return Double(used.tv_sec) + Double(used.tv_nsec) * 1e-9
    #else
      return nil
    #endif
  }

  private final class Closure {
    let body: () -> Void
    init(_ body: @escaping () -> Void) { self.body = body }
  }

  #if canImport(Glibc)
    private static let start:
      @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? =
        { argument in
          if let argument { Unmanaged<Closure>.fromOpaque(argument).takeRetainedValue().body() }
          return nil
        }
  #else
    private static let start: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? =
      { argument in
        Unmanaged<Closure>.fromOpaque(argument).takeRetainedValue().body()
        return nil
      }
  #endif
}
