/// The numbers under a window at each of its positions over `[n, channels, height, width]`, as
/// `[channels · window, n · positions]`; beyond the edges stands `fill`.
@inline(__always)
func unfolded<S: Scalar>(_ x: Tensor<S>, _ window: Window, fill: S) -> Tensor<S> {
  let places = WindowPlaces(window, over: x.shape)
  var values = [S](repeating: fill, count: elementCount(places.unfoldedShape))
  values.withUnsafeMutableBufferPointer { columns in
    x.values.withUnsafeBufferPointer { x in
      places.forEachRun { column, place, count, step in
        for i in 0..<count { columns[column + i] = x[place + i * step] }
      }
    }
  }
  return Tensor(unchecked: places.unfoldedShape, values)
}

/// The opposite of ``unfolded(_:_:fill:)``: each number is added to the place that it stands for.
@inline(__always)
func folded<S: Scalar>(_ columns: Tensor<S>, _ window: Window, shape: [Int]) -> Tensor<S> {
  let places = WindowPlaces(window, over: shape)
  var values = [S](repeating: 0, count: elementCount(shape))
  values.withUnsafeMutableBufferPointer { result in
    columns.values.withUnsafeBufferPointer { columns in
      places.forEachRun { column, place, count, step in
        for i in 0..<count { result[place + i * step] += columns[column + i] }
      }
    }
  }
  return Tensor(unchecked: shape, values)
}

/// Which number of an image stands at which place of the unfolded matrix.
private struct WindowPlaces {
  private let window: Window
  private let images: Int
  private let channels: Int
  private let height: Int
  private let width: Int
  private let rows: Int
  private let columns: Int

  @inline(__always)
  init(_ window: Window, over shape: [Int]) {
    self.window = window
    images = shape[0]
    channels = shape[1]
    height = shape[2]
    width = shape[3]
    let size = window.positions(height: height, width: width)
    rows = size.rows
    columns = size.columns
  }

  var unfoldedShape: [Int] {
    [channels * window.height * window.width, images * rows * columns]
  }

  /// Calls a closure for each run of numbers that stand together in a row of the matrix: the run's
  /// start there, that in the image, how many there are, and the step in the image.
  @inline(__always)
  func forEachRun(_ body: (_ column: Int, _ place: Int, _ count: Int, _ step: Int) -> Void) {
    for channel in 0..<channels {
      for y in 0..<window.height {
        for x in 0..<window.width {
          // The positions at which this column of the window is within the image.
          let shift = x - window.columnPadding
          let first = shift >= 0 ? 0 : (-shift + window.columnStride - 1) / window.columnStride
          let last = (width - 1 - shift) / window.columnStride
          let end = width - 1 - shift < 0 ? 0 : min(columns, last + 1)
          if first >= end { continue }
          let line = ((channel * window.height + y) * window.width + x) * images
          for image in 0..<images {
            for row in 0..<rows {
              let imageRow = row * window.rowStride + y - window.rowPadding
              if imageRow < 0 || imageRow >= height { continue }
              body(
                ((line + image) * rows + row) * columns + first,
                ((image * channels + channel) * height + imageRow) * width
                  + first * window.columnStride + shift,
                end - first, window.columnStride)
            }
          }
        }
      }
    }
  }
}
