/// The graph of a computation, from left to right or from top to bottom: leaves as rounded boxes,
/// operations as circles, on each wire the value on one side and the gradient on the other.
///
/// ```swift
/// GraphDiagram(
///   "The graph of (a + b) · c", alt: "a and b meet in a sum, which meets c in a product.",
///   nodes: [
///     .init(id: 0, label: "a", value: 2, gradient: 4),
///     .init(id: 1, label: "b", value: 1, gradient: 4),
///     .init(id: 2, label: "+", value: 3, gradient: 4, inputs: [0, 1]),
///     .init(id: 3, label: "c", value: 4, gradient: 3),
///     .init(id: 4, label: "×", value: 12, gradient: 1, inputs: [2, 3]),
///   ])
/// ```
///
/// The layout is layered (Sugiyama, Tagawa, Toda 1981) with few crossings, and no text lies on
/// another or on a wire. A wide graph has a wide figure; the page lets it scroll.
public struct GraphDiagram: Figure {
  /// One operation or leaf, whose output is one wire (that may branch).
  public struct Node: Sendable {
    /// What a node is drawn as.
    public enum Shape: Equatable, Sendable {
      /// A leaf without inputs, otherwise an operation.
      case automatic
      /// A box with round corners.
      case leaf
      /// A circle, or a lozenge around a long name.
      case operation
    }

    /// Its number, by which others name it as an input.
    public var id: Int
    /// What stands in it: “w₁”, “×”, “σ”.
    public var label: String
    /// The value of its output, or an empty string.
    public var value: String
    /// The derivative of the graph's output with respect to its own, or an empty string.
    public var gradient: String
    /// The nodes whose outputs it takes, in order.
    public var inputs: [Int]
    /// What it is drawn as.
    public var shape: Shape

    /// A node with numbers already written.
    public init(
      id: Int, label: String, value: String = "", gradient: String = "", inputs: [Int] = [],
      shape: Shape = .automatic
    ) {
      self.id = id
      self.label = label
      self.value = value
      self.gradient = gradient
      self.inputs = inputs
      self.shape = shape
    }

    /// A node with numbers, each written to so many significant digits. By default these are four,
    /// or as many more as tell the values in a graph apart, and its gradients.
    public init(
      id: Int, label: String, value: Double, gradient: Double? = nil, inputs: [Int] = [],
      digits: Int? = nil, shape: Shape = .automatic
    ) {
      var written = ""
      if let gradient { written = numeral(gradient, digits: digits ?? 4) }
      self.init(
        id: id, label: label, value: numeral(value, digits: digits ?? 4), gradient: written,
        inputs: inputs, shape: shape)
      if digits == nil { numbers = (value, gradient) }
    }

    /// The numbers whose digits the graph decides.
    fileprivate var numbers: (value: Double, gradient: Double?)?

    var isLeaf: Bool {
      switch shape {
      case .automatic: inputs.isEmpty
      case .leaf: true
      case .operation: false
      }
    }
  }

  /// Which way a graph runs.
  public enum Direction: Equatable, Sendable {
    /// From left to right: values above the wires, gradients below. Short graphs.
    case right
    /// From top to bottom: values left of the wires, gradients right. Deep graphs, which would be
    /// too wide for a page otherwise.
    case down
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
  /// The number of wires that cross, for tests.
  let crossings: Int

