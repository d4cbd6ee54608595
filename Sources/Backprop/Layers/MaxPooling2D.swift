/// The largest number under a window at each of its positions, in each channel by itself.
///
/// `[n, channels, height, width]` becomes `[n, channels, rows, columns]`, with
/// ``Window/positions(height:width:)``. What lies beyond the edges is never the largest. Numbers that are
/// equally large share the derivative, where PyTorch gives it to the first.
///
///     let images = Tensor([[1, 2, 3, 4], [5, 6, 7, 8]]).reshaped([1, 1, 2, 4])
///     MaxPooling2D(size: 2)(images)      // 6.0, 8.0, of shape [1, 1, 1, 2]
///
/// Source: K. Yamaguchi, K. Sakamoto, T. Akabane and Y. Fujimoto, "A neural network for
/// speaker-independent isolated word recognition", ICSLP (1990).
public struct MaxPooling2D<S: Scalar>: Layer {
  /// What moves over the images.
  public let window: Window

  /// Pooling with a window. Traps if it can lie beyond an edge with more than its half, where it
  /// may cover nothing of the image.
  public init(window: Window, file: StaticString = #fileID, line: UInt = #line) {
    self.init(checked: window, file, line)
  }

  /// Pooling with a square window, by default with as large a stride. Traps if it can lie beyond an
  /// edge with more than its half.
  public init(
    size: Int, stride: Int? = nil, padding: Int = 0, file: StaticString = #fileID,
    line: UInt = #line
  ) {
    self.init(
      checked: Window(size, stride: stride ?? size, padding: padding, file: file, line: line),
      file, line)
  }

  fileprivate init(checked window: Window, _ file: StaticString, _ line: UInt) {
    require(
      2 * window.rowPadding <= window.height && 2 * window.columnPadding <= window.width,
      "A window of \(window.height) by \(window.width) for pooling can't have paddings "
        + "\(window.rowPadding) and \(window.columnPadding), more than its half.",
      file: file, line: line)
    self.window = window
  }

  /// The largest numbers, the same in training and inference. Traps unless the input is
  /// `[n, channels, height, width]` and the window fits.
  @_specialize(where S == Double)
  @_specialize(where S == Float)
  public func callAsFunction(_ x: Tensor<S>, in pass: inout Pass<S>) -> Tensor<S> {
    let (columns, shape) = pooledColumns(x, window, filling: -.infinity, in: pass)
    return columns.max(axis: 0).reshaped(shape)
  }

  /// Visits nothing: there are no parameters.
  public mutating func visitParameters(_ visitor: inout ParameterVisitor<S>) {}
}

/// What a window sees in each channel, a column for each position, and the shape of the images that
/// a number for each column makes.
@inline(__always)
func pooledColumns<S: Scalar>(
  _ x: Tensor<S>, _ window: Window, filling fill: Double, in pass: Pass<S>
) -> (columns: Tensor<S>, shape: [Int]) {
  let shape = x.shape
  requireImages(shape, under: window, file: pass.place.file, line: pass.place.line)
  let (height, width) = window.positions(height: shape[2], width: shape[3])
  let planes = x.reshaped([shape[0] * shape[1], 1, shape[2], shape[3]])
  return (planes.unfolded(window, filling: fill), [shape[0], shape[1], height, width])
}

// Where nothing says what the numbers are, these make them doubles.
extension MaxPooling2D where S == Double {
  /// Pooling with a window. Traps if it can lie beyond an edge with more than its half.
  public init(window: Window, file: StaticString = #fileID, line: UInt = #line) {
    self.init(checked: window, file, line)
  }

  /// Pooling with a square window, by default with as large a stride. Traps if it can lie beyond an
  /// edge with more than its half.
  public init(
    size: Int, stride: Int? = nil, padding: Int = 0, file: StaticString = #fileID,
    line: UInt = #line
  ) {
    self.init(
      checked: Window(size, stride: stride ?? size, padding: padding, file: file, line: line),
      file, line)
  }
}
