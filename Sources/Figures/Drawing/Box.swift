/// A rectangle in pixels; y grows downwards.
struct Box: Equatable, Sendable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  var width: Double { right - left }
  var height: Double { bottom - top }

  /// The area that two boxes share, in square pixels.
  func overlap(_ other: Box) -> Double {
    let width = min(right, other.right) - max(left, other.left)
    let height = min(bottom, other.bottom) - max(top, other.top)
    return width > 0 && height > 0 ? width * height : 0
  }

  func contains(x: Double, y: Double) -> Bool {
    x >= left && x <= right && y >= top && y <= bottom
  }

  func expanded(by margin: Double) -> Box {
    Box(left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin)
  }

  /// What lies in both boxes, or nil.
  func intersection(_ other: Box) -> Box? {
    let result = Box(
      left: max(left, other.left), top: max(top, other.top), right: min(right, other.right),
      bottom: min(bottom, other.bottom))
    return result.width >= 0 && result.height >= 0 ? result : nil
  }

  /// The outline as the data of a path.
  var path: String {
    var data = PathData()
    data.add(self)
    return data.text
  }

  func contains(_ other: Box) -> Bool {
    other.left >= left && other.right <= right && other.top >= top && other.bottom <= bottom
  }
}

/// A point in pixels; y grows downwards.
struct Pixel: Equatable, Sendable {
  var x: Double
  var y: Double
}
