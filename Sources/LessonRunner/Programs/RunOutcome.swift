import LessonFormat

/// What came of compiling and running a lesson's program: all that is kept in the cache.
///
/// Lines are those of the Markdown file when it ran, less the first line of the block they are
/// in, so that a lesson whose prose moves its blocks finds its results again.
package struct RunOutcome: Hashable, Sendable {
  /// A line of a block, counted from 0 at the block's first; of a claim when `block` is nil.
  package struct Place: Hashable, Sendable {
    var block: Int?
    var claim: Int?
    var line: Int
    /// The offset in UTF-8 from the start of the code's line.
    var offset: Int

    /// Whether a lesson has such a place. A program may print any line and column as that of its crash,
    /// and an entry of the cache may hold any.
    func isIn(_ lesson: Lesson) -> Bool {
      if let claim { return lesson.claims.indices.contains(claim) }
      guard let block, lesson.blocks.indices.contains(block) else { return false }
      let code = lesson.blocks[block].code.utf8
      // The line behind the last one is that of the fence.
      return (0...code.count { $0 == 10 }).contains(line) && (0...code.count).contains(offset)
    }
  }

  /// What the compiler said about a place.
  package struct Message: Hashable, Sendable {
    var severity: CompilerMessage.Severity
    var place: Place?
    var text: String
    /// The line as the compiler would have it.
    var suggestion: String?
  }

  /// How a program or an attempt ended.
  package enum Ending: Hashable, Sendable {
    /// Its last line was reached.
    case finished
    /// The compiler found errors.
    case didNotCompile
    /// A fault at run time: what the program said, and where it was if that is known.
    case trapped(said: String, place: Place?)
    /// Its time was over; where it was, if that is known.
    case timedOut(place: Place?)
    /// It asked for more memory than it may have.
    case outOfMemory(place: Place?)
    /// It printed more, or wrote a larger file, than it may.
    case wroteTooMuch
    /// The compiler itself went past the limit of time or memory, or crashed.
    case compilerFailed(String)
    /// It uses what neither it nor the library holds, or holds something twice: what the linker, or the
    /// loader, said.
    case didNotLink(said: String)
    /// It ended by itself before its last line, such as by `exit`.
    case leftEarly(status: Int32)
  }

  /// What the compiler said of the whole program.
  var messages: [Message] = []
  /// What the program said while it ran, with the lesson's own numbers.
  package var records: [Record] = []
  /// How the program ended.
  package var ending = Ending.finished
  /// What the compiler said of each `fails` block, by the block's index.
  var failing: [Int: [Message]] = [:]
  /// The `fails` blocks of which the compiler did not say whether they compile, and why. They are
  /// tried again, and so in no cache.
  var undecided: [Int: String] = [:]
  /// What became of each attempt at an exercise that was reached or that the compiler rejects, by
  /// the attempt's index. The values of its checks are among the records.
  var attempts: [Int: AttemptOutcome] = [:]

  /// Where it looked for memory when it ended by that, if that is near zero: where it would look that takes a
  /// variable without a value for a reference.
  var faultAddress: Int?
  /// What was read before it had a value, as running the program has shown.
  var earlyUses: [EarlyUse] = []

  /// A read of a variable before it has a value: in a block, by one of its checks if that is known, or in a
  /// claim.
  struct EarlyUse: Hashable, Sendable {
    var variable: String
    var block: Int?
    var check: Int?
    var claim: Int?
  }

  struct AttemptOutcome: Hashable, Sendable {
    /// What the compiler said, when it rejects the attempt.
    var messages: [Message] = []
    var ending: Ending
  }
}

extension RunOutcome {
  /// What a program that ran to its end has said.
  package init(records: [Record]) {
    self.init(messages: [], records: records)
  }
}
