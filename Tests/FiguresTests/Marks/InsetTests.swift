import Testing

@testable import Figures

@Suite struct InsetTests {
  @Test func aPartWithoutRoomIsRefused() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Inset(x: 0...1, y: 2...2)
    }
    #expect(said(result).contains("An Inset needs a domain with room, not 2 to 2."))
  }

  @Test func anInsetLiesInTheCornerThatIsAskedFor() throws {
    func place(_ corner: Inset.Corner) throws -> (x: Double, y: Double) {
      let figure = plot {
        Line(over: 0...10) { $0 }
        Inset(x: 4...5, y: 4...5, at: corner)
      }
      let label = try #require(figure.labels.last { $0.text == "4.5" })
      return (label.box.left, label.box.top)
    }
    #expect(try place(.topLeft).x < place(.topRight).x)
    #expect(try place(.topLeft).y < place(.bottomLeft).y)
  }
}
