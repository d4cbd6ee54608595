/// A function of one number as a backend computes it.
enum UnaryKernel: Equatable {
  case exact(UnaryFunction)
  case approximate(ApproximateFunction)

  /// What computes a function on a backend.
  init(_ function: UnaryFunction, on backend: Backend) {
    if backend == .accelerated, let approximation = ApproximateFunction(function) {
      self = .approximate(approximation)
    } else {
      self = .exact(function)
    }
  }

  /// Hands the function to a visitor.
  @inline(__always)
  func accept<Visitor: UnaryFunctionVisitor>(_ visitor: Visitor) -> Visitor.Result {
    switch self {
    case .exact(let function): function.accept(visitor)
    case .approximate(let function): function.accept(visitor)
    }
  }

  /// Whether it is a long function that the compiler turns into vectors.
  var hasVectors: Bool {
    switch self {
    case .approximate: true
    case .exact(.exponential), .exact(.hyperbolicTangent), .exact(.sigmoid), .exact(.softplus):
      true
    case .exact: false
    }
  }
}
