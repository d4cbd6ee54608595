/// How the numbers of a parameter begin.
///
/// With `fanᵢₙ` and `fanₒᵤₜ` as in ``Fans``, `σ` a standard deviation and `U(b)` numbers of `±b`, each
/// equally likely. Gains are factors of `σ`.
///
///     let weights = Tensor.initial(.heNormal(), shape: [64, 32], using: &generator)
///     let layer = Dense(
///       from: 32, to: 64, activation: .tanh, initialization: .xavierNormal(), using: &generator)
public enum Initialization: Equatable, Sendable {
  /// Zeros: right for biases; weights that are all equal stay so.
  case zeros
  /// One number everywhere.
  case constant(Double)
  /// Numbers of the normal distribution, by default small ones.
  case normal(standardDeviation: Double = 0.01)
  /// `U(gain √(6 / (fanᵢₙ + fanₒᵤₜ)))`, which keeps the size of sums and derivatives through layers
  /// that are nearly linear.
  ///
  /// Source: X. Glorot and Y. Bengio, "Understanding the difficulty of training deep feedforward
  /// neural networks", AISTATS (2010), equation 16.
  case xavierUniform(gain: Double = 1)
  /// Normal with `σ = gain √(2 / (fanᵢₙ + fanₒᵤₜ))`.
  ///
  /// Source: X. Glorot and Y. Bengio, as ``xavierUniform(gain:)``.
  case xavierNormal(gain: Double = 1)
  /// `U(√3 σ)` with the `σ` of ``heNormal(negativeSlope:)``.
  ///
  /// Source: K. He et al., as ``heNormal(negativeSlope:)``.
  case heUniform(negativeSlope: Double = 0)
  /// Normal with `σ = √(2 / ((1 + a²) fanᵢₙ))`, where `a` is the slope below zero of the leaky ReLU
  /// that follows, or 0 for ReLU, which lets half of a sum's square through.
  ///
  /// Source: K. He, X. Zhang, S. Ren and J. Sun, "Delving deep into rectifiers", ICCV (2015),
  /// equations 10 and 15.
  case heNormal(negativeSlope: Double = 0)
  /// A random matrix `W` with `W Wᵀ = gain² I`, or `Wᵀ W = gain² I` if it has more rows than columns;
  /// all axes but the first count as columns.
  ///
  /// Source: A. Saxe, J. McClelland and S. Ganguli, "Exact solutions to the nonlinear dynamics of
  /// learning in deep linear neural networks", ICLR (2014).
  case orthogonal(gain: Double = 1)
}

extension Tensor {
  /// A tensor whose numbers begin in a given way.
  ///
  ///     let weights = Tensor.initial(.heNormal(), shape: [64, 32], using: &generator)
  ///
  /// Traps for a negative length, and for fewer than two axes where the way needs fans or a matrix.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  public static func initial(
    _ initialization: Initialization, shape: [Int], using generator: inout RandomNumbers,
    file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    drawn(initialization, shape, &generator, file, line)
  }

  fileprivate static func drawn(
    _ initialization: Initialization, _ shape: [Int], _ generator: inout RandomNumbers,
    _ file: StaticString, _ line: UInt
  ) -> Tensor {
    requireShape(shape, file: file, line: line)
    func fans() -> Fans { Fans(of: shape, file: file, line: line) }
    func uniform(_ bound: Double) -> Tensor {
      .uniform(in: -S(bound)...S(bound), shape: shape, using: &generator)
    }
    func normal(_ deviation: Double) -> Tensor {
      .normal(shape: shape, standardDeviation: S(deviation), using: &generator)
    }
    switch initialization {
    case .zeros: return Tensor(repeating: 0, shape: shape)
    case .constant(let value): return Tensor(repeating: S(value), shape: shape)
    case .normal(let deviation): return normal(deviation)
    case .xavierUniform(let gain):
      let fans = fans()
      return uniform(gain * sqrt(6 / Double(fans.into + fans.out)))
    case .xavierNormal(let gain):
      let fans = fans()
      return normal(gain * sqrt(2 / Double(fans.into + fans.out)))
    case .heUniform(let slope):
      return uniform(sqrt(6 / ((1 + slope * slope) * Double(fans().into))))
    case .heNormal(let slope):
      return normal(sqrt(2 / ((1 + slope * slope) * Double(fans().into))))
    case .orthogonal(let gain):
      require(
        shape.count >= 2, "Only a matrix, or what can be read as one, is orthogonal, not \(shape).",
        file: file, line: line)
      let values = orthogonalValues(
        rows: shape[0], columns: elementCount(Array(shape[1...])), using: &generator)
      return Tensor(unchecked: shape, values.map { S(gain * $0) })
    }
  }
}

// Where nothing says what the numbers are, this makes them doubles.
extension Tensor where S == Double {
  /// A tensor whose numbers begin in a given way.
  ///
  /// Traps for a negative length, and for fewer than two axes where the way needs fans or a matrix.
  public static func initial(
    _ initialization: Initialization, shape: [Int], using generator: inout RandomNumbers,
    file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    drawn(initialization, shape, &generator, file, line)
  }
}