  /// A graph, drawn at once.
  ///
  /// - Parameters:
  ///   - title: What the figure is; traps if empty.
  ///   - alt: What it shows, for those who do not see it; traps if empty.
  ///   - caption: A sentence printed beneath.
  ///   - name: The name by which prose places it.
  ///   - nodes: The graph; traps if it is empty or has more than 150, an id occurs twice, an input
  ///     does not exist, or the inputs run in a circle.
  ///   - direction: Which way it runs.
  public init(
    _ title: String, alt: String, caption: String = "", name: String? = nil, nodes: [Node],
    direction: Direction = .right, file: StaticString = #fileID, line: UInt = #line
  ) {
    requireWords(title: title, alternative: alt, file: file, line: line)
    if nodes.count > GraphDiagram.nodeLimit {
      refuse(
        "The graph “\(title)” has \(nodes.count) nodes, too many for their wires to be followed; a "
          + "GraphDiagram draws \(GraphDiagram.nodeLimit) at most. Draw a part of it.", file: file,
        line: line)
    }
    let inputs = GraphDiagram.indices(nodes, title: title, file: file, line: line)
    guard let layers = GraphLayering.layers(inputs: inputs, isLeaf: nodes.map { $0.isLeaf }) else {
      refuse(
        "The inputs in the graph “\(title)” run in a circle, so that nothing could be computed.",
        file: file, line: line)
    }
    let nodes = GraphDiagram.toldApart(nodes)
    var rows = GraphRows(inputs: inputs, layers: layers)
    rows.reduceCrossings()
    var drawing = GraphDrawing(nodes: nodes, rows: rows, direction: direction)
    drawing.draw()
    self.title = title
    alternative = alt
    self.caption = caption
    self.name = name
    dataTable = GraphDiagram.table(title, nodes)
    labels = drawing.canvas.labels
    crossings = rows.crossings
    svg = drawing.canvas.svg(
      width: drawing.width, height: drawing.height,
      growth: drawing.width > 480 ? 1.05 : 1.25,
      leastWidth: drawing.width > 480 ? drawing.width * 0.66 : 0, title: title, description: alt)
  }

  /// So many nodes can be followed at most.
  static let nodeLimit = 150

  /// The nodes with as many digits as tell their numbers apart. What differs beyond the twelfth digit
  /// is the rounding of the computation that the graph shows.
  private static func toldApart(_ nodes: [Node]) -> [Node] {
    var result = nodes
    let values = NumberText.distinct(nodes.map { $0.numbers?.value ?? .nan }, limit: 12)
    let gradients = NumberText.distinct(nodes.map { $0.numbers?.gradient ?? .nan }, limit: 12)
    for (index, node) in nodes.enumerated() {
      guard let numbers = node.numbers else { continue }
      // Unless the text has been changed.
      if node.value == numeral(numbers.value) { result[index].value = values[index] }
      if let gradient = numbers.gradient, node.gradient == numeral(gradient) {
        result[index].gradient = gradients[index]
      }
    }
    return result
  }

  /// Values and gradients of the nodes, when there are any.
  private static func table(_ title: String, _ nodes: [Node]) -> Table? {
    var hasNumbers = false
    for node in nodes where !node.value.isEmpty || !node.gradient.isEmpty { hasNumbers = true }
    if !hasNumbers || nodes.count > Table.rowLimit { return nil }
    var names: [Int: String] = [:]
    for node in nodes { names[node.id] = node.label }
    return Table(
      title, columns: ["node", "of", "value", "gradient"],
      rows: nodes.map { node in
        var inputs = ""
        for id in node.inputs { inputs += (inputs.isEmpty ? "" : ", ") + (names[id] ?? "") }
        return [node.label, inputs, node.value, node.gradient]
      })
  }

  /// The inputs as places in the list of nodes.
  private static func indices(
    _ nodes: [Node], title: String, file: StaticString, line: UInt
  ) -> [[Int]] {
    if nodes.isEmpty { refuse("The graph “\(title)” has no nodes.", file: file, line: line) }
    var places: [Int: Int] = [:]
    for (index, node) in nodes.enumerated() {
      if places.updateValue(index, forKey: node.id) != nil {
        refuse(
          "The graph “\(title)” has two nodes with the id \(node.id).", file: file, line: line)
      }
    }
    return nodes.map { node in
      node.inputs.map { id in
        guard let place = places[id] else {
          refuse(
            "The node “\(node.label)” of the graph “\(title)” takes an input from node \(id), which "
              + "does not exist.", file: file, line: line)
        }
        return place
      }
    }
  }
}
