import Testing

@testable import Figures

@Suite struct StreamlinesTests {
  @Test func streamlinesKeepApartAndInside() {
    var tracer = StreamTracer(x: -1...1, y: -1...1, spacing: 0.07)
    let lines = tracer.lines { x, y in (1 + y * y, x) }
    #expect(lines.count > 8)
    for (number, line) in lines.enumerated() {
      for point in line {
        #expect(point.x >= -1 && point.x <= 1 && point.y >= -1 && point.y <= 1)
      }
      for other in lines[..<number] {
        var least = Double.infinity
        for a in line {
          for b in other {
            least = min(least, (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y))
          }
        }
        // Distances count in widths of the domain, which is 2 wide.
        #expect(least.squareRoot() > 0.07 * 2 * 0.5)
      }
    }
  }

  @Test func streamlinesOfARotationStayOnCircles() {
    var tracer = StreamTracer(x: -1...1, y: -1...1, spacing: 0.1)
    for line in tracer.lines({ x, y in (-y, x) }) {
      let radii = line.map { ($0.x * $0.x + $0.y * $0.y).squareRoot() }
      #expect(radii.max()! - radii.min()! < 2e-3)
    }
  }

  @Test func aFieldAtRestHasNoStreamlines() {
    let figure = plot { Streamlines(x: 0...1, y: 0...1) { _, _ in (0, .nan) } }
    #expect(figure.notes == ["One series is empty."])
  }
}
