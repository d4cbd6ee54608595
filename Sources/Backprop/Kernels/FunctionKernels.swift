// The forward half of each function of numbers. A number's result does not depend on its neighbours,
// so the width of the vectors changes no bit.

/// What is done with a function of one number, such as a loop over numbers.
///
/// A function is looked up once, outside of the loop, and each case of the look-up is compiled for
/// its function alone: all of this is inlined.
protocol UnaryFunctionVisitor {
  associatedtype Number: Scalar
  associatedtype Result
  func visit(_ function: (Number) -> Number) -> Result
}

/// What is done with a function of two numbers.
protocol BinaryFunctionVisitor {
  associatedtype Number: Scalar
  associatedtype Result
  func visit(_ function: (Number, Number) -> Number) -> Result
}

extension UnaryFunction {
  /// Hands the function to a visitor.
  @inline(__always)
  func accept<Visitor: UnaryFunctionVisitor>(_ visitor: Visitor) -> Visitor.Result {
    typealias S = Visitor.Number
    switch self {
    case .identity, .stopGradient: return visitor.visit { $0 }
    case .negate: return visitor.visit { -$0 }
    case .square: return visitor.visit { $0 * $0 }
    case .squareRoot: return visitor.visit { $0.squareRoot() }
    case .power(let exponent):
      let exponent = S(exponent)
      return visitor.visit { outlined($0, exponent) { S.pow($0, $1) } }
    case .exponential: return visitor.visit { S.exp($0) }
    case .logarithm: return visitor.visit { outlined($0) { S.log($0) } }
    case .log1p: return visitor.visit { outlined($0) { S.log1p($0) } }
    case .sine: return visitor.visit { outlined($0) { S.sin($0) } }
    case .cosine: return visitor.visit { outlined($0) { S.cos($0) } }
    case .hyperbolicTangent: return visitor.visit { S.tanh($0) }
    case .sigmoid: return visitor.visit { S.sigmoid($0) }
    case .softplus:
      return visitor.visit { S.softplus($0) }
    case .relu: return visitor.visit { $0 > 0 || $0.isNaN ? $0 : 0 }
    case .leakyRelu(let slope):
      let slope = S(slope)
      return visitor.visit { $0 > 0 ? $0 : slope * $0 }
    case .elu(let scale):
      let scale = S(scale)
      return visitor.visit { outlined($0, scale) { $0 > 0 ? $0 : $1 * S.expm1($0) } }
    case .cumulativeNormal: return visitor.visit { outlined($0) { S.cumulativeNormal($0) } }
    case .absolute: return visitor.visit { $0.magnitude }
    case .step(let below):
      let below = S(below)
      return visitor.visit { $0 > 0 ? 1 : below }
    case .sign: return visitor.visit { $0 > 0 ? 1 : ($0 < 0 ? -1 : 0) }
    case .round(let rule): return visitor.visit { rounded($0, rule) }
    }
  }
}

extension BinaryFunction {
  /// Hands the function to a visitor.
  @inline(__always)
  func accept<Visitor: BinaryFunctionVisitor>(_ visitor: Visitor) -> Visitor.Result {
    typealias S = Visitor.Number
    return switch self {
    case .add: visitor.visit { $0 + $1 }
    case .subtract: visitor.visit { $0 - $1 }
    case .multiply: visitor.visit { $0 * $1 }
    case .weigh: visitor.visit { $0 == 0 ? 0 : $0 * $1 }
    case .excess: visitor.visit { $0 == $1 ? 0 : $0 - $1 }
    case .logitShare: visitor.visit { $0 == 0 || ($0 < 1 && $1 == .infinity) ? 0 : $0 * $1 }
    case .divide: visitor.visit { $0 / $1 }
    case .power: visitor.visit { outlined($0, $1) { S.pow($0, $1) } }
    case .maximum: visitor.visit { $0 > $1 || $0.isNaN ? $0 : $1 }
    case .minimum: visitor.visit { $0 < $1 || $0.isNaN ? $0 : $1 }
    case .isLarger: visitor.visit { $0 > $1 ? 1 : ($0 == $1 ? 0.5 : 0) }
    case .isEqual: visitor.visit { $0 == $1 ? 1 : 0 }
    }
  }
}

/// A long function that does not become vectors. Out of line it takes no registers from the short
/// ones.
@inline(never)
private func outlined<S: Scalar>(_ x: S, _ function: (S) -> S) -> S { function(x) }

/// The same for a function with a constant.
@inline(never)
private func outlined<S: Scalar>(_ x: S, _ constant: S, _ function: (S, S) -> S) -> S {
  function(x, constant)
}

/// Rounding is an instruction on some processors and a call on others. Only the rules that tensors have are
/// looked up: others would need a C library in WebAssembly.
@inline(never)
private func rounded<S: Scalar>(_ x: S, _ rule: UnaryFunction.Rounding) -> S {
  switch rule {
  case .down: x.rounded(.down)
  case .up: x.rounded(.up)
  case .toNearestOrEven: x.rounded(.toNearestOrEven)
  }
}
