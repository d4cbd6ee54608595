/// A convolution over images: each result is an activation of the weighted sum of what a window
/// sees at one position, in all channels.
///
/// `yₙₒᵢⱼ = activation(bₒ + Σ W₍ₒ,c,u,v₎ x₍n,c,i·stride+u−padding,j·stride+v−padding₎)`, summed
/// over the channels `c` and the window's rows `u` and columns `v`; beyond the edges `x` is zero.
/// This is what other libraries call a convolution, strictly a cross-correlation.
///
/// | input | result |
/// |---|---|
/// | `[n, inputs, height, width]` | `[n, outputs, rows, columns]`, with ``Window/positions(height:width:)`` |
///
/// It is computed as one product of matrices, `W` and the unfolded images, which takes the memory
/// of window height · window width copies of the input.
///
///     let layer = Convolution2D(
///       from: 3, to: 16, size: 3, padding: 1, activation: .relu, using: &generator)
///     layer(images)      // [n, 3, 32, 32] becomes [n, 16, 32, 32]
///
/// Source: Y. LeCun et al., "Gradient-based learning applied to document recognition", Proceedings
/// of the IEEE 86 (1998).
public struct Convolution2D<S: Scalar>: Layer {
  /// `W`, of shape `[outputs, inputs, window height, window width]`.
  public var weights: Tensor<S>
  /// `b`, of shape `[outputs]`.
  public var bias: Tensor<S>
  /// What moves over the images.
  public let window: Window
  /// What is applied to the weighted sums.
  public var activation: Activation

  /// A layer of given weights, `[outputs, inputs, height, width]`, and bias, `[outputs]`, whose
  /// window moves and reaches beyond the edges alike in both directions. Traps for other shapes, a
  /// window or stride below 1, or a negative padding.
  public init(
    weights: Tensor<S>, bias: Tensor<S>, stride: Int = 1, padding: Int = 0,
    activation: Activation = .identity, file: StaticString = #fileID, line: UInt = #line
  ) {
    requireFit(weights.shape, bias.shape, file, line)
    let window = Window(
      height: weights.shape[2], width: weights.shape[3], rowStride: stride, columnStride: stride,
      rowPadding: padding, columnPadding: padding, file: file, line: line)
    self.init(
      weights: weights, bias: bias, window: window, activation: activation, file: file, line: line)
  }

  /// A layer of given weights, `[outputs, inputs, height, width]`, and bias, `[outputs]`. Traps for
  /// other shapes, or a window of another size than the weights'.
  public init(
    weights: Tensor<S>, bias: Tensor<S>, window: Window, activation: Activation = .identity,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    requireFit(weights.shape, bias.shape, file, line)
    require(
      [window.height, window.width] == Array(weights.shape[2...]),
      "A window of \(window.height) by \(window.width) does not fit weights \(weights.shape).",
      file: file, line: line)
    self.weights = weights
    self.bias = bias
    self.window = window
    self.activation = activation
  }

  /// A layer of random weights `[outputs, inputs, size, size]` and a bias of zeros, with a square
  /// window. Traps for a negative number of channels, a window or stride below 1, or a negative
  /// padding.
  public init(
    from inputs: Int, to outputs: Int, size: Int, stride: Int = 1, padding: Int = 0,
    activation: Activation = .identity, initialization: Initialization = .xavierUniform(),
    using generator: inout RandomNumbers, file: StaticString = #fileID, line: UInt = #line
  ) {
    requireSizes(inputs, outputs, file, line)
    self.init(
      weights: .initial(
        initialization, shape: [outputs, inputs, size, size], using: &generator, file: file,
        line: line),
      bias: .zeros([outputs]), stride: stride, padding: padding, activation: activation, file: file,
      line: line)
  }

  /// The layer's result for images `[n, inputs, height, width]`, the same in training and
  /// inference. Traps for an input of another shape.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  public func callAsFunction(_ x: Tensor<S>, in pass: inout Pass<S>) -> Tensor<S> {
    let (outputs, inputs) = (weights.shape[0], weights.shape[1])
    require(
      x.rank == 4 && x.shape[1] == inputs,
      "A convolution of weights \(weights.shape) takes [n, \(inputs), height, width], not "
        + "\(x.shape).", in: pass)
    let columns = x.unfolded(window, file: pass.place.file, line: pass.place.line)
    let (height, width) = window.positions(height: x.shape[2], width: x.shape[3])
    let sums = matmul(weights.reshaped([outputs, columns.shape[0]]), columns)
    let images = sums.reshaped([outputs, x.shape[0], height, width]).permuted([1, 0, 2, 3])
    return activation(images + bias.reshaped([outputs, 1, 1]))
  }

  /// The ends of the activation's values, if it has two.
  public var saturationRange: ClosedRange<Double>? { activation.saturationRange }

  /// Visits `weights` and `bias`.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  public mutating func visitParameters(_ visitor: inout ParameterVisitor<S>) {
    visitor.visit("weights", &weights)
    visitor.visit("bias", &bias)
  }
}

private func requireFit(
  _ weights: [Int], _ bias: [Int], _ file: StaticString, _ line: UInt
) {
  require(
    weights.count == 4 && bias == [weights[0]],
    "A convolution takes weights [outputs, inputs, height, width] and a bias [outputs], not "
      + "\(weights) and \(bias).", file: file, line: line)
}

// Where nothing says what the numbers are, this makes them doubles.
extension Convolution2D where S == Double {
  /// A layer of random weights `[outputs, inputs, size, size]` and a bias of zeros, with a square
  /// window. Traps for a negative number of channels, a window or stride below 1, or a negative
  /// padding.
  public init(
    from inputs: Int, to outputs: Int, size: Int, stride: Int = 1, padding: Int = 0,
    activation: Activation = .identity, initialization: Initialization = .xavierUniform(),
    using generator: inout RandomNumbers, file: StaticString = #fileID, line: UInt = #line
  ) {
    requireSizes(inputs, outputs, file, line)
    self.init(
      weights: .initial(
        initialization, shape: [outputs, inputs, size, size], using: &generator, file: file,
        line: line),
      bias: .zeros([outputs]), stride: stride, padding: padding, activation: activation, file: file,
      line: line)
  }
}
