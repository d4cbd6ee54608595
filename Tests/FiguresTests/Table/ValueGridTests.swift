import Testing

@testable import Figures

@Suite struct ValueGridTests {
  private func grid(_ columns: Int, _ rows: Int) -> ValueGrid {
    let xs = (0..<columns).map { Double($0) }
    let ys = (0..<rows).map { Double($0) }
    var values: [Double] = []
    for y in ys { for x in xs { values.append(100 * y + x) } }
    return ValueGrid(SampledField(xs: xs, ys: ys, values: values))
  }

  @Test func theHighestRowIsOnTop() {
    let grid = grid(2, 3)
    #expect(grid.ys == [2, 1, 0])
    #expect(grid.rows == [[200, 201], [100, 101], [0, 1]])
  }

  @Test func ofManySevenAreChosenFromTheFirstToTheLast() {
    let grid = grid(13, 4)
    #expect(grid.xs == [0, 2, 4, 6, 8, 10, 12])
    #expect(grid.ys.count == 4)
  }

  @Test func valuesOfAColumnAreToldApartButForTheirRounding() {
    let field = SampledField(
      xs: [0, 1], ys: [0, 1], values: [1.00001, 0.1 + 0.2, 1.00002, 0.3])
    #expect(
      ValueGrid(field).table("T", x: "u", y: "v").rows
        == [["1", "1.00002", "0.3"], ["0", "1.00001", "0.3"]])
  }

  @Test func aValueThatIsMissingIsADash() {
    let field = SampledField(xs: [0, 1], ys: [0], values: [.nan, 2])
    #expect(ValueGrid(field).table("T", x: "u", y: "v").rows == [["0", "—", "2"]])
  }
}
