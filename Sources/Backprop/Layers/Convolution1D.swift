/// A convolution over sequences: ``Convolution2D`` with one row. Each result is an activation of the weighted
/// sum of what a window sees at one position, in all channels.
///
/// | input | result |
/// |---|---|
/// | `[n, inputs, length]` | `[n, outputs, ⌊(length + 2 padding − size) / stride⌋ + 1]` |
///
/// Source: A. Waibel et al., "Phoneme recognition using time-delay neural networks", IEEE Transactions on
/// Acoustics, Speech, and Signal Processing 37 (1989).
public struct Convolution1D<S: Scalar>: Layer {
  /// `W`, of shape `[outputs, inputs, size]`.
  public var weights: Tensor<S>
  /// `b`, of shape `[outputs]`.
  public var bias: Tensor<S>
  /// By how many places the window moves.
  public let stride: Int
  /// How many places beyond both ends it reaches.
  public let padding: Int
  /// What is applied to the weighted sums.
  public var activation: Activation

  /// A layer of given weights, `[outputs, inputs, size]`, and bias, `[outputs]`. Traps for other shapes, a
  /// size or stride below 1, or a negative padding.
  public init(
    weights: Tensor<S>, bias: Tensor<S>, stride: Int = 1, padding: Int = 0,
    activation: Activation = .identity, file: StaticString = #fileID, line: UInt = #line
  ) {
    require(
      weights.rank == 3 && bias.shape == [weights.shape[0]],
      "A convolution takes weights [outputs, inputs, size] and a bias [outputs], not \(weights.shape) "
        + "and \(bias.shape).", file: file, line: line)
    require(
      weights.shape[2] > 0 && stride > 0 && padding >= 0,
      "No window covers \(weights.shape[2]) places, with stride \(stride) and padding \(padding).",
      file: file, line: line)
    (self.weights, self.bias, self.stride, self.padding) = (weights, bias, stride, padding)
    self.activation = activation
  }

  /// A layer of random weights `[outputs, inputs, size]` and a bias of zeros. Traps for a negative number of
  /// channels, a size or stride below 1, or a negative padding.
  public init(
    from inputs: Int, to outputs: Int, size: Int, stride: Int = 1, padding: Int = 0,
    activation: Activation = .identity, initialization: Initialization = .xavierUniform(),
    using generator: inout RandomNumbers, file: StaticString = #fileID, line: UInt = #line
  ) {
    requireSizes(inputs, outputs, file, line)
    self.init(
      weights: .initial(
        initialization, shape: [outputs, inputs, size], using: &generator, file: file, line: line),
      bias: .zeros([outputs]), stride: stride, padding: padding, activation: activation, file: file,
      line: line)
  }

  /// The layer's result for sequences `[n, inputs, length]`. Traps for an input of another shape, or too
  /// short a sequence.
  public func callAsFunction(_ x: Tensor<S>, in pass: inout Pass<S>) -> Tensor<S> {
    let (outputs, inputs, size) = (weights.shape[0], weights.shape[1], weights.shape[2])
    require(
      x.rank == 3 && x.shape[1] == inputs,
      "A convolution of weights \(weights.shape) takes [n, \(inputs), length], not \(x.shape).",
      in: pass)
    let window = Window(
      height: 1, width: size, rowStride: 1, columnStride: stride, columnPadding: padding)
    let layer = Convolution2D(
      weights: weights.reshaped([outputs, inputs, 1, size]), bias: bias, window: window,
      activation: activation)
    let images = layer(x.reshaped([x.shape[0], inputs, 1, x.shape[2]]), in: &pass)
    return images.reshaped([x.shape[0], outputs, images.shape[3]])
  }

  /// The ends of the activation's values, if it has two.
  public var saturationRange: ClosedRange<Double>? { activation.saturationRange }

  /// Visits `weights` and `bias`.
  public mutating func visitParameters(_ visitor: inout ParameterVisitor<S>) {
    visitor.visit("weights", &weights)
    visitor.visit("bias", &bias)
  }
}
