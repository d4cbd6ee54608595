import Testing

@testable import Figures

@Suite struct UndrawnTests {
  @Test func negativeValuesOnALogarithmicAxisAreSaid() {
    let figure = plot(y: Axis(scale: .logarithmic)) { Line([1, -2, 0, 4]) }
    #expect(
      figure.notes == ["2 values are not positive and have no place on a logarithmic axis."])
  }

  @Test func gapsAreCountedInTheDescription() {
    let figure = plot { Line([1, .nan, 3, .nan]) }
    #expect(figure.notes == ["2 values are not numbers and leave gaps."])
    #expect(figure.svg.contains("<desc>A. 2 values are not numbers"))
  }

  @Test func whatIsNotPositiveIsAGapOnALogarithmicAxis() {
    let figure = plot(y: Axis(scale: .logarithmic)) { Line([1, 0.1, 0, -2, 10]) }
    #expect(figure.notes.count == 1)
    #expect(figure.labels.contains { $0.text == "10" })
  }
}
