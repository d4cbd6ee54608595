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
