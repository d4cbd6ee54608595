/// What a figure may weigh, so that pages load fast.
enum Budget {
  /// Bytes of a figure.
  static let bytes = 29_800

  /// Draws with less and less detail, from 1, until the text is small enough.
  ///
  /// The text should be proportional to the detail, or nearly so.
  static func fitted(_ draw: (_ detail: Double) -> String) {
    var detail = 1.0
    while true {
      let size = draw(detail).utf8.count
      if size <= bytes || detail < 0.01 { return }
      detail *= max(0.35, min(0.85, 0.95 * Double(bytes) / Double(size)))
    }
  }

  /// What the description says of a figure that is drawn with less detail.
  static func notes(_ detail: Double) -> [String] {
    detail < 1 ? ["It is drawn with less detail than the data have."] : []
  }
}
