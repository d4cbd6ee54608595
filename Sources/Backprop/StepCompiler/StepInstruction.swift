/// One instruction of a step's program.
enum StepInstruction {
  /// Scalar instructions, by their places in the program's list.
  case scalars(Range<Int>)
  /// Elementwise operations, by the place of their group in the program's list.
  case group(Int)
  /// A kernel on whole tensors.
  case kernel(KernelInstruction)
  /// An operation that has no kernel in a program, by its place in the program's list: it runs as
  /// it does eagerly.
  case eager(Int)
}

/// A kernel on tensors in the step's memory.
struct KernelInstruction {
  enum Code {
    case product, matrixVector, outer, inner, total, sumAlong, largestAlong, softmax, logSoftmax
    case transpose, placeRows
  }

  var code: Code
  /// Places in memory.
  var a = 0
  var b = 0
  var target = 0
  /// Lengths: of a product `m`, `n` and `depth`; around an axis those before, along and after it;
  /// of placed rows their number, their length, and how far apart they go.
  var m = 0
  var n = 0
  var depth = 0
  /// Whether the factors are taken transposed.
  var transposesA = false
  var transposesB = false
  /// Whether the result is added to what is there.
  var adds = false
}

/// Elementwise operations that go through tensors of one size block by block.
struct ElementwiseGroup {
  /// The places of its first operations: those run once before the first block, then those run in
  /// each, up to `end`.
  var prelude: Int
  var body: Int
  var end: Int
  var count: Int
  var columns: Int
  var block: Int
}

/// An operation that runs as it does outside of a program, on copies of its operands.
struct EagerInstruction {
  var computation: Computation<RandomOperation, StepPlace>
  /// Where the result goes.
  var target: Int
}

/// A tensor in the step's memory.
struct StepPlace {
  var offset: Int
  var shape: [Int]
  var count: Int

  /// A copy of the tensor.
  func tensor<S: Scalar>(in memory: UnsafeMutablePointer<S>) -> Tensor<S> {
    Tensor(
      unchecked: shape, Array(UnsafeBufferPointer(start: memory + offset, count: count)))
  }
}
