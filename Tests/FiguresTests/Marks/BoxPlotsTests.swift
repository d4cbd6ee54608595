import Testing

@testable import Figures

@Suite struct BoxPlotsTests {
  @Test func whiskersEndAtValuesWithinOneAndAHalfBoxes() {
    // Quartiles 2 and 4: fences at −1 and 7.
    let marks = BoxPlots(["a"], samples: [[-2, -1, 2, 2, 3, 4, 4, 7, 9]])
    guard case .bars(let boxes) = marks.layers[0].geometry,
      case .segments(let whiskers) = marks.layers[1].geometry,
      case .symbols(let outliers) = marks.layers[3].geometry
    else {
      Issue.record("no box, whiskers and outliers")
      return
    }
    #expect(boxes.bars[0].base == 2 && boxes.bars[0].value == 4)
    #expect(whiskers.segments.map { $0.end.y } == [-1, 7])
    #expect(outliers.points.map { $0.y } == [-2, 9])
  }
}
