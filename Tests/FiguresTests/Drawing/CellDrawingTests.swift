import Testing

@testable import Figures

@Suite struct CellDrawingTests {
  @Test func pathsOfCellsCoverEachCellOnce() {
    var random = GalleryNumbers(seed: 9)
    let levels: [Int?] = (0..<70).map { _ in
      let level = Int(random.uniform() * 4)
      return level == 3 ? nil : level
    }
    let drawing = CellDrawing(columns: 10, rows: 7, levels: levels)
    var drawn = [Int?](repeating: nil, count: 70)
    for match in drawing.paths({ "l=\"\($0)\"" }).matches(of: /l="([0-9])" d="([^"]+)"/) {
      var x = 0.0
      var y = 0.0
      var rest = match.2
      while let command = rest.first {
        rest = rest.dropFirst()
        let end = rest.firstIndex { "Mmh".contains($0) } ?? rest.endIndex
        let numbers = String(rest[..<end]).matches(of: /-?[0-9]*\.?[0-9]+/)
          .map { Double($0.output)! }
        rest = rest[end...]
        switch command {
        case "M": (x, y) = (numbers[0], numbers[1])
        case "m":
          x += numbers[0]
          y += numbers[1]
        default:
          for column in Int(x)..<Int(x + numbers[0]) {
            let place = Int(y) * 10 + column
            #expect(drawn[place] == nil)
            drawn[place] = Int(match.1)
          }
          x += numbers[0]
        }
      }
    }
    #expect(drawn == levels)
  }
}
