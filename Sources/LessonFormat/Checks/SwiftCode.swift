import SwiftParser
import SwiftSyntax

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
  /// How deep square brackets may be nested.
  public static let deepestList = 12

  /// Whether code can be read.
  public static func isReadable(_ code: String) -> Bool {
    guard code.utf8.count <= longest else { return false }
    var depth = 0
    var listDepth = 0
    for byte in code.utf8 {
      switch byte {
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
      if depth > deepest || listDepth > deepestList { return false }
    }
    return true
  }

  /// What `body` makes of the tree of some code; nil for code that can't be read.
  public static func read<Value>(
    _ code: String, _ body: @escaping (SourceFileSyntax) -> Value
  ) -> Value? {
    guard isReadable(code) else { return nil }
    // What is short can't be deep.
    if code.utf8.count <= 800 { return body(Parser.parse(source: code)) }
    return DeepStack.run { body(Parser.parse(source: code)) }
  }
}

/// A thread whose stack is as deep as the trees of code can be.
private enum DeepStack {
  /// Only what is used of it takes memory.
  private static let size = 1 << 30

  private final class Work {
    let body: () -> Void
    init(_ body: @escaping () -> Void) { self.body = body }
  }

  /// Runs `body` to its end on such a thread.
  static func run<Value>(_ body: @escaping () -> Value) -> Value {
    var value: Value?
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setstacksize(&attributes, size)
    defer { pthread_attr_destroy(&attributes) }
    let work = Unmanaged.passRetained(Work { value = body() })
    #if canImport(Glibc)
      var thread = pthread_t()
    #else
      var thread: pthread_t?
    #endif
    guard pthread_create(&thread, &attributes, start, work.toOpaque()) == 0 else {
      work.release()
      // A machine without so much address space: the stack at hand does for all but the deepest.
      return body()
    }
    #if canImport(Glibc)
      pthread_join(thread, nil)
    #else
      if let thread { pthread_join(thread, nil) }
    #endif
    return value!
  }

  #if canImport(Glibc)
    private static let start:
      @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? =
        { argument in
          if let argument { Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body() }
          return nil
        }
  #else
    private static let start: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? =
      { argument in
        Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body()
        return nil
      }
  #endif
}
