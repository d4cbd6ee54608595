/// Draws a surface from back to front.
struct SurfaceDrawing {
  let mesh: SurfaceMesh
  let view: SurfaceView
  let titles: (x: String, y: String, z: String)
  let floor: Int
  let width: Double

  var canvas = Canvas()
  var notes: [String] = []
  /// The share of the usual detail with which paths and curves are drawn.
  var detail = 1.0
  /// The height of the figure.
  var total = 0.0
  /// Where something is drawn that words should not cover.
  var ink: [Pixel] = []

  /// Pixels of a unit of the box.
  private(set) var unit: Double
  /// Where the middle of the box's bottom is.
  private(set) var origin: Pixel
  /// The height of the floor in the box.
  let ground: Double

  static let steps = 14

  init(
    mesh: SurfaceMesh, view: SurfaceView, width: Double,
    titles: (x: String, y: String, z: String), floor: Int
  ) {
    self.mesh = mesh
    self.view = view
    self.titles = titles
    self.floor = floor
    ground = floor > 0 ? -0.55 : 0
    self.width = width
    var widest = 0.0
    var highest = -Double.infinity
    var lowest = Double.infinity
    for x in [-1.0, 1] {
      for y in [-1.0, 1] {
        widest = max(widest, view.across(x, y))
        highest = max(highest, view.up(x, y, SurfaceMesh.top))
        lowest = min(lowest, view.up(x, y, ground))
      }
    }
    unit = (width - 2 * 46) / (2 * widest)
    origin = Pixel(x: width / 2, y: 0)
    // What stands around the box decides how much of the width is left for it.
    for _ in 0..<3 {
      var left = 0.0
      var right = 0.0
      var bottom = 0.0
      for label in axisLabels().labels {
        let box = Canvas.box(
          label.text, x: label.place.x, baseline: label.place.y, anchor: label.anchor)
        left = max(left, origin.x - widest * unit - box.left)
        right = max(right, box.right - origin.x - widest * unit)
        bottom = max(bottom, box.bottom - origin.y + lowest * unit)
      }
      unit = (width - left - right - 8) / (2 * widest)
      origin = Pixel(x: left + 4 + widest * unit, y: (34 + highest * unit).roundedUp)
      total = (origin.y - lowest * unit + max(8, bottom + 4)).roundedUp
    }
  }

  /// The pixel of a point of the box.
  func pixel(_ x: Double, _ y: Double, _ z: Double) -> Pixel {
    Pixel(
      x: origin.x + view.across(x, y) * unit, y: origin.y - view.up(x, y, z) * unit)
  }

  mutating func draw(
    _ marks: [PlotDrawing.StyledLayer], height: (Double, Double) -> Double
  ) {
    if mesh.missing > 0 {
      notes.append(
        mesh.missing == 1
          ? "At one corner of the mesh the function is not finite; there the surface has a hole."
          : "At " + String(mesh.missing)
            + " corners of the mesh the function is not finite; there the surface has holes.")
    }
    if mesh.cut > 0 { notes.append("Heights beyond the axis are cut off.") }
    drawFloor(marks)
    drawMeshes()
    drawAxes()
    drawOnSurface(marks, height: height)
  }

  // MARK: Meshes

  /// One mesh, with the step of its colour and whether it is seen from above.
  private struct Facet {
    var corners: [Pixel]
    var step: Int
    var isFromAbove: Bool
  }

  /// The corners of the meshes in the order in which they are drawn: whatever hides something comes
  /// after it, since along both axes what is nearer to the eye comes later.
  func facets() -> [[Pixel]] { orderedFacets().map { $0.corners } }

  private func orderedFacets() -> [Facet] {
    let count = mesh.samples
    var result: [Facet] = []
    for rowNumber in 0..<count {
      let row = view.yGrowsAway ? count - 1 - rowNumber : rowNumber
      for columnNumber in 0..<count {
        let column = view.xGrowsAway ? count - 1 - columnNumber : columnNumber
        let heights = [
          mesh.height(column, row), mesh.height(column + 1, row),
          mesh.height(column + 1, row + 1), mesh.height(column, row + 1),
        ]
        let mean = (heights[0] + heights[1] + heights[2] + heights[3]) / 4
        if mean != mean { continue }
        let left = mesh.place(column)
        let right = mesh.place(column + 1)
        let near = mesh.place(row)
        let far = mesh.place(row + 1)
        let corners = [
          pixel(left, near, heights[0]), pixel(right, near, heights[1]),
          pixel(right, far, heights[2]), pixel(left, far, heights[3]),
        ]
        var area = 0.0
        for index in 0..<4 {
          let a = corners[index]
          let b = corners[(index + 1) % 4]
          area += a.x * b.y - b.x * a.y
        }
        // Light comes from the left above; slopes that face it are brighter.
        let slopeX = (heights[1] + heights[2] - heights[0] - heights[3]) / 2 / (right - left)
        let slopeY = (heights[2] + heights[3] - heights[0] - heights[1]) / 2 / (far - near)
        let length = (1 + slopeX * slopeX + slopeY * slopeY).squareRoot()
        let light =
          (0.8 - 0.45 * view.across(-slopeX, -slopeY) + 0.35 * view.away(slopeX, slopeY)) / length
        let shade = 1 - max(0, min(1, light))
        let share = 0.05 + 0.27 * mean / SurfaceMesh.top + 0.2 * shade
        result.append(
          Facet(
            corners: corners,
            step: Int((share * 2 * Double(SurfaceDrawing.steps)).roundedToNearest),
            isFromAbove: area < 0))
      }
    }
    return result
  }

