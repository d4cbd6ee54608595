/// Tensors with their shapes, and what is done with them: a rectangle for a matrix, a thin one for a
/// vector, a stack for more axes. Sides of the same size are drawn with the same length.
///
/// ```swift
/// TensorDiagram(
///   "A dense layer", alt: "32 rows of 784 inputs become 32 rows of 128 units.",
///   parts: [
///     .tensor("X", [32, 784]), .operation("·"), .tensor("W", [784, 128]), .operation("+"),
///     .tensor("b", [128]), .operation("="), .tensor("Y", [32, 128]),
///   ])
/// ```
public struct TensorDiagram: Figure {
  /// A tensor, or a sign between two.
  public enum Part: Equatable, Sendable {
    /// A tensor with a name and a shape.
    case tensor(String, [Int])
    /// A sign or a word, such as “·”, “+”, “→” or “ReLU”.
    case operation(String)
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
  /// The texts and their boxes, for tests.
  let labels: [Canvas.Label]

  /// Tensors and operations in a row, drawn at once.
  ///
  /// - Parameters:
  ///   - title: What the figure is; traps if empty.
  ///   - alt: What it shows; traps if empty.
  ///   - caption: A sentence printed beneath.
  ///   - name: The name by which prose places it.
  ///   - parts: From left to right; traps if there is no tensor, or a size is negative.
  ///   - width: Where a new row begins, in pixels.
  public init(
    _ title: String, alt: String, caption: String = "", name: String? = nil, parts: [Part],
    width: Double = 600, file: StaticString = #fileID, line: UInt = #line
  ) {
    requireWords(title: title, alternative: alt, file: file, line: line)
    var rows: [[String]] = []
    for part in parts {
      guard case .tensor(let name, let shape) = part else { continue }
      for size in shape where size < 0 {
        refuse(
          "The tensor “\(name)” of “\(title)” has a negative size: \(size).", file: file, line: line
        )
      }
      rows.append([name, TensorDrawing.text(shape)])
    }
    if rows.isEmpty {
      refuse("The figure “\(title)” needs a tensor at least.", file: file, line: line)
    }
    var drawing = TensorDrawing(parts: parts, limit: width)
    drawing.draw()
    self.title = title
    alternative = alt
    self.caption = caption
    self.name = name
    dataTable = Table(title, columns: ["tensor", "shape"], rows: rows)
    labels = drawing.canvas.labels
    svg = drawing.canvas.svg(
      width: drawing.width, height: drawing.height, title: title, description: alt)
  }
}
