/// A function of one number that the accelerated backend computes in its own way: within 4 ulp and
/// without branches, so that loops over it become vectors.
enum ApproximateFunction {
  case exponential
  case hyperbolicTangent
  case sigmoid
  case softplus

  /// The approximation of a function. None is needed: without one the accelerated backend computes
  /// the function as the deterministic one does.
  init?(_ function: UnaryFunction) {
    switch function {
    case .exponential: self = .exponential
    case .hyperbolicTangent: self = .hyperbolicTangent
    case .sigmoid: self = .sigmoid
    case .softplus: self = .softplus
    default: return nil
    }
  }

  /// Hands the function to a visitor.
  @inline(__always)
  func accept<Visitor: UnaryFunctionVisitor>(_ visitor: Visitor) -> Visitor.Result {
    typealias S = Visitor.Number
    return switch self {
    case .exponential: visitor.visit { S.approximateExp($0) }
    case .hyperbolicTangent: visitor.visit { S.approximateTanh($0) }
    case .sigmoid: visitor.visit { S.approximateSigmoid($0) }
    case .softplus: visitor.visit { S.approximateSoftplus($0) }
    }
  }
}

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

  /// Whether it is a long function that the compiler turns into vectors of a type's numbers.
  func hasVectors<S: Scalar>(of type: S.Type) -> Bool {
    switch self {
    case .approximate: true
    case .exact(.exponential), .exact(.hyperbolicTangent), .exact(.sigmoid):
      S.significandBitCount < 52
    case .exact: false
    }
  }
}
