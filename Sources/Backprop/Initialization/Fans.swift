/// How many numbers each result of a layer is computed from, and how many results each number goes
/// into.
///
///     Fans(of: [20, 10, 3, 5])      // into: 150, out: 300: a convolution from 10 to 20 channels
///
/// Source: K. He et al., "Delving deep into rectifiers", ICCV (2015), section 2.2.
public struct Fans: Equatable, Sendable {
  /// The numbers that go into one result.
  public let into: Int
  /// The results that one number goes into.
  public let out: Int

  /// The fans of weights `[outputs, inputs]`, or of a convolution's `[outputs, inputs, height,
  /// width]`, where each fan is multiplied by `height · width`. Traps for fewer than two axes.
  public init(of shape: [Int], file: StaticString = #fileID, line: UInt = #line) {
    require(
      shape.count >= 2, "Only weights [outputs, inputs, …] have fans, not \(shape).",
      file: file, line: line)
    let field = elementCount(Array(shape[2...]))
    into = shape[1] * field
    out = shape[0] * field
  }
}
