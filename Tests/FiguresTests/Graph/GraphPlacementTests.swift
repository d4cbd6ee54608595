import Testing

@testable import Figures

@Suite struct GraphPlacementTests {
  @Test func aGraphMayRunDownWithValuesLeftAndGradientsRight() throws {
    let labels = Gallery.descent.labels
    let value = try #require(labels.first { $0.text == "0.6987" })
    let gradient = try #require(labels.first { $0.text == "−0.5384" })
    #expect(value.box.right < gradient.box.left)
    #expect(value.box.top == gradient.box.top)
    let input = try #require(labels.first { $0.text == "x₁" })
    #expect(input.box.bottom < value.box.top)
  }
}
