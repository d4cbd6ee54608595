import Synchronization
import Testing

@testable import LessonFormat

/// Ends what was left behind.
private final class Flag: Sendable {
  let isSet = Atomic(false)
}

@Suite struct DeepStackTests {
  @Test func whatIsDoneInTimeBringsItsValue() {
    #expect(DeepStack.run(seconds: 5) { 6 * 7 } == 42)
  }

  @Test func whatTakesTooLongIsLeftBehind() {
    let flag = Flag()
    let value = DeepStack.run(seconds: 0.1) {
      while !flag.isSet.load(ordering: .relaxed) {}
      return 1
    }
    flag.isSet.store(true, ordering: .relaxed)
    #expect(value == nil)
  }

  @Test func itsStackIsDeep() {
    func depth(_ left: Int) -> Int { left == 0 ? 0 : 1 + depth(left - 1) }
    #expect(DeepStack.run(seconds: 20) { depth(500_000) } == 500_000)
  }
}
