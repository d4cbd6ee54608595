import Testing

@testable import Figures

@Suite struct PolylineClippingTests {
  private let box = Box(left: 0, top: 0, right: 10, bottom: 10)

  @Test func aLineThatLeavesAndComesBackIsTwoPieces() {
    let pieces = PolylineClipping.pieces(
      of: [Pixel(x: 5, y: 5), Pixel(x: 15, y: 5), Pixel(x: 15, y: 8), Pixel(x: 5, y: 8)], in: box)
    #expect(
      pieces == [
        [Pixel(x: 5, y: 5), Pixel(x: 10, y: 5)], [Pixel(x: 10, y: 8), Pixel(x: 5, y: 8)],
      ])
  }

  @Test func aLineMayCrossTheBoxWithBothEndsOutside() {
    let pieces = PolylineClipping.pieces(
      of: [Pixel(x: -10, y: 5), Pixel(x: 30, y: 5)], in: box)
    #expect(pieces == [[Pixel(x: 0, y: 5), Pixel(x: 10, y: 5)]])
  }

  @Test func whatIsNotANumberIsAGap() {
    let gap = Pixel(x: 3, y: .nan)
    let pieces = PolylineClipping.pieces(
      of: [Pixel(x: 1, y: 1), Pixel(x: 2, y: 1), gap, Pixel(x: 4, y: 1), gap, Pixel(x: 6, y: 1)],
      in: box)
    #expect(
      pieces == [
        [Pixel(x: 1, y: 1), Pixel(x: 2, y: 1)], [Pixel(x: 4, y: 1)], [Pixel(x: 6, y: 1)],
      ])
  }

  @Test func aLineOutsideLeavesNothing() {
    #expect(
      PolylineClipping.pieces(of: [Pixel(x: 11, y: 0), Pixel(x: 20, y: 9)], in: box).isEmpty)
  }
}
