import Testing

@testable import Figures

@Suite struct NoteGeometryTests {
  private func figure(at place: Double, marked: Bool = true) -> Plot {
    plot(x: Axis(in: 0...1), y: Axis(in: 0...1)) {
      Annotation("here", at: (place, place), marked: marked)
    }
  }

  @Test func wordsOutsideTheAxesAreNotWritten() {
    #expect(figure(at: 0.5).labels.contains { $0.text == "here" })
    #expect(!figure(at: 1.5).labels.contains { $0.text == "here" })
  }

  @Test func aCrossMarksThePointUnlessItIsNotWanted() {
    #expect(figure(at: 0.5).svg.contains("stroke-width=\"1.6\""))
    #expect(!figure(at: 0.5, marked: false).svg.contains("stroke-width=\"1.6\""))
  }

  @Test func noNoteCoversWhatAnotherMarks() {
    let figure = plot(x: Axis(in: 0...10), y: Axis(in: 0...10)) {
      Annotation("first", at: (5, 5))
      Annotation("second", at: (5.6, 5.2))
    }
    let crosses = figure.svg.matches(
      of:
        /<path d="M([0-9.]+) ([0-9.]+)[^"]*" fill="none" stroke="currentColor" stroke-width="1\.6"/)
    #expect(crosses.count == 2)
    for cross in crosses {
      // The middle of a cross whose first corner is 3.4 pixels to its left and above it.
      let (x, y) = (Double(cross.1)! + 3.4, Double(cross.2)! + 3.4)
      for label in figure.labels where ["first", "second"].contains(label.text) {
        #expect(!label.ink.contains(x: x, y: y))
      }
    }
  }
}
