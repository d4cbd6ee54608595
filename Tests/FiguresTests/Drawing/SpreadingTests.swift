import Testing

@testable import Figures

@Suite struct SpreadingTests {
  @Test func whatIsFarApartStaysInItsPlace() {
    #expect(Spreading.places([0, 20, 50]) { _ in 10 } == [0, 20, 50])
  }

  @Test func whatIsTooNearMovesApartAroundItsMean() {
    #expect(Spreading.places([0, 0]) { _ in 10 } == [-5, 5])
    #expect(Spreading.places([5, 5, 5]) { _ in 2 } == [3, 5, 7])
  }

  @Test func whatHasMoreWeightMovesLess() {
    #expect(Spreading.places([0, 0], weights: [3, 1]) { _ in 10 } == [-2.5, 7.5])
  }

  @Test func orderIsKept() {
    #expect(Spreading.places([10, 0]) { _ in 0 } == [5, 5])
  }
}