  /// Meshes of one colour that follow each other are one path. Those seen from the same side in one
  /// row never cover each other.
  private mutating func drawMeshes() {
    let scale = ColorScale.sequential
    var variables = scale.variables
    let facets = orderedFacets()
    var used: [Int] = []
    for facet in facets where !used.contains(facet.step) { used.append(facet.step) }
    used.sort()
    for step in used {
      variables +=
        ";--" + String(step) + ":" + scale.paint(Double(step) / Double(2 * SurfaceDrawing.steps))
    }
    canvas.openGroup(
      "style=\"" + variables + "\" stroke=\"currentColor\" stroke-opacity=\".4\""
        + " stroke-width=\".5\" stroke-linejoin=\"round\"")
    var index = 0
    while index < facets.count {
      let first = facets[index]
      var data = PathData()
      var end = index
      // A row is as many facets as there are columns, holes aside; a run does not go on into the
      // next one.
      while end < facets.count, facets[end].step == first.step,
        facets[end].isFromAbove == first.isFromAbove, end - index < mesh.samples,
        end == index
          || PathArrows.distance(facets[end].corners[0], facets[end - 1].corners[0]) < unit
      {
        data.polyline(facets[end].corners, closed: true)
        end += 1
      }
      canvas.element("path", "fill=\"var(--" + String(first.step) + ")\" d=\"" + data.text + "\"")
      index = end
    }
    canvas.closeGroup()
  }

  // MARK: Floor

  private mutating func drawFloor(_ marks: [PlotDrawing.StyledLayer]) {
    guard floor > 0 else { return }
    let corners = [(-1.0, -1.0), (1, -1), (1, 1), (-1, 1)]
    var outline = PathData()
    outline.polyline(corners.map { pixel($0.0, $0.1, ground) }, closed: true)
    canvas.element(
      "path",
      "fill=\"none\" stroke=\"currentColor\" stroke-opacity=\".35\" d=\"" + outline.text + "\"")
    let field = mesh.field.refined(by: 2)
    let box = Box(left: -1, top: -1, right: 1, bottom: 1)
    var data = PathData()
    for level in LinearTicks.ticks(
      lower: mesh.z.lowerBound, upper: mesh.z.upperBound, count: floor)
    {
      for loop in field.loopsBelow(level) {
        var around = loop.map { Pixel(x: mesh.placeX($0.x), y: mesh.placeY($0.y)) }
        around.append(around[0])
        for piece in PolylineClipping.pieces(of: around, in: box) where piece.count > 1 {
          // What runs along the edge is not a level curve.
          let isEdge = piece.allSatisfy { $0.x.magnitude > 0.9999 || $0.y.magnitude > 0.9999 }
          if isEdge { continue }
          data.polyline(
            PathSimplification.simplified(
              piece.map { pixel($0.x, $0.y, ground) },
              tolerance: PathSimplification.tolerance / detail))
        }
      }
    }
    if !data.text.isEmpty {
      canvas.element(
        "path",
        "fill=\"none\" stroke=\"" + Palette.contour + "\" stroke-width=\".9\" d=\"" + data.text
          + "\"")
    }
    // The traces of paths.
    for styled in marks {
      guard case .iterates(let points) = styled.behavior.onSurface()
      else { continue }
      let inside = PolylineClipping.pieces(
        of: points.map {
          Pixel(x: mesh.placeX($0.x), y: mesh.placeY($0.y))
        }, in: box)
      var trace = PathData()
      for piece in inside {
        trace.polyline(
          PathSimplification.simplifiedLine(
            piece.map { pixel($0.x, $0.y, ground) }, limit: max(24, Int(1200 * detail))))
      }
      if trace.text.isEmpty { continue }
      canvas.element(
        "path",
        "fill=\"none\" stroke=\"" + styled.paint
          + "\" stroke-width=\"1.2\" stroke-opacity=\".75\" stroke-linejoin=\"round\" d=\""
          + trace.text + "\"")
    }
  }
}
