/// An operation together with what it is applied to, as many operands as it takes.
///
/// On a tape operands are the indices of nodes, in a compiled step those of its values or places in
/// its memory. What a leaf is differs as well: a compiled step distinguishes inputs from constants.
enum Computation<Leaf, Operand> {
  case leaf(Leaf)
  case unary(UnaryOperation, Operand)
  case binary(BinaryOperation, Operand, Operand)
  case variadic(VariadicOperation, [Operand])

  /// The operands, in order.
  var operands: [Operand] {
    switch self {
    case .leaf: []
    case .unary(_, let x): [x]
    case .binary(_, let a, let b): [a, b]
    case .variadic(_, let all): all
    }
  }

  /// The same operation on other operands.
  @inline(__always)
  func map<NewLeaf, NewOperand>(
    leaf newLeaf: (Leaf) -> NewLeaf, operand new: (Operand) -> NewOperand
  ) -> Computation<NewLeaf, NewOperand> {
    switch self {
    case .leaf(let leaf): .leaf(newLeaf(leaf))
    case .unary(let operation, let x): .unary(operation, new(x))
    case .binary(let operation, let a, let b): .binary(operation, new(a), new(b))
    case .variadic(let operation, let all): .variadic(operation, all.map { new($0) })
    }
  }
}

extension Computation: Equatable where Leaf: Equatable, Operand: Equatable {}

extension Computation<LeafOperation, Int> {
  /// The operation without its operands.
  var operation: Operation {
    switch self {
    case .leaf(let operation): .leaf(operation)
    case .unary(let operation, _): .unary(operation)
    case .binary(let operation, _, _): .binary(operation)
    case .variadic(let operation, _): .variadic(operation)
    }
  }

  /// Whether its derivatives are zero wherever there are any, so that none need computing.
  @inline(__always)
  var isFlat: Bool {
    switch self {
    case .leaf: true
    case .unary(let operation, _): operation.isFlat
    case .binary(let operation, _, _): operation.isFlat
    case .variadic: false
    }
  }
}
