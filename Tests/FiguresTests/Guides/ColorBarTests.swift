import Testing

@testable import Figures

@Suite struct ColorBarTests {
  @Test func colouredContoursHaveABar() {
    let figure = plot { Contours(x: 0...1, y: 0...1, levels: 5, colors: .sequential) { $0 + $1 } }
    #expect(figure.labels.contains { $0.box.left > 480 })
  }
}
