/// What a figure may weigh, so that pages load fast.
enum Budget {
  /// Bytes of a figure.
  static let bytes = 29_800

  /// Draws with less and less detail, from 1, until the text is small enough.
  ///
  /// The text should be proportional to the detail, or nearly so.
  static func fitted<Drawing>(
    _ draw: (_ detail: Double) -> Drawing, text: (Drawing) -> String
  ) -> (drawing: Drawing, text: String) {
    var detail = 1.0
    while true {
      let drawing = draw(detail)
      let text = text(drawing)
      let size = text.utf8.count
      if size <= bytes || detail < 0.01 { return (drawing, text) }
      detail *= max(0.35, min(0.85, 0.95 * Double(bytes) / Double(size)))
    }
  }

  /// What the description says of a figure that is drawn with less detail.
  static func notes(_ detail: Double) -> [String] {
    detail < 1 ? ["It is drawn with less detail than the data have."] : []
  }
}

/// A description for those who do not see a figure, with what is to be known of how it is drawn.
func described(_ alternative: String, _ notes: [String]) -> String {
  var description = alternative
  for note in notes { description += " " + note }
  return description
}
