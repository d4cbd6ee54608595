import Testing

@testable import LessonKit

@Suite struct RecordLockTests {
  private final class Counter: @unchecked Sendable { var count = 0 }

  @Test func oneThreadAtATimeHasIt() async {
    let counter = Counter()
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask { for _ in 0..<1000 { RecordLock.held { counter.count += 1 } } }
      }
    }
    #expect(RecordLock.held { counter.count } == 8000)
  }
}
