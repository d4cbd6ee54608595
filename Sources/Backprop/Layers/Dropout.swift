/// Leaves numbers out at random while training, so that no unit can count on another.
///
/// In training each number is 0 with the probability `rate`, else multiplied by `1 / (1 − rate)`, so
/// that its mean stays (inverted dropout); in inference it stays as it is. The pass's generator
/// says which.
///
///     var pass = Pass<Double>(.training, using: RandomNumbers(seed: 7))
///     let layer = Dropout(rate: 0.5)
///     layer(Tensor([1, 1, 1]), in: &pass)      // each 0 or 2
///     layer(Tensor([1, 1, 1]))                 // [1.0, 1.0, 1.0]
///
/// Source: N. Srivastava et al., "Dropout: a simple way to prevent neural networks from
/// overfitting", Journal of Machine Learning Research 15 (2014).
public struct Dropout<S: Scalar>: Layer {
  /// The probability with which a number is left out.
  public var rate: Double

  /// A layer that leaves numbers out with a probability; traps unless it is in `0...1`.
  public init(rate: Double, file: StaticString = #fileID, line: UInt = #line) {
    self.init(checked: rate, file, line)
  }

  fileprivate init(checked rate: Double, _ file: StaticString, _ line: UInt) {
    require(
      rate >= 0 && rate <= 1, "A rate of dropout is in 0...1, not \(rate).", file: file,
      line: line)
    self.rate = rate
  }

  /// The numbers that are kept, in the input's shape.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  public func callAsFunction(_ x: Tensor<S>, in pass: inout Pass<S>) -> Tensor<S> {
    if rate == 0 { return x }
    if !pass.isTraining {
      pass.noteInference()
      return x
    }
    return x * pass.keepMask(rate: rate, like: x)
  }

  /// Visits nothing: there are no parameters.
  public mutating func visitParameters(_ visitor: inout ParameterVisitor<S>) {}
}

// Where nothing says what the numbers are, this makes them doubles.
extension Dropout where S == Double {
  /// A layer that leaves numbers out with a probability; traps unless it is in `0...1`.
  public init(rate: Double, file: StaticString = #fileID, line: UInt = #line) {
    self.init(checked: rate, file, line)
  }
}

#if !hasFeature(Embedded)
  extension Dropout: CustomStringConvertible {
    /// The layer as it would be written: `Dropout(rate: 0.5)`.
    public var description: String { "Dropout(rate: \(rate))" }
  }
#endif
