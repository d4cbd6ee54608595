import Testing

@testable import Figures

@Suite struct PlotLayoutTests {
  @Test func tenThousandNamesAreThinnedAndSaid() {
    let figure = plot {
      Bars((0..<10_000).map { "c\($0)" }, (0..<10_000).map { Double($0 % 97) })
    }
    #expect(
      figure.notes == [
        "Of 10\u{202F}000 names on the horizontal axis one in 2000 is written.",
        "Bars narrower than a pixel are drawn together.",
      ])
    #expect(figure.svg.utf8.count < 30_000)
  }

  @Test func aNameThatIsTooLongIsCutOff() {
    let figure = plot {
      Bars([String(repeating: "long ", count: 30), "b"], [1, 2], isHorizontal: true)
    }
    #expect(figure.labels.contains { $0.text.hasSuffix("…") })
  }

  @Test func namesThatDifferAtTheirEndsAreToldApart() {
    let names = (0..<3).map { String(repeating: "long ", count: 30) + "run \($0)" }
    for isHorizontal in [true, false] {
      let figure = plot { Bars(names + ["b"], [1, 2, 1, 3], isHorizontal: isHorizontal) }
      let texts = figure.labels.map { $0.text }.filter { $0.contains("…") }
      #expect(texts.count == 3 && Set(texts).count == 3, "\(texts)")
      for index in 0..<3 { #expect(texts.contains { $0.hasSuffix("run \(index)") }) }
    }
  }

  @Test func longNamesStandUprightAndNoneIsLeftOut() {
    let names = (0..<10).map { "a rather long name \($0)" }
    let figure = plot { Bars(names, names.indices.map { Double($0) }) }
    #expect(figure.notes.isEmpty)
    #expect(figure.svg.matches(of: /rotate\(-90\)/).count == 10)
    for name in names { #expect(figure.labels.contains { $0.text == name }) }
    // Numbers are thinned, as on any axis.
    let numbers = (0..<20).map { String($0 * 1000) }
    #expect(!plot(width: 480) { Bars(numbers, numbers.map { _ in 1 }) }.svg.contains("rotate"))
  }
}
