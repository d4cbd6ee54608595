/// One operation on single numbers of the step's memory. Operations on a few numbers are replaced
/// by these.
///
/// Reading an instruction takes about as long as what it does, so it is small: sixteen bytes, with
/// everything that decides where to go in the first. Products, which are most of them, are told
/// from all others before it is looked at what the others do.
struct ScalarInstruction {
  enum Code: Equatable {
    /// `target ← 0 + a · b`.
    case product
    /// `target ← target + a · b`.
    case addProduct
    /// `target ← f(a, b)`.
    case binary(BinaryFunction)
    /// A function of one number.
    case unary(UnaryForm)
  }

  enum UnaryForm {
    /// `target ← a`.
    case copy
    /// `target ← f(a)`, with `f` the instruction's kernel.
    case one
    /// `f` of the numbers from `a` on, `b` times eight of them, to those from `target` on.
    case eights
  }

  var code: Code
  /// The place in the program's list of the kernel that is run for `one` number or for `eights`.
  var kernel: UInt16 = 0
  var target: Int32
  var a: Int32
  var b: Int32
}

extension UnsafeBufferPointer<ScalarInstruction> {
  /// Runs a part of the instructions, one after another.
  @inline(__always)
  func run<S: Scalar>(
    _ range: Range<Int>, _ kernels: UnsafeBufferPointer<UnaryKernel>,
    on memory: UnsafeMutablePointer<S>
  ) {
    guard let base = baseAddress else { return }
    var next = base + range.lowerBound
    let end = base + range.upperBound
    while next < end {
      let instruction = next.pointee
      next += 1
      let target = memory + Int(instruction.target)
      let (a, b) = (memory[Int(instruction.a)], memory[Int(instruction.b)])
      switch instruction.code {
      case .product: target.pointee = 0 + a * b
      case .addProduct: target.pointee += a * b
      case .binary(let function): target.pointee = function(a, b)
      case .unary(.copy): target.pointee = a
      case .unary(.one): target.pointee = kernels[Int(instruction.kernel)](a)
      case .unary(.eights):
        kernels[Int(instruction.kernel)].applyToEights(
          memory + Int(instruction.a), target, count: Int(instruction.b))
      }
    }
  }
}
