// Images as data: the last two axes are rows and columns, whatever stands before them: `[h, w]`,
// `[channels, h, w]`, `[n, channels, h, w]`. A derivative does not reach through these.

extension Tensor {
  /// Images with left and right exchanged. Traps unless there are rows and columns.
  public func flippedHorizontally(
    file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    requireImages(self, file: file, line: line)
    var result = Tensor(unchecked: shape, values)
    flipColumns(&result.values, 0..<count, width: shape[rank - 1])
    return result
  }

  /// Images with top and bottom exchanged. Traps unless there are rows and columns.
  public func flippedVertically(
    file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    requireImages(self, file: file, line: line)
    var result = Tensor(unchecked: shape, values)
    flipRows(&result.values, 0..<count, height: shape[rank - 2], width: shape[rank - 1])
    return result
  }

  /// The part of each image that begins at a row and a column and has a size. It may reach beyond the
  /// image, where all is one number: with `top` −1 the image moves down by a row, and with a larger
  /// size it gets a margin.
  ///
  /// Traps unless there are rows and columns, and for a negative size.
  public func window(
    top: Int, left: Int, height: Int, width: Int, filling: S = 0,
    file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    requireImages(self, file: file, line: line)
    require(
      height >= 0 && width >= 0, "No part of an image is \(height) rows by \(width) columns.",
      file: file, line: line)
    let (oldHeight, oldWidth) = (shape[rank - 2], shape[rank - 1])
    let images = elementCount(Array(shape.dropLast(2)))
    var result = [S](repeating: filling, count: images * height * width)
    for image in 0..<images {
      copyWindow(
        from: values, at: image * oldHeight * oldWidth, size: (oldHeight, oldWidth),
        to: &result, at: image * height * width, size: (height, width), corner: (top, left))
    }
    return Tensor(unchecked: shape.dropLast(2) + [height, width], result)
  }

  /// The numbers, each with noise of a normal distribution of mean 0 added.
  ///
  /// Traps for a negative standard deviation.
  public func withNoise(
    standardDeviation: S, using generator: inout RandomNumbers, file: StaticString = #fileID,
    line: UInt = #line
  ) -> Tensor {
    requireNoise(standardDeviation, file: file, line: line)
    return Tensor(unchecked: shape, values.map { $0 + standardDeviation * S(generator.normal()) })
  }
}

func requireImages<S: Scalar>(_ images: Tensor<S>, file: StaticString, line: UInt) {
  require(
    images.rank >= 2, "Images are [h, w] or […, h, w], not \(images.shape).",
    file: file, line: line)
}

func requireNoise<S: Scalar>(_ standardDeviation: S, file: StaticString, line: UInt) {
  require(
    standardDeviation >= 0,
    "Noise has a standard deviation of 0 or more, not \(Double(standardDeviation)).",
    file: file, line: line)
}

/// Reverses each row of `width` numbers in a range.
@_specialize(where S == Double)
@_specialize(where S == Float)
func flipColumns<S: Scalar>(_ values: inout [S], _ range: Range<Int>, width: Int) {
  for row in stride(from: range.lowerBound, to: range.upperBound, by: max(width, 1)) {
    for i in 0..<(width / 2) { values.swapAt(row + i, row + width - 1 - i) }
  }
}

/// Reverses the order of the rows of each image in a range.
@_specialize(where S == Double)
@_specialize(where S == Float)
func flipRows<S: Scalar>(_ values: inout [S], _ range: Range<Int>, height: Int, width: Int) {
  for image in stride(from: range.lowerBound, to: range.upperBound, by: max(height * width, 1)) {
    for i in 0..<(height / 2) {
      let (row, other) = (image + i * width, image + (height - 1 - i) * width)
      for k in 0..<width { values.swapAt(row + k, other + k) }
    }
  }
}

/// Copies what an image and a window of it have in common.
@_specialize(where S == Double)
@_specialize(where S == Float)
func copyWindow<S: Scalar>(
  from source: [S], at start: Int, size: (height: Int, width: Int), to result: inout [S],
  at place: Int, size window: (height: Int, width: Int), corner: (top: Int, left: Int)
) {
  let columns =
    min(
      max(-corner.left, 0), window.width)..<max(
      min(size.width - corner.left, window.width), min(max(-corner.left, 0), window.width))
  for row in 0..<window.height where (0..<size.height).contains(row + corner.top) {
    let from = start + (row + corner.top) * size.width + corner.left
    let to = place + row * window.width
    for column in columns { result[to + column] = source[from + column] }
  }
}
