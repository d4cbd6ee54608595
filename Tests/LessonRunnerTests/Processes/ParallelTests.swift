import Testing

@testable import LessonRunner

@Suite struct ParallelTests {
  private struct Odd: Error, Equatable { let number: Int }

  @Test func resultsAreInOrderWhoeverIsFirst() {
    #expect(Parallel.map(Array(0..<500)) { $0 * $0 } == (0..<500).map { $0 * $0 })
    #expect(Parallel.map([Int]()) { $0 }.isEmpty && Parallel.map([1]) { $0 + 1 } == [2])
  }

  @Test func aFailureStandsInItsPlaceAndTheOthersGoOn() throws {
    let results = Parallel.map(3...6) { number throws(Odd) in
      if number % 2 == 1 { throw Odd(number: number) }
      return number
    }
    #expect(results.count == 4)
    #expect(try results[1].get() == 4 && results[3].get() == 6)
    #expect(throws: Odd(number: 5)) { try results[2].get() }
  }
}
