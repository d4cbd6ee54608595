import Synchronization
import Testing

@testable import LessonRunner

@Suite struct ParallelTests {
  private struct Odd: Error, Equatable { let number: Int }

  @Test func resultsAreInOrderWhoeverIsFirst() {
    let squares: [Int] = (0..<500).map { $0 * $0 }
    #expect(Parallel.map(Array(0..<500)) { $0 * $0 } == squares)
    #expect(Parallel.map([Int]()) { $0 }.isEmpty && Parallel.map([1]) { $0 + 1 } == [2])
  }

  @Test func allIsDoneAndTheFirstFailureInOrderIsThrown() throws {
    let done = Mutex<Set<Int>>([])
    #expect(throws: Odd(number: 3)) {
      _ = try Parallel.map(2...6) { number throws(Odd) in
        _ = done.withLock { $0.insert(number) }
        if number % 2 == 1 { throw Odd(number: number) }
        return number
      }
    }
    #expect(done.withLock { $0 } == [2, 3, 4, 5, 6])
    let even = try Parallel.map([2, 4]) { number throws(Odd) in number }
    #expect(even == [2, 4])
  }
}
