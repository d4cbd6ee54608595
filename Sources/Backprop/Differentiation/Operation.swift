/// What a value of a computation was computed by: an operation on no, one, two or any number of
/// tensors.
///
/// The number of inputs is in the type, and a closed set of operations is in each kind. Values,
/// derivatives and symbols are found by exhaustive switches over them, so that an operation without
/// one of these does not compile. Each derivative is itself written with operations, so that it can
/// be differentiated again.
///
/// Where to read on: ``UnaryFunction`` and ``BinaryFunction`` for what works number by number,
/// ``UnaryOperation``, ``BinaryOperation`` and ``VariadicOperation`` for all else.
public enum Operation: Equatable, Sendable {
  /// No input: the value was given, or drawn at random.
  case leaf(LeafOperation)
  /// One input.
  case unary(UnaryOperation)
  /// Two inputs.
  case binary(BinaryOperation)
  /// Any number of inputs.
  case variadic(VariadicOperation)

  /// The symbol that stands for the operation in a drawing: `+`, `×`, `σ`, `Σ`; empty for a value
  /// that was given.
  public var symbol: String {
    switch self {
    case .leaf(let operation): operation.symbol
    case .unary(let operation): operation.symbol
    case .binary(let operation): operation.symbol
    case .variadic(let operation): operation.symbol
    }
  }
}
