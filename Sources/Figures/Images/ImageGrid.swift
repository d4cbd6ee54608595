/// Small images in rows: digits, filters, activations.
///
/// ```swift
/// ImageGrid(
///   "Digits that were read wrongly", alt: "Eight digits, most of them 4s like 9s.",
///   images: digits, width: 28, labels: ["4 as 9", "7 as 1"])
/// ```
///
/// Values from the least to the greatest go from the colour of the page to that of the text, so that
/// ink is dark on a light page and light on a dark one; with `colors: .diverging()` weights show
/// their signs. Large images are drawn as means of blocks, and the description says so.
public struct ImageGrid: Figure {
  /// What the figure is, as its heading says.
  public let title: String
  /// What it shows, for those who do not see it.
  public let alternative: String
  /// The sentence printed beneath, or an empty string.
  public let caption: String
  /// The name by which prose places it, or nil.
  public let name: String?
  /// The drawing: a complete `<svg>` element.
  public let svg: String
  /// The numbers that it shows; nil when there are none, or too many for a table.
  public let dataTable: Table?
  /// What was left out or reduced, in sentences.
  public let notes: [String]
  /// The texts and their boxes, for tests.
  let labels: [Canvas.Label]

  /// Images in rows, drawn at once.
  ///
  /// - Parameters:
  ///   - title: What the figure is; traps if empty.
  ///   - alt: What it shows; traps if empty.
  ///   - caption: A sentence printed beneath.
  ///   - name: The name by which prose places it.
  ///   - images: The pixels of each image, row by row from the top; traps if one has not `width`
  ///     times as many values as the first has rows, or if there is none.
  ///   - width: The pixels of a row.
  ///   - labels: What stands under each image; traps if there are others than images.
  ///   - columns: Images in a row; by default as many as fit.
  ///   - colors: How numbers become colours.
  ///   - range: What the colours cover; by default what occurs in all images together.
  public init(
    _ title: String, alt: String, caption: String = "", name: String? = nil, images: [[Double]],
    width: Int, labels: [String]? = nil, columns: Int? = nil, colors: ColorScale = .ink,
    in range: ClosedRange<Double>? = nil, file: StaticString = #fileID, line: UInt = #line
  ) {
    requireWords(title: title, alternative: alt, file: file, line: line)
    let size = images.first?.count ?? 0
    if images.isEmpty || width < 1 || size == 0 || size % width != 0 {
      refuse(
        "The images of “\(title)” need rows of \(width) pixels, but the first one has \(size).",
        file: file, line: line)
    }
    for (index, image) in images.enumerated() where image.count != size {
      refuse(
        "The images of “\(title)” are ragged: \(size) pixels are expected, but image \(index + 1) "
          + "has \(image.count).", file: file, line: line)
    }
    if let labels, labels.count != images.count {
      refuse(
        "“\(title)” needs one label for each image, but there are \(images.count) images and "
          + "\(labels.count) labels.", file: file, line: line)
    }
    let (drawn, text) = Budget.fitted { detail in
      var drawing = ImageGridDrawing(
        images: images, width: width, height: size / width, labels: labels ?? [],
        columns: columns, colors: colors, range: range, detail: detail)
      drawing.draw()
      return drawing
    } text: { drawing in
      drawing.canvas.svg(
        width: drawing.total.x, height: drawing.total.y, title: title,
        description: described(alt, drawing.notes))
    }
    svg = text
    self.title = title
    alternative = alt
    self.caption = caption
    self.name = name
    notes = drawn.notes
    dataTable = nil
    self.labels = drawn.canvas.labels
  }
}

/// Lays images out and draws them as one matrix of cells.
struct ImageGridDrawing {
  var canvas = Canvas()
  var notes: [String] = []
  /// The size of the figure.
  var total = Pixel(x: 0, y: 0)

  private var cells: [Cells] = []
  private let labels: [String]
  private let columns: Int
  /// Pixels of the figure for one of an image.
  private let unit: Double
  private let colors: ColorScale

  /// Cells that are drawn at most at full detail, so that the figure stays small.
  private static let limit = 9000

