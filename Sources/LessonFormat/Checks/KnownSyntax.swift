/// The syntax of blocks that were parsed before, by their code.
public struct KnownSyntax: Sendable {
  private let known: [String: BlockSyntax]
  /// What reading has asked for.
  public private(set) var used: [String: BlockSyntax] = [:]

  /// The syntax of blocks by their code; what is not among it is parsed when it is asked for.
  public init(_ known: [String: BlockSyntax] = [:]) {
    self.known = known
  }

  /// Whether something had to be parsed, or what is known has more than was asked for.
  public var isChanged: Bool {
    used.count != known.count || used.keys.contains { known[$0] == nil }
  }

  mutating func syntax(of code: String) -> BlockSyntax {
    let syntax = used[code] ?? known[code] ?? BlockSyntax(of: code)
    // What can't be read is not known the next time, so that it is said again.
    if SwiftCode.isReadable(code) { used[code] = syntax }
    return syntax
  }
}
