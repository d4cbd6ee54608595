import Testing

@testable import Figures

@Suite struct InkTests {
  private var drawing: PlotDrawing {
    PlotDrawing(
      layers: [], x: Axis(), y: Axis(), width: 520, aspect: .automatic, legend: .hidden)
  }

  @Test func aLineLeavesInkEveryThreePixels() {
    var drawing = drawing
    drawing.addInk(from: Pixel(x: 0, y: 0), to: Pixel(x: 6, y: 0))
    #expect(drawing.ink == [Pixel(x: 0, y: 0), Pixel(x: 3, y: 0), Pixel(x: 6, y: 0)])
  }

  @Test func onePointAloneLeavesItsOwn() {
    var drawing = drawing
    drawing.addInk(along: [Pixel(x: 1, y: 2)])
    #expect(drawing.ink == [Pixel(x: 1, y: 2)])
    #expect(drawing.symbols.isEmpty)
  }

  @Test func symbolsAreInkToo() {
    var drawing = drawing
    drawing.addSymbols([Pixel(x: 1, y: 2)])
    #expect(drawing.ink == drawing.symbols && drawing.ink.count == 1)
  }
}
