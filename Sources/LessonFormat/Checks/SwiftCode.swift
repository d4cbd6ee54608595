import Dispatch
import SwiftParser
import SwiftSyntax
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reading Swift with a parser that takes a stack as deep as code is nested, and time that doubles
/// with each bracket that is left open.
///
/// Code that nobody would write for a reader is not given to it, and all that walks a tree does so
/// on a stack with room to spare.
public enum SwiftCode {
  /// The most that a block may hold, in UTF-8.
  public static let longest = 64_000
  /// How deep brackets of all kinds may be nested.
  public static let deepest = 64
  /// How deep square brackets may be nested, angle brackets on one line, and `#if`.
  public static let deepestList = 12

  /// Whether code can be read.
  public static func isReadable(_ code: String) -> Bool {
    isShallow(code) && !abandoned.contains(code)
  }

  private static func isShallow(_ code: String) -> Bool {
    guard code.utf8.count <= longest, conditionDepth(code) <= deepestList else { return false }
    var depth = 0
    var listDepth = 0
    // Angle brackets on one line that may open arguments of a type: no blank stands behind them.
    var angleDepth = 0
    var isAfterAngle = false
    for byte in code.utf8 {
      if isAfterAngle, byte != 32, byte != UInt8(ascii: "=") { angleDepth += 1 }
      isAfterAngle = byte == UInt8(ascii: "<")
      switch byte {
      case 10: angleDepth = 0
      case UInt8(ascii: ">"): angleDepth = max(0, angleDepth - 1)
      case UInt8(ascii: "["):
        listDepth += 1
        depth += 1
      case UInt8(ascii: "("), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"):
        listDepth = max(0, listDepth - 1)
        depth = max(0, depth - 1)
      case UInt8(ascii: ")"), UInt8(ascii: "}"): depth = max(0, depth - 1)
      default: break
      }
      if depth > deepest || listDepth > deepestList || angleDepth > deepestList { return false }
    }
    return true
  }

  /// How deep `#if` is nested.
  private static func conditionDepth(_ code: String) -> Int {
    var (depth, deepest) = (0, 0)
    var rest = code.utf8[...]
    while let mark = rest.firstIndex(of: UInt8(ascii: "#")) {
      rest = rest[rest.index(after: mark)...]
      if rest.starts(with: "if".utf8) { depth += 1 }
      if rest.starts(with: "endif".utf8) { depth = max(0, depth - 1) }
      deepest = max(deepest, depth)
    }
    return deepest
  }

  /// The processor time, in seconds, after which reading is given up.
  static let patience = 0.5

  /// Code that was given up once in this process.
  private static let abandoned = AbandonedCode()

  /// What `body` makes of the tree of some code; nil for code that can't be read.
  public static func read<Value>(
    _ code: String, _ body: @escaping (SourceFileSyntax) -> Value
  ) -> Value? {
    guard isReadable(code) else { return nil }
    let value = DeepStack.run(seconds: patience) { body(Parser.parse(source: code)) }
    if value == nil { abandoned.insert(code) }
    return value
  }

  /// How often reading was given up. What reads that code goes on until the process ends.
  package static var abandonedCount: Int { abandoned.count }
}

/// Code that took too long, for several threads.
private final class AbandonedCode: Sendable {
  private let code = Mutex<Set<String>>([])

  func contains(_ text: String) -> Bool { code.withLock { $0.contains(text) } }
  func insert(_ text: String) { _ = code.withLock { $0.insert(text) } }
  var count: Int { code.withLock { $0.count } }
}

/// A thread whose stack is as deep as the trees of code can be.
private enum DeepStack {
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
  static func run<Value>(seconds: Double, _ body: @escaping () -> Value) -> Value? {
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
