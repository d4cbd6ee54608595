import Testing

@testable import Figures

@Suite struct SurfaceAxesTests {
  @Test(arguments: stride(from: -180.0, through: 180, by: 45).map { $0 })
  func everyTextOfEveryViewHasItsPlace(azimuth: Double) {
    let figure = Surface(
      "T", alt: "A.", x: -100...100, y: -0.01...0.01, titles: ("x", "y", "z"), azimuth: azimuth,
      height: { x, y in x * x + y })
    let box = Box(left: 0, top: 0, right: 480, bottom: 1000)
    for (number, label) in figure.labels.enumerated() {
      #expect(box.contains(label.ink), "\(label.text) at \(azimuth)")
      for other in figure.labels[..<number] {
        #expect(
          label.ink.overlap(other.ink) == 0, "\(label.text) on \(other.text) at \(azimuth)")
      }
    }
  }
}
