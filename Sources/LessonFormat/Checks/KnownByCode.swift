/// What reading code brought before, by the code.
public struct KnownByCode<Value: Sendable>: Sendable {
  private let known: [String: Value]
  /// What was asked for.
  public private(set) var used: [String: Value] = [:]

  /// Values by their code; what is not among them is read when it is asked for.
  public init(_ known: [String: Value] = [:]) {
    self.known = known
  }

  /// Whether something had to be read, or what is known has more than was asked for.
  public var isChanged: Bool {
    used.count != known.count || used.keys.contains { known[$0] == nil }
  }

  /// The value of some code, which is read if it is not known.
  ///
  /// - Parameter isKept: Whether it need not be read the next time.
  public mutating func value(
    of code: String, isKept: Bool = true, read: (String) -> Value
  ) -> Value {
    let value = used[code] ?? known[code] ?? read(code)
    if isKept { used[code] = value }
    return value
  }
}

/// The syntax of blocks that were parsed before.
public typealias KnownSyntax = KnownByCode<BlockSyntax>

extension KnownByCode<BlockSyntax> {
  mutating func syntax(of code: String) -> BlockSyntax {
    // What can't be read is not known the next time, so that it is said again.
    value(of: code, isKept: SwiftCode.isReadable(code)) { BlockSyntax(of: $0) }
  }
}
