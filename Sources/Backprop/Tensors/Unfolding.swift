/// A rectangle that moves over images in steps: that of a convolution or of pooling.
public struct Window: Equatable, Sendable {
  /// How many rows it covers.
  public let height: Int
  /// How many columns it covers.
  public let width: Int
  /// By how many rows it moves.
  public let rowStride: Int
  /// By how many columns it moves.
  public let columnStride: Int
  /// How many rows beyond the first and the last of an image it reaches.
  public let rowPadding: Int
  /// How many columns beyond the first and the last it reaches.
  public let columnPadding: Int

  /// A window of `height` by `width`. Traps for a size or stride below 1, or a negative padding.
  public init(
    height: Int, width: Int, rowStride: Int, columnStride: Int, rowPadding: Int = 0,
    columnPadding: Int = 0, file: StaticString = #fileID, line: UInt = #line
  ) {
    require(
      height > 0 && width > 0 && rowStride > 0 && columnStride > 0 && rowPadding >= 0
        && columnPadding >= 0,
      "No window is \(height) by \(width), with strides \(rowStride) and \(columnStride) and "
        + "paddings \(rowPadding) and \(columnPadding).", file: file, line: line)
    self.height = height
    self.width = width
    self.rowStride = rowStride
    self.columnStride = columnStride
    self.rowPadding = rowPadding
    self.columnPadding = columnPadding
  }

  /// A square window that moves and reaches beyond the edges alike in both directions.
  ///
  /// Traps for a size or stride below 1, or a negative padding.
  public init(
    _ size: Int, stride: Int = 1, padding: Int = 0, file: StaticString = #fileID,
    line: UInt = #line
  ) {
    self.init(
      height: size, width: size, rowStride: stride, columnStride: stride, rowPadding: padding,
      columnPadding: padding, file: file, line: line)
  }

  /// How many positions it has over an image, downwards and across: `⌊(size + 2 padding − window) /
  /// stride⌋ + 1` in each direction, or 0 where it does not fit.
  public func positions(height: Int, width: Int) -> (rows: Int, columns: Int) {
    let rows = height + 2 * rowPadding - self.height
    let columns = width + 2 * columnPadding - self.width
    return (
      rows < 0 ? 0 : rows / rowStride + 1, columns < 0 ? 0 : columns / columnStride + 1
    )
  }
}

extension Tensor {
  /// What a window sees of images `[n, channels, height, width]` at each of its positions, as
  /// `[channels · window height · window width, n · rows · columns]`: a column for each position of
  /// each image. A convolution is the product of its weights, a row for each result, and this.
  ///
  /// Beyond the edges of an image stand zeros, or another number. Traps unless the tensor has four
  /// axes and the window fits.
  ///
  /// Source: K. Chellapilla, S. Puri and P. Simard, "High performance convolutional neural networks
  /// for document processing", Workshop on Frontiers in Handwriting Recognition (2006).
  public func unfolded(
    _ window: Window, filling fill: Double = 0, file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    requireImages(shape, under: window, file: file, line: line)
    return apply(.unfold(window, fill: fill), self)
  }

  /// The opposite of ``unfolded(_:filling:file:line:)``: images of the given shape, in which each
  /// number is the sum of those that stand for it.
  ///
  /// Traps unless unfolding images of the shape gives a tensor of this one's.
  public func folded(
    _ window: Window, shape: [Int], file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    requireImages(shape, under: window, file: file, line: line)
    let (rows, columns) = window.positions(height: shape[2], width: shape[3])
    let unfolded = [shape[1] * window.height * window.width, shape[0] * rows * columns]
    require(
      self.shape == unfolded,
      "A tensor of shape \(self.shape) does not fold into images \(shape): it would be \(unfolded).",
      file: file, line: line)
    return apply(.fold(window, shape: shape), self)
  }
}

func requireImages(_ shape: [Int], under window: Window, file: StaticString, line: UInt) {
  require(
    shape.count == 4, "Images are [n, channels, height, width], not \(shape).", file: file,
    line: line)
  let (rows, columns) = window.positions(height: shape[2], width: shape[3])
  require(
    rows > 0 && columns > 0,
    "A window of \(window.height) by \(window.width), with paddings \(window.rowPadding) and "
      + "\(window.columnPadding), does not fit into images \(shape).", file: file, line: line)
}
