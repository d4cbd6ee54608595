/// The logistic function `1 / (1 + e⁻ˣ)` of each number; its derivative is `σ (1 − σ)`.
///
/// The derivative is computed from the result, so that its error is a rounding of 1: from 37.5 on,
/// where the result is 1, it is zero.
///
/// Source: D. Rumelhart, G. Hinton and R. Williams, "Learning representations by back-propagating
/// errors", Nature 323 (1986).
@_disfavoredOverload
public func sigmoid<S: Scalar>(_ x: Tensor<S>) -> Tensor<S> { elementwise(.sigmoid, x) }

/// The hyperbolic tangent of each number; its derivative is `1 − tanh²`.
///
/// The derivative is computed from the result, so that its error is a rounding of 1: beyond `±19.1` it
/// is zero.
///
/// Source: Y. LeCun, L. Bottou, G. Orr and K.-R. Müller, "Efficient BackProp", Neural Networks:
/// Tricks of the Trade (1998).
@_disfavoredOverload
public func tanh<S: Scalar>(_ x: Tensor<S>) -> Tensor<S> { elementwise(.hyperbolicTangent, x) }

/// `max(x, 0)` of each number; its derivative is 1 above zero, else 0. At zero it is taken as zero.
///
/// Source: V. Nair and G. Hinton, "Rectified linear units improve restricted Boltzmann machines", ICML
/// (2010).
@_disfavoredOverload
public func relu<S: Scalar>(_ x: Tensor<S>) -> Tensor<S> { elementwise(.relu, x) }

/// `ln(1 + eˣ)` of each number, which overflows nowhere; its derivative is the sigmoid.
///
/// Source: C. Dugas et al., "Incorporating second-order functional knowledge for better option
/// pricing", NIPS (2000).
@_disfavoredOverload
public func softplus<S: Scalar>(_ x: Tensor<S>) -> Tensor<S> { elementwise(.softplus, x) }

/// `x` where it is positive, else `slope · x`. Its derivative at zero is taken as the slope.
///
/// Source: A. Maas, A. Hannun and A. Ng, "Rectifier nonlinearities improve neural network acoustic
/// models", ICML (2013).
@_disfavoredOverload
public func leakyRelu<S: Scalar>(_ x: Tensor<S>, slope: Double = 0.01) -> Tensor<S> {
  elementwise(.leakyRelu(slope: slope), x)
}

/// `x` where it is positive, else `α (eˣ − 1)`, with `α` the scale.
///
/// Its derivative at zero is taken as `α`, the second derivative as zero.
///
/// Source: D. Clevert, T. Unterthiner and S. Hochreiter, "Fast and accurate deep network learning
/// by exponential linear units", ICLR (2016).
@_disfavoredOverload
public func elu<S: Scalar>(_ x: Tensor<S>, scale: Double = 1) -> Tensor<S> {
  elementwise(.elu(scale: scale), x)
}
