import Testing

@testable import Figures

@Suite struct SurfaceDrawingTests {
  private func wave(_ x: Double, _ y: Double) -> Double {
    // Steep enough to hide parts of itself.
    let u = x * x + y * y
    return (1 - 3 * u + 2 * u * u) + x / 2
  }

  private func drawing(azimuth: Double, elevation: Double) -> SurfaceDrawing {
    let mesh = SurfaceMesh(
      x: -1...1, y: -1...1, zRange: nil, samples: 12,
      field: SurfaceMesh.field(x: -1...1, y: -1...1, height: wave), height: wave)
    return SurfaceDrawing(
      mesh: mesh, view: SurfaceView(azimuth: azimuth, elevation: elevation), width: 480,
      titles: ("x", "y", "z"), floor: 0)
  }

  /// Whether a pixel lies in a quadrilateral, and how far away along the ground it is there, from
  /// the plane through the two triangles that the mesh may be cut into.
  private func contains(_ corners: [Pixel], _ point: Pixel) -> Bool {
    var inside = false
    var previous = corners.count - 1
    for index in corners.indices {
      let (a, b) = (corners[index], corners[previous])
      if (a.y > point.y) != (b.y > point.y),
        point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x
      {
        inside.toggle()
      }
      previous = index
    }
    return inside
  }

  /// What is drawn last at a pixel must be what a ray from the eye meets first.
  @Test(arguments: [(35.0, 25.0), (-40, 15), (130, 30), (200, 20), (290, 40)])
  func whatIsNearerIsDrawnLater(azimuth: Double, elevation: Double) {
    let drawing = drawing(azimuth: azimuth, elevation: elevation)
    let facets = drawing.facets()
    #expect(facets.count == 144)
    let view = drawing.view
    // How far away each facet's middle is, in the order of drawing.
    let count = 12
    var away: [Double] = []
    for rowNumber in 0..<count {
      let row = view.yGrowsAway ? count - 1 - rowNumber : rowNumber
      for columnNumber in 0..<count {
        let column = view.xGrowsAway ? count - 1 - columnNumber : columnNumber
        away.append(
          view.away(
            drawing.mesh.place(column) + 1.0 / 12, drawing.mesh.place(row) + 1.0 / 12))
      }
    }
    var random = GalleryNumbers(seed: 1)
    var overlaps = 0
    for _ in 0..<4000 {
      let point = Pixel(x: random.uniform() * 480, y: random.uniform() * drawing.total)
      let hits = facets.indices.filter { contains(facets[$0], point) }
      if hits.count > 1 { overlaps += 1 }
      guard let last = hits.last else { continue }
      for other in hits {
        // A neighbour's edge may differ by the size of a mesh.
        #expect(away[last] <= away[other] + 0.24)
      }
    }
    #expect(overlaps > 20, "the surface hides nothing of itself, so that nothing was tried")
  }
}