  init(
    images: [[Double]], width: Int, height: Int, labels: [String], columns: Int?,
    colors: ColorScale, range: ClosedRange<Double>?, detail: Double
  ) {
    var all = Cells(
      columns: width, rows: height, values: [], x: 0...Double(width), y: 0...Double(height),
      rowsRunDown: true)
    for image in images { all.values += image }
    let missing = all.setColors(colors, scale: .linear, range: range)
    if missing > 0 {
      notes.append(
        missing == 1 ? "One pixel has no value." : "\(missing) pixels have no value.")
    }
    steps = detail < 0.5 ? 4 : 12
    let most = Double(ImageGridDrawing.limit) * detail
    let side = max(1, Int((most / Double(images.count)).squareRoot()))
    for image in images {
      var one = all
      one.values = image
      cells.append(one.aggregated(limit: max(3, min(64, side))))
    }
    if cells[0].columns < width {
      let step = (width + cells[0].columns - 1) / cells[0].columns
      notes.append(
        "Each cell is the mean of a block of \(step) by \(step) pixels.")
    }
    self.labels = labels
    self.colors = colors
    var widest = 0.0
    for label in labels { widest = max(widest, TextMetrics.width(label, size: 12)) }
    // An image is about a seventh of the width, in whole pixels for each of its own.
    let across = Double(max(cells[0].columns, 1))
    let wanted = Double(columns.map { max(1, $0) } ?? min(images.count, 6))
    let room = (520 - 12 * (wanted - 1)) / wanted
    var unit = max(1, (min(room, 112) / across).roundedDown)
    if unit * across > room, across > room { unit = room / across }
    self.unit = unit
    let pitch = max(unit * across, widest) + 12
    self.columns = columns.map { max(1, $0) } ?? max(1, min(images.count, Int(532 / pitch)))
    self.pitch = pitch
  }

  private let pitch: Double
  /// Of the colour scale. Twelve are enough for small images, and take half the room.
  private let steps: Int

  mutating func draw() {
    let width = unit * Double(cells[0].columns)
    let height = unit * Double(cells[0].rows)
    let rowHeight = height + (labels.isEmpty ? 12 : 28)
    let rows = (cells.count + columns - 1) / columns
    canvas.openGroup("style=\"" + colors.variables + "\"")
    for (index, cell) in cells.enumerated() {
      let left = 2 + Double(index % columns) * pitch + (pitch - 12 - width) / 2
      let top = 2 + Double(index / columns) * rowHeight
      var levels: [Int?] = []
      for place in cell.values.indices {
        levels.append(cell.share(place).map { step(of: $0) })
      }
      let box = Box(left: left, top: top, right: left + width, bottom: top + height)
      let grid = CellDrawing(
        columns: cell.columns, rows: cell.rows, levels: levels.map { $0 == 0 ? nil : $0 })
      let content = grid.paths { stroke(step: $0) }
      canvas.add(CellDrawing.frame(box, columns: cell.columns, rows: cell.rows, content: content))
      canvas.element(
        "path",
        "fill=\"none\" stroke=\"currentColor\" stroke-opacity=\".4\" d=\""
          + box.expanded(by: 0.5).path + "\"")
    }
    canvas.closeGroup()
    for (index, label) in labels.enumerated() {
      canvas.text(
        label, x: 2 + Double(index % columns) * pitch + (pitch - 12) / 2,
        baseline: 2 + Double(index / columns) * rowHeight + height + 15, anchor: .middle, size: 12)
    }
    total = Pixel(
      x: (4 + Double(columns) * pitch - 12).roundedUp,
      y: (4 + Double(rows) * rowHeight - 12 + (labels.isEmpty ? 0 : 6)).roundedUp)
  }

  private func step(of share: Double) -> Int { Int((share * Double(steps)).roundedToNearest) }

  private func stroke(step: Int) -> String {
    let share = Double(step) / Double(steps)
    return "stroke=\"" + colors.fallback(share) + "\" style=\"stroke:" + colors.paint(share) + "\""
  }
}
