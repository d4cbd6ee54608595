/// The graph of a function of two variables as a surface in parallel projection, with its level
/// curves on the floor and paths on it.
///
/// ```swift
/// Surface(
///   "A saddle", alt: "It rises along x and falls along y.", x: -1...1, y: -1...1
/// ) { x, y in
///   x * x - y * y
/// } marks: {
///   Path(points: iterates, label: "momentum")
///   Annotation("saddle point", at: (0, 0))
/// }
/// ```
///
/// What is behind is hidden; the hidden parts of a path are dotted, and its trace on the floor is
/// drawn too. Where the function is not finite the surface has a hole, and the description says so.
/// ``Path``, ``Line``, ``Points`` and ``Annotation`` lie on the surface over their (x, y); other
/// marks have no place on it.
public struct Surface: Figure {
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
  /// What was left out or cut off, in sentences.
  public let notes: [String]
  /// The texts and their boxes, for tests.
  let labels: [Canvas.Label]

  /// A surface, drawn at once. Calls the function 2401 times for the floor and the table; then
  /// (samples + 1)² times for the meshes, and up to 150 times for each point of a mark, and for up
  /// to 59 points between two of a path or line, to see whether it is hidden. The latter two are
  /// repeated with less detail if the figure becomes too large.
  ///
  /// - Parameters:
  ///   - title: What the figure is; traps if empty.
  ///   - alt: What it shows, for those who do not see it; traps if empty.
  ///   - caption: A sentence printed beneath.
  ///   - name: The name by which prose places it.
  ///   - x: The domain in x; traps if it is empty or not finite.
  ///   - y: The domain in y.
  ///   - titles: What stands at the three axes.
  ///   - zRange: Heights beyond it are cut off; by default all heights are shown.
  ///   - azimuth: From where one looks, in degrees: 0 from the front with x to the right; a
  ///     positive angle goes round to the right.
  ///   - elevation: From how high, in degrees, 5 to 85.
  ///   - samples: Meshes along each axis, 6 to 26.
  ///   - floor: About how many level curves are drawn on the floor, 0 for no floor.
  ///   - width: In pixels, before the page scales it.
  ///   - height: The function of (x, y).
  ///   - marks: What lies on the surface.
  public init(
    _ title: String, alt: String, caption: String = "", name: String? = nil,
    x: ClosedRange<Double>, y: ClosedRange<Double>,
    titles: (x: String, y: String, z: String) = ("x", "y", ""),
    zRange: ClosedRange<Double>? = nil, azimuth: Double = 35, elevation: Double = 28,
    samples: Int = 20, floor: Int = 9, width: Double = 480, file: StaticString = #fileID,
    line: UInt = #line, height: (Double, Double) -> Double,
    @MarkBuilder marks: () -> [Plot.Layer] = { [] }
  ) {
    requireWords(title: title, alternative: alt, file: file, line: line)
    SeriesData.requireRoom([x, y], mark: "A Surface needs", file: file, line: line)
    if samples < 6 || samples > 26 {
      refuse("A Surface has 6 to 26 meshes along an axis, not \(samples).", file: file, line: line)
    }
    if !(elevation >= 5 && elevation <= 85) || !azimuth.isFinite || azimuth.magnitude > 1e6 {
      refuse(
        "A Surface is seen from 5 to 85 degrees above, not \(numeral(elevation)).", file: file,
        line: line)
    }
    let styled = PlotDrawing.styled(marks())
    let field = SurfaceMesh.field(x: x, y: y, height: height)
    let (drawn, text) = Budget.fitted { detail in
      // Meshes are counted along both axes.
      let meshes = max(6, Int((Double(samples) * detail.squareRoot()).roundedToNearest))
      var drawing = SurfaceDrawing(
        mesh: SurfaceMesh(
          x: x, y: y, zRange: zRange, samples: meshes, field: field, height: height),
        view: SurfaceView(azimuth: azimuth, elevation: elevation), width: width, titles: titles,
        floor: floor)
      drawing.detail = detail
      drawing.draw(styled, height: height)
      if meshes < samples {
        drawing.notes.append(
          "The surface has " + String(meshes) + " meshes along each axis, so that the figure stays "
            + "small.")
      }
      return drawing
    } text: { drawing in
      drawing.canvas.svg(
        width: width, height: drawing.total, title: title,
        description: described(alt, drawing.notes))
    }
    svg = text
    self.title = title
    alternative = alt
    self.caption = caption
    self.name = name
    notes = drawn.notes
    dataTable = ValueGrid(drawn.mesh.field).table(title, x: titles.x, y: titles.y)
    labels = drawn.canvas.labels
  }
}
