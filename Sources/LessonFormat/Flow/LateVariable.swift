/// A global variable that code above its declaration mentions, and so may come to read before it has a
/// value.
public struct LateVariable: Hashable, Sendable {
  /// The name of the variable.
  public let name: String
  /// The line of the file that gives it its value.
  public let line: Int

  /// A variable that gets its value in a line.
  public init(name: String, line: Int) {
    self.name = name
    self.line = line
  }
}
