import LessonFormat

/// One of the attempts from which an exercise is verified: an answer, which is the starter or a
/// solution, and the checks after it. The two are one piece of code.
package struct Attempt: Hashable, Sendable {
  /// The place among the attempts of the lesson.
  let index: Int
  let exercise: Exercise
  /// The block of the starter or solution.
  let answer: Int

  var isStarter: Bool { answer == exercise.starter }

  /// The blocks that it consists of.
  var blocks: [Int] { [answer, exercise.check] }

  /// The name of the lesson's file inside this attempt's code. The checks stand in the program once
  /// for each attempt; the compiler's messages tell by the name in which of them it found something.
  func path(of file: String) -> String { "attempt-\(index)/\(file)" }
}

extension Lesson {
  /// The attempts of all exercises, starters before solutions.
  var attempts: [Attempt] {
    let answers = exercises.flatMap { exercise in
      ([exercise.starter] + exercise.solutions).map { (exercise, $0) }
    }
    return answers.enumerated().map { index, answer in
      Attempt(index: index, exercise: answer.0, answer: answer.1)
    }
  }

  /// Whether an attempt can stand in the middle of the lesson's program. One that declares what only a
  /// file can hold, that may end elsewhere than it seems to, or that waits, needs a program of its own.
  func canHold(_ attempt: Attempt) -> Bool {
    attempt.blocks.allSatisfy { blocks[$0].scopeRequirement == .inScope }
      && !isAsynchronous(attempt)
  }

  /// Whether an attempt waits, outside its functions and closures.
  func isAsynchronous(_ attempt: Attempt) -> Bool {
    attempt.blocks.contains { blocks[$0].isAsynchronous }
  }

  /// Whether the lesson's program waits. It then ends by itself: its last line is reached by another way
  /// than the one by which it was called.
  var isAsynchronous: Bool {
    blocks.contains { $0.execution == .run && $0.isAsynchronous }
      || claims.contains { $0.isAsynchronous }
  }
}

extension Claim {
  /// Whether its expression may wait. An end that is written for nothing does no harm.
  fileprivate var isAsynchronous: Bool {
    expression.split { !$0.isLetter }.contains("await")
  }
}
