/// A network of layers: units as circles, weights as lines, as wide as they are large, solid where
/// they are positive and dashed where they are negative.
///
/// ```swift
/// NetworkDiagram(
///   "A network for XOR", alt: "Two hidden units of opposite signs meet in the output.",
///   layers: [
///     .init("input", units: ["x₁", "x₂"]), .init("hidden", units: ["h₁", "h₂"]),
///     .init("output", units: ["p"]),
///   ],
///   weights: [[[3.1, 2.9], [-2.8, -3.0]], [[4.2, 4.4]]])
/// ```
///
/// Of a layer with many units the first and the last are drawn, and how many there are stands
/// beneath. A weight that is not finite is left out, and the description says so.
public struct NetworkDiagram: Figure {
  /// A layer and the names of its units.
  public struct Layer: Sendable {
    var title: String
    var units: [String]

    /// A layer of units with names, which may be empty.
    public init(_ title: String, units: [String]) {
      self.title = title
      self.units = units
    }

    /// A layer of so many units without names.
    public init(_ title: String, count: Int) {
      self.init(title, units: Array(repeating: "", count: max(0, count)))
    }
  }

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
  /// What was left out, in sentences.
  public let notes: [String]
  /// The texts and their boxes, for tests.
  let labels: [Canvas.Label]

  /// A network, drawn at once.
  ///
  /// - Parameters:
  ///   - title: What the figure is; traps if empty.
  ///   - alt: What it shows; traps if empty.
  ///   - caption: A sentence printed beneath.
  ///   - name: The name by which prose places it.
  ///   - layers: At least two layers of at least one unit each.
  ///   - weights: For each layer but the first a row of weights for each of its units, with one
  ///     weight for each unit of the layer before; traps if one is ragged. Empty for lines of one
  ///     width.
  public init(
    _ title: String, alt: String, caption: String = "", name: String? = nil, layers: [Layer],
    weights: [[[Double]]] = [], file: StaticString = #fileID, line: UInt = #line
  ) {
    requireWords(title: title, alternative: alt, file: file, line: line)
    var isDrawable = layers.count >= 2
    for layer in layers where layer.units.isEmpty { isDrawable = false }
    if !isDrawable {
      refuse(
        "The network “\(title)” needs two layers at least, none of them without units.", file: file,
        line: line)
    }
    if !weights.isEmpty {
      if weights.count != layers.count - 1 {
        refuse(
          "The network “\(title)” of \(layers.count) layers needs \(layers.count - 1) matrices of "
            + "weights, not \(weights.count).", file: file, line: line)
      }
      for (index, matrix) in weights.enumerated() {
        let rows = layers[index + 1].units.count
        let columns = layers[index].units.count
        var fits = matrix.count == rows
        for row in matrix where row.count != columns { fits = false }
        if !fits {
          refuse(
            "The weights into “\(layers[index + 1].title)” in the network “\(title)” need \(rows) rows "
              + "of \(columns).", file: file, line: line)
        }
      }
    }
    var drawing = NetworkDrawing(layers: layers, weights: weights)
    drawing.draw()
    self.title = title
    alternative = alt
    self.caption = caption
    self.name = name
    notes = drawing.notes
    dataTable = NetworkDiagram.table(title, layers, weights)
    labels = drawing.canvas.labels
    svg = drawing.canvas.svg(
      width: drawing.width, height: drawing.height, title: title,
      description: described(alt, drawing.notes))
  }

  /// The weights as rows, when there are not too many.
  private static func table(
    _ title: String, _ layers: [Layer], _ weights: [[[Double]]]
  ) -> Table? {
    var rows: [[TableCell]] = []
    func name(_ layer: Int, _ unit: Int) -> String {
      let own = layers[layer].units[unit]
      return own.isEmpty ? layers[layer].title + " " + String(unit + 1) : own
    }
    for (index, matrix) in weights.enumerated() {
      for (unit, row) in matrix.enumerated() {
        for (source, weight) in row.enumerated() {
          if rows.count >= Table.rowLimit { return nil }
          rows.append(
            [.text(name(index, source)), .text(name(index + 1, unit)), .number(weight)])
        }
      }
    }
    return rows.isEmpty ? nil : Table(title, columns: ["from", "to", "weight"], cells: rows)
  }
}
