import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct WorkListTests {
  @Test func lessonsAreTakenInOrderAndOutcomesStandInTheLessons() throws {
    let work = WorkList([1, 0], 2)
    #expect([work.next(), work.next(), work.next()] == [1, 0, nil])
    work.finish(1, .success(RunOutcome(records: [.end])))
    work.finish(0, .success(RunOutcome(records: [.block(0)])))
    #expect(try work.outcomes().map(\.records) == [[.block(0)], [.end]])
  }

  @Test func aFailureEndsTheWork() {
    let work = WorkList([0, 1], 2)
    _ = work.next()
    work.finish(0, .failure(.missing(.bubblewrap(said: nil))))
    #expect(work.next() == nil)
    #expect(throws: MachineFailure.missing(.bubblewrap(said: nil))) { try work.outcomes() }
  }
}
