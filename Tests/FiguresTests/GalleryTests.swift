import Foundation
import Testing

@testable import Figures

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct GalleryTests {
  @Test(arguments: Gallery.names) func aFigureIsDrawnAsItWas(name: String) {
    expectSnapshot(Gallery.svg(name), name + ".svg")
  }

  @Test(arguments: Gallery.names) func aFigureIsWellFormed(name: String) {
    let parser = XMLParser(data: Data(Gallery.svg(name).utf8))
    #expect(parser.parse(), "\(name): \(String(describing: parser.parserError))")
  }

  @Test(arguments: Gallery.names) func aFigureStaysUnderThirtyKilobytes(name: String) {
    #expect(Gallery.svg(name).utf8.count < 30_000)
  }

  @Test(arguments: Gallery.names) func coordinatesHaveTwoDecimalsAtMost(name: String) {
    let attributes = Gallery.svg(name).replacing(/>[^<]*</, with: "><")
    #expect(!attributes.contains(/\.[0-9]{3}/))
  }

  @Test(arguments: Gallery.names) func aFigureSharesAPageWithOthers(name: String) {
    let svg = Gallery.svg(name)
    #expect(!svg.contains(" id="))
    let rules = svg.replacingOccurrences(of: "<style>" + Motion.styleSheet + "</style>", with: "")
    #expect(!rules.contains("<style"))
    #expect(!svg.contains("url("))
  }

  @Test(arguments: Gallery.names) func noTextLiesOnAnother(name: String) {
    let figure = Gallery.figures.first { $0.name == name }!.figure
    expectApart(figure.labels, in: figure.title)
  }

  private func expectApart(_ labels: [Canvas.Label], in title: String) {
    for first in labels.indices {
      for second in labels.indices.dropFirst(first + 1) {
        let shared = labels[first].ink.overlap(labels[second].ink)
        #expect(
          shared == 0,
          "\(title): “\(labels[first].text)” lies on “\(labels[second].text)”")
      }
    }
  }

  @Test(arguments: Gallery.names) func everyTextLiesInsideItsFigure(name: String) {
    let figure = Gallery.figures.first { $0.name == name }!.figure
    let size = viewBox(figure.svg)
    for label in figure.labels {
      #expect(size.contains(label.ink), "\(figure.title): “\(label.text)” sticks out")
    }
  }

  private func viewBox(_ svg: String) -> Box {
    let numbers = svg.firstMatch(of: /viewBox="0 0 ([0-9.]+) ([0-9.]+)"/)!
    return Box(left: 0, top: 0, right: Double(numbers.1)!, bottom: Double(numbers.2)!)
  }
}

extension Canvas.Label {
  /// The box without the room for letters that reach farther than digits do.
  var ink: Box { Box(left: box.left, top: box.top + 1, right: box.right, bottom: box.bottom - 2.5) }
}
