/// One operation on single numbers of the step's memory. Operations on a few numbers are replaced by
/// these.
struct ScalarInstruction {
  enum Code: Equatable {
    /// `target ← f(a)`.
    case unary(UnaryKernel)
    /// `target ← f(a, b)`.
    case binary(BinaryFunction)
    /// `target ← 0 + a · b`.
    case product
    /// `target ← target + a · b`.
    case addProduct
    /// `f` of the numbers from `a` on, `b` times eight of them, to those from `target` on.
    case eights(UnaryKernel)
  }

  var code: Code
  var target: Int32
  var a: Int32
  var b: Int32
}

extension UnsafeBufferPointer<ScalarInstruction> {
  /// Runs a part of the instructions, one after another.
  @inline(__always)
  func run<S: Scalar>(_ range: Range<Int>, on memory: UnsafeMutablePointer<S>) {
    guard let base = baseAddress else { return }
    var next = base + range.lowerBound
    let end = base + range.upperBound
    while next < end {
      let instruction = next.pointee
      next += 1
      let target = memory + Int(instruction.target)
      let (a, b) = (memory[Int(instruction.a)], memory[Int(instruction.b)])
      switch instruction.code {
      case .unary(let kernel): target.pointee = kernel(a)
      case .binary(let function): target.pointee = function(a, b)
      case .product: target.pointee = 0 + a * b
      case .addProduct: target.pointee += a * b
      case .eights(let kernel):
        kernel.applyToEights(memory + Int(instruction.a), target, count: Int(instruction.b))
      }
    }
  }
}
