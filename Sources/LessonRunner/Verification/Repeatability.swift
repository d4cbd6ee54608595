import LessonFormat

extension RunOutcome {
  /// Whether running again would bring the same. A machine that was busy may have made a
  /// lesson slow, or a solution to an exercise, so that a time-out is tried again.
  func isRepeatable(_ lesson: Lesson) -> Bool {
    if ending.isOfTheMachine || !undecided.isEmpty { return false }
    return lesson.attempts.allSatisfy { attempt in
      guard let ended = attempts[attempt.index]?.ending else { return ending != .finished }
      return attempt.isStarter || !ended.isOfTheMachine
    }
  }
}

extension RunOutcome.Ending {
  fileprivate var isOfTheMachine: Bool {
    switch self {
    case .timedOut, .compilerFailed: true
    default: false
    }
  }
}
