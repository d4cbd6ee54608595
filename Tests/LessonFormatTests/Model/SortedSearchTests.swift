import Testing

@testable import LessonFormat

@Suite struct SortedSearchTests {
  @Test(arguments: 0...6)
  func theFirstOfASortedListThatIsBehindIsFound(limit: Int) {
    let numbers = [1, 1, 3, 4]
    #expect(numbers.firstIndexOfSorted { $0 >= limit } == numbers.firstIndex { $0 >= limit } ?? 4)
    #expect([Int]().firstIndexOfSorted { $0 >= limit } == 0)
  }
}
