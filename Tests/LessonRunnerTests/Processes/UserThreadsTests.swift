import Glibc
import Testing

@testable import LessonRunner

@Suite struct UserThreadsTests {
  @Test func thoseOfThisProcessAreAmongThem() {
    #expect(UserThreads.count >= 1)
  }

  @Test func onlyRootBecomesAnother() {
    #expect(getuid() == 0 || !UserThreads.becomesAnother)
  }
}
