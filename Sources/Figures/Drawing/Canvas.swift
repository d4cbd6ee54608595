/// Collects SVG elements, and the boxes of all texts so that labels can keep apart.
struct Canvas: Sendable {
  /// Where a text is held.
  enum Anchor: Sendable {
    case start
    case middle
    case end
  }

  /// A text that has been set, and the room it takes.
  struct Label: Sendable {
    var text: String
    var box: Box
  }

  /// The elements so far.
  private(set) var body = ""
  /// The texts so far.
  private(set) var labels: [Label] = []

  /// The size of ordinary text in pixels.
  static let textSize = 13.0

  /// The box of a text set at a place.
  static func box(
    _ text: String, x: Double, baseline: Double, anchor: Anchor, size: Double = textSize,
    bold: Bool = false
  ) -> Box {
    let width = TextMetrics.width(text, size: size, bold: bold)
    let left: Double
    switch anchor {
    case .start: left = x
    case .middle: left = x - width / 2
    case .end: left = x - width
    }
    return Box(
      left: left, top: baseline - TextMetrics.ascent * size, right: left + width,
      bottom: baseline + TextMetrics.descent * size)
  }

  /// Adds ready elements.
  mutating func add(_ elements: String) { body += elements }

  /// Adds an element without content; attributes are written as given.
  mutating func element(_ name: String, _ attributes: String) {
    body += "<"
    body += name
    body += " "
    body += attributes
    body += "/>"
  }

  /// Opens a group with attributes.
  mutating func openGroup(_ attributes: String) {
    body += "<g "
    body += attributes
    body += ">"
  }

  /// Closes the last group.
  mutating func closeGroup() { body += "</g>" }

  /// A straight line.
  mutating func line(from start: Pixel, to end: Pixel, _ attributes: String = "") {
    var path = "d=\"M"
    path += FixedPoint.text(start.x)
    path += " "
    path += FixedPoint.text(start.y)
    if start.y == end.y {
      path += "H" + FixedPoint.text(end.x)
    } else if start.x == end.x {
      path += "V" + FixedPoint.text(end.y)
    } else {
      path += "L" + FixedPoint.text(end.x) + " " + FixedPoint.text(end.y)
    }
    path += "\""
    element("path", attributes.isEmpty ? path : path + " " + attributes)
  }

  /// A text, whose box is remembered. A halo in the colour of the page keeps it legible over
  /// lines. One in a group leaves anchor, size and fill to the group.
  mutating func text(
    _ text: String, x: Double, baseline: Double, anchor: Anchor = .start,
    size: Double = textSize, bold: Bool = false, halo: Bool = false, fill: String? = nil,
    inGroup: Bool = false
  ) {
    if text.isEmpty { return }
    labels.append(
      Label(
        text: text,
        box: Canvas.box(
          text, x: x, baseline: baseline, anchor: anchor, size: size, bold: bold)))
    body += "<text x=\"" + FixedPoint.text(x) + "\" y=\"" + FixedPoint.text(baseline) + "\""
    if !inGroup {
      switch anchor {
      case .start: break
      case .middle: body += " text-anchor=\"middle\""
      case .end: body += " text-anchor=\"end\""
      }
      if size != Canvas.textSize { body += " font-size=\"" + FixedPoint.text(size) + "\"" }
      if let fill { body += " fill=\"" + fill + "\"" }
    }
    if bold { body += " font-weight=\"600\"" }
    if halo {
      body += " stroke=\"" + Palette.background + "\" stroke-width=\"3\" paint-order=\"stroke\""
      body += " stroke-linejoin=\"round\""
    }
    body += ">" + XMLText.escaped(text) + "</text>"
  }

  /// A text that is read from below upwards and ends at its top, with its base line at an x.
  mutating func uprightText(_ text: String, x: Double, top: Double) {
    if text.isEmpty { return }
    let size = Canvas.textSize
    labels.append(
      Label(
        text: text,
        box: Box(
          left: x - TextMetrics.ascent * size, top: top, right: x + TextMetrics.descent * size,
          bottom: top + TextMetrics.width(text, size: size))))
    let place = FixedPoint.text(x) + " " + FixedPoint.text(top)
    body += "<text transform=\"translate(" + place + ") rotate(-90)\" text-anchor=\"end\">"
    body += XMLText.escaped(text) + "</text>"
  }

  /// The whole element, with the words that a screen reader speaks. It takes the width that the
  /// page gives it, up to `growth` times its own, and no less than `leastWidth`.
  func svg(
    width: Double, height: Double, growth: Double = 1.25, leastWidth: Double = 0, title: String,
    description: String, moves: Bool = false
  ) -> String {
    let w = FixedPoint.text(width)
    let h = FixedPoint.text(height)
    var result = "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 "
    result += w + " " + h + "\" width=\"" + w + "\" height=\"" + h + "\""
    result +=
      " style=\"width:100%;max-width:" + FixedPoint.text(width * growth, decimals: 0) + "px;"
    if leastWidth > 0 {
      result += "min-width:" + FixedPoint.text(leastWidth, decimals: 0) + "px;"
    }
    result += "height:auto;font-variant-numeric:lining-nums\" font-family=\"" + Palette.font + "\""
    result += " font-size=\"" + FixedPoint.text(Canvas.textSize) + "\" fill=\"currentColor\">"
    result += "<title>" + XMLText.escaped(title) + "</title>"
    result += "<desc>" + XMLText.escaped(description) + "</desc>"
    if moves { result += "<style>" + Motion.styleSheet + "</style>" }
    result += body
    result += "</svg>"
    return result
  }
}

/// Text made safe for XML.
enum XMLText {
  /// With `&`, `<`, `>` and `"` escaped; control characters that XML forbids become U+FFFD.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "\t", "\n", "\r": result.append(scalar)
      default:
        let forbidden =
          scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF
        result.append(forbidden ? "\u{FFFD}" : scalar)
      }
    }
    return String(result)
  }
}
