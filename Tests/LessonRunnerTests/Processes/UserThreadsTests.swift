import Testing

@testable import LessonRunner

@Suite struct UserThreadsTests {
  @Test func thoseOfThisProcessAreAmongThem() {
    #expect(UserThreads.count >= 1)
  }
}
