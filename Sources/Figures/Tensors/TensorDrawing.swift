/// Draws tensors in rows.
struct TensorDrawing {
  let parts: [TensorDiagram.Part]
  let limit: Double

  var canvas = Canvas()
  private(set) var width = 0.0
  private(set) var height = 0.0

  init(parts: [TensorDiagram.Part], limit: Double) {
    self.parts = parts
    self.limit = limit
  }

  static func text(_ shape: [Int]) -> String {
    if shape.isEmpty { return "scalar" }
    var result = ""
    for (index, size) in shape.enumerated() { result += (index > 0 ? " × " : "") + String(size) }
    return result
  }

  /// The length of a side: it grows with the logarithm of the size.
  static func side(_ size: Int) -> Double {
    if size <= 0 { return 4 }
    let doublings = Decimal.logarithm(Double(size)) * 3.321928094887362
    return min(118, 14 + 9.6 * doublings)
  }

  private struct Block {
    var part: TensorDiagram.Part
    var width: Double
    var high: Double = 0
    var wide: Double = 0
    var depth: Double = 0
  }

  private func block(_ part: TensorDiagram.Part) -> Block {
    switch part {
    case .operation(let sign):
      return Block(part: part, width: TextMetrics.width(sign, size: 17) + 8)
    case .tensor(let name, let shape):
      let wide = shape.isEmpty ? 14 : TensorDrawing.side(shape[shape.count - 1])
      let high = shape.count < 2 ? 14 : TensorDrawing.side(shape[shape.count - 2])
      let depth = shape.count > 2 ? 9.0 : 0
      let label = max(
        TextMetrics.width(name, size: 15, bold: true),
        TextMetrics.width(TensorDrawing.text(shape), size: 12))
      return Block(
        part: part, width: max(wide + 2 * depth, label), high: high, wide: wide, depth: depth)
    }
  }

  mutating func draw() {
    var rows: [[Block]] = [[]]
    var taken = 0.0
    for part in parts {
      let next = block(part)
      if taken + next.width + 20 > limit, !rows[rows.count - 1].isEmpty {
        rows.append([])
        taken = 0
      }
      rows[rows.count - 1].append(next)
      taken += next.width + 14
    }
    var top = 6.0
    for row in rows {
      var tallest = 0.0
      for block in row { tallest = max(tallest, block.high + 2 * block.depth) }
      let middle = top + tallest / 2
      var x = 6.0
      for block in row {
        draw(block, left: x, middle: middle, below: top + tallest)
        x += block.width + 14
      }
      width = max(width, (x - 8).roundedUp)
      top += tallest + 46
    }
    height = (top - 4).roundedUp
  }

  private mutating func draw(_ block: Block, left: Double, middle: Double, below: Double) {
    let center = left + block.width / 2
    switch block.part {
    case .operation(let sign):
      canvas.text(sign, x: center, baseline: middle + 6, anchor: .middle, size: 17)
    case .tensor(let name, let shape):
      let depth = block.depth
      let front = Box(
        left: center - block.wide / 2 - depth, top: middle - block.high / 2 + depth,
        right: center + block.wide / 2 - depth, bottom: middle + block.high / 2 + depth)
      canvas.openGroup(
        "style=\"--tint:" + Palette.contour + ";--ground:" + Palette.background + "\"")
      // Each lies before the ones behind it.
      for step in [2.0, 1, 0] where step == 0 || depth > 0 {
        let shift = step * depth
        canvas.element(
          "path",
          "fill=\"#e2e9f0\" style=\"fill:color-mix(in srgb,var(--tint) 16%,var(--ground))\""
            + " stroke=\"" + Palette.contour + "\" d=\""
            + Box(
              left: front.left + shift, top: front.top - shift, right: front.right + shift,
              bottom: front.bottom - shift
            ).path + "\"")
      }
      canvas.closeGroup()
      let cap = 15 * TextMetrics.capHeight
      let fits = TextMetrics.width(name, size: 15, bold: true) + 6 < block.wide && block.high > 20
      if fits {
        canvas.text(
          name, x: (front.left + front.right) / 2,
          baseline: (front.top + front.bottom) / 2 + cap / 2,
          anchor: .middle, size: 15, bold: true)
      }
      canvas.text(
        TensorDrawing.text(shape), x: center, baseline: below + 17, anchor: .middle, size: 12)
      if !fits {
        canvas.text(
          name, x: center, baseline: below + 34, anchor: .middle, size: 15, bold: true)
      }
    }
  }
}
