// Blocks that may trap, and answers to exercises, run in a copy of the program, forked from the
// state before them: the program itself goes on as if they had not been there. Those that wait run in
// a program that is there for them only, since a copy has one thread and would wait for others.

extension LessonRecorder {
  /// What the alarm of a copy is set to.
  nonisolated(unsafe) public static var remainingSeconds: UInt32 = 0
  /// Where the host writes the number of the signal by which a copy crashed.
  nonisolated(unsafe) public static var crashSignal: UnsafeMutablePointer<Int32>?

  /// Runs what follows in a copy of the program when it returns true; the original waits for
  /// the copy's end, records how it ended, and goes on with false.
  public static func entersTrap(_ block: Int) -> Bool {
    // The message is all that is asked for, and the backtrace after it takes longer than most
    // blocks.
    let ending = copy(until: "Fatal error: ") {
      systemSetGroup(0, 0)
      systemAlarm(remainingSeconds)
    }
    guard let ending else { return true }
    record(.trap, [String(block), String(ending.status), ending.said])
    return false
  }

  /// Ends the copy of the program that `entersTrap` started: its block did not trap.
  public static func leaveTrap() -> Never {
    systemFlush(nil)
    systemExit(0)
  }

  /// Like `entersTrap`, for one attempt at an exercise: a starter or a solution, with the checks.
  ///
  /// What it prints goes nowhere. It may take a quarter of the time that is left, so that an
  /// answer that never ends does not end the lesson.
  public static func entersAttempt(_ attempt: Int) -> Bool {
    let seconds = IntervalTimer.current.secondsLeft
    let ending = copy { begin(attempt, secondsLeft: seconds) }
    guard let ending else { return true }
    record(.attemptEnded, [String(attempt), String(ending.status), ending.said])
    return false
  }

  /// Begins an attempt that is all that the rest of the program does.
  public static func beginAttempt(_ attempt: Int) {
    begin(attempt, secondsLeft: IntervalTimer.current.secondsLeft)
  }

  private static func begin(_ attempt: Int, secondsLeft: Double) {
    discardOutput()
    record(.attemptBegan, [String(attempt)])
    IntervalTimer(seconds: max(0.1, secondsLeft / 4)).start()
  }

  /// Ends the program of an attempt that `beginAttempt` began: its code came to its end.
  public static func endAttempt() -> Never {
    record(.attemptFinished, [])
    leave()
  }

  /// Begins a block that must trap and that is all that the rest of the program does.
  public static func beginTrap() {
    systemAlarm(remainingSeconds)
  }

  /// Ends the copy of the program that `entersAttempt` started: its code came to its end.
  public static func leaveAttempt() -> Never {
    record(.attemptFinished, [])
    systemExit(0)
  }

  /// Ends a program that was there for one attempt at an exercise, or one block, only.
  public static func leave() -> Never {
    end()
    systemExit(0)
  }

  /// Forks. In the copy, which writes its errors to the original, it returns nil after
  /// `prepare`; in the original how the copy ended, and what it said. A copy that has crashed, and has
  /// said a line with `enough` in it, is ended, with its process group: the program that the runtime
  /// starts for the backtrace would outlive it, and print that there is nothing to trace.
  private static func copy(
    until enough: String? = nil, prepare: () -> Void
  ) -> (status: Int32, said: String)? {
    systemFlush(nil)
    crashSignal?.pointee = 0
    var ends: [Int32] = [0, 0]
    guard systemPipe(&ends) == 0 else { fatalError("no pipe for a copy of the program") }
    let process = systemFork()
    guard process >= 0 else { fatalError("no process for a copy of the program") }
    if process == 0 {
      systemDuplicate(ends[1], 2)
      systemClose(ends[0])
      systemClose(ends[1])
      RecordLock.reset()
      prepare()
      return nil
    }
    systemClose(ends[1])
    var isStopped = false
    let said = readAll(ends[0], until: enough) {
      systemKill(-process, 9)
      isStopped = true
    }
    systemClose(ends[0])
    var status: Int32 = 0
    // A program that ignores the ends of its children gets no status of theirs.
    var result = systemWait(process, &status, 0)
    while result < 0, wasInterrupted { result = systemWait(process, &status, 0) }
    if result < 0 { status = crashSignal?.pointee ?? 0 }
    if isStopped { return (crashSignal?.pointee ?? status, said) }
    // A crash that the host did not see is a signal that the copy sent itself, and so its own end.
    let signal = status & 0x7F
    if crashSignals.contains(signal), crashSignal?.pointee == 0 { status = (128 + signal) << 8 }
    return (status, said)
  }

  private static func readAll(
    _ file: Int32, until enough: String?, stop: () -> Void
  ) -> String {
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = systemRead(file, &buffer, buffer.count)
      if count < 0, wasInterrupted { continue }
      if count <= 0 { break }
      if text.count < 65_536 { text += buffer[..<count] }
      if let enough, text.last == 10, let crashSignal, crashSignal.pointee != 0 {
        let said = String(decoding: text, as: UTF8.self)
        if said.split(separator: "\n").contains(where: { contains($0, enough) }) {
          stop()
          return said
        }
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}

extension LessonRecorder {
  private static func contains(_ line: Substring, _ part: String) -> Bool {
    var rest = line.utf8[...]
    while rest.count >= part.utf8.count {
      if rest.starts(with: part.utf8) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
