/// A change of images at random that leaves what they show the same, so that a model meets each
/// example in many forms.
///
/// The images are `[n, h, w]` or `[n, channels, h, w]`; each is changed by itself, all its channels
/// in the same way.
///
///     let images = batch.inputs.augmented(
///       by: [.horizontalFlip(), .crop(height: 28, width: 28, padding: 2)], using: &generator)
///
/// Source: P. Simard, D. Steinkraus and J. Platt, "Best practices for convolutional neural networks
/// applied to visual document analysis", ICDAR (2003).
public enum Augmentation: Equatable, Sendable {
  /// Left and right exchanged, of each image with a probability.
  case horizontalFlip(probability: Double = 0.5)
  /// Top and bottom exchanged, of each image with a probability.
  case verticalFlip(probability: Double = 0.5)
  /// Each image moved by a whole number of rows and columns, up to these in either direction, each
  /// equally likely. What comes in is 0.
  case shift(rows: Int, columns: Int)
  /// A part of each image with this size, after a margin of zeros of this width was put around it;
  /// each place equally likely.
  case crop(height: Int, width: Int, padding: Int = 0)
  /// Noise of a normal distribution of mean 0 added to each number.
  case noise(standardDeviation: Double)
}

extension Tensor {
  /// Images `[n, …, h, w]` changed at random, by one augmentation after another.
  ///
  /// Traps for other shapes, a probability outside `0...1`, a negative shift, padding or standard
  /// deviation, and a part that is larger than an image with its margin.
  public func augmented(
    by augmentations: [Augmentation], using generator: inout RandomNumbers,
    file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    require(
      rank >= 3, "Images to change are [n, …, h, w], not \(shape).", file: file, line: line)
    var images = detached
    for augmentation in augmentations {
      images.augment(augmentation, using: &generator, file: file, line: line)
    }
    return images
  }

  private mutating func augment(
    _ augmentation: Augmentation, using generator: inout RandomNumbers, file: StaticString,
    line: UInt
  ) {
    let (height, width) = (shape[rank - 2], shape[rank - 1])
    switch augmentation {
    case .horizontalFlip(let probability):
      forEachExample(with: probability, using: &generator, file: file, line: line) {
        flipColumns(&$0, $1, width: width)
      }
    case .verticalFlip(let probability):
      forEachExample(with: probability, using: &generator, file: file, line: line) {
        flipRows(&$0, $1, height: height, width: width)
      }
    case .shift(let rows, let columns):
      require(
        rows >= 0 && columns >= 0,
        "Images are shifted by up to 0 or more rows and columns, not \(rows) and \(columns).",
        file: file, line: line)
      self = windows(
        tops: -rows..<(rows + 1), lefts: -columns..<(columns + 1), height, width, &generator)
    case .crop(let newHeight, let newWidth, let padding):
      let spare = (height + 2 * padding - newHeight, width + 2 * padding - newWidth)
      require(
        padding >= 0 && newHeight >= 0 && newWidth >= 0 && spare.0 >= 0 && spare.1 >= 0,
        "No part of \(newHeight) by \(newWidth) can be cut from images of \(height) by \(width) with "
          + "a margin of \(padding).", file: file, line: line)
      self = windows(
        tops: -padding..<(spare.0 - padding + 1), lefts: -padding..<(spare.1 - padding + 1),
        newHeight, newWidth, &generator)
    case .noise(let standardDeviation):
      self = withNoise(
        standardDeviation: S(standardDeviation), using: &generator, file: file, line: line)
    }
  }

  /// Calls a closure with the place of each image that chance picks.
  private mutating func forEachExample(
    with probability: Double, using generator: inout RandomNumbers, file: StaticString,
    line: UInt, _ change: (_ values: inout [S], _ place: Range<Int>) -> Void
  ) {
    require(
      probability >= 0 && probability <= 1, "\(probability) is no probability.",
      file: file, line: line)
    let size = elementCount(Array(shape.dropFirst()))
    for image in 0..<shape[0] where generator.uniform() < probability {
      change(&values, image * size..<(image + 1) * size)
    }
  }

  /// A part of each image, whose corner chance picks.
  private func windows(
    tops: Range<Int>, lefts: Range<Int>, _ newHeight: Int, _ newWidth: Int,
    _ generator: inout RandomNumbers
  ) -> Tensor {
    let size = (shape[rank - 2], shape[rank - 1])
    let channels = elementCount(Array(shape[1..<(rank - 2)]))
    var result = [S](repeating: 0, count: shape[0] * channels * newHeight * newWidth)
    for image in 0..<shape[0] {
      let corner = (generator.integer(in: tops), generator.integer(in: lefts))
      for plane in image * channels..<(image + 1) * channels {
        copyWindow(
          from: values, at: plane * size.0 * size.1, size: size, to: &result,
          at: plane * newHeight * newWidth, size: (newHeight, newWidth), corner: corner)
      }
    }
    return Tensor(unchecked: shape.dropLast(2) + [newHeight, newWidth], result)
  }
}
