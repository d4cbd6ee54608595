/// The mean of the numbers under a window at each of its positions, in each channel by itself.
///
/// `[n, channels, height, width]` becomes `[n, channels, rows, columns]`, with
/// ``Window/positions(height:width:)``. Beyond the edges stand zeros, which count in the mean.
///
///     let images = Tensor([[1, 2, 3, 4], [5, 6, 7, 8]]).reshaped([1, 1, 2, 4])
///     AveragePooling2D(size: 2)(images)      // 3.5, 5.5, of shape [1, 1, 1, 2]
///
/// Source: Y. LeCun et al., "Handwritten digit recognition with a back-propagation network", NIPS
/// (1989).
public struct AveragePooling2D<S: Scalar>: Layer {
  /// What moves over the images.
  public let window: Window

  /// Pooling with a window.
  public init(window: Window) { self.window = window }

  /// Pooling with a square window, by default with as large a stride. Traps for a size or stride
  /// below 1, or a negative padding.
  public init(
    size: Int, stride: Int? = nil, padding: Int = 0, file: StaticString = #fileID,
    line: UInt = #line
  ) {
    window = Window(size, stride: stride ?? size, padding: padding, file: file, line: line)
  }

  /// The means, the same in training and inference. Traps unless the input is
  /// `[n, channels, height, width]` and the window fits.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  public func callAsFunction(_ x: Tensor<S>, in pass: inout Pass<S>) -> Tensor<S> {
    let (columns, shape) = pooledColumns(x, window, filling: 0, in: pass)
    return columns.mean(axis: 0).reshaped(shape)
  }

  /// Visits nothing: there are no parameters.
  public mutating func visitParameters(_ visitor: inout ParameterVisitor<S>) {}
}

// Where nothing says what the numbers are, these make them doubles.
extension AveragePooling2D where S == Double {
  /// Pooling with a window.
  public init(window: Window) { self.window = window }

  /// Pooling with a square window, by default with as large a stride. Traps for a size or stride
  /// below 1, or a negative padding.
  public init(
    size: Int, stride: Int? = nil, padding: Int = 0, file: StaticString = #fileID,
    line: UInt = #line
  ) {
    window = Window(size, stride: stride ?? size, padding: padding, file: file, line: line)
  }
}
