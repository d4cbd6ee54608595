import Testing

@testable import Figures

@Suite struct SurfaceMeshTests {
  @Test func aPointBehindTheHillIsHidden() {
    func height(_ x: Double, _ y: Double) -> Double { y.magnitude < 0.3 ? 1 : 0 }
    let mesh = SurfaceMesh(
      x: -1...1, y: -1...1, zRange: nil, samples: 12,
      field: SurfaceMesh.field(x: -1...1, y: -1...1, height: height), height: height)
    let view = SurfaceView(azimuth: 0, elevation: 20)
    func isHidden(_ y: Double, _ z: Double) -> Bool {
      mesh.hides(0, y, z, in: view, height: height)
    }
    #expect(!isHidden(-0.8, 0))
    #expect(isHidden(0.8, 0))
    #expect(!isHidden(0, SurfaceMesh.top))
    #expect(!isHidden(0.8, SurfaceMesh.top))
  }

  @Test func holesAndCutHeightsAreSaid() {
    let figure = Surface(
      "T", alt: "A.", x: -1...1, y: -1...1, zRange: 0...0.5, samples: 10,
      height: { x, y in x == -1 && y == -1 ? .nan : x * x + y * y })
    #expect(
      figure.notes == [
        "At one corner of the mesh the function is not finite; there the surface has a hole.",
        "Heights beyond the axis are cut off.",
      ])
  }
}
