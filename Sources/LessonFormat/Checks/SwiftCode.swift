import SwiftParser
import SwiftSyntax
import Synchronization

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
