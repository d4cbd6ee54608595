import Figures

/// Writes what happens in a lesson's program to the runner, as it happens.
///
/// Records go into the program's standard output, each behind a boundary that the runner chose at
/// random, so that text and records keep their order and what came before a trap is never
/// lost. `RecordFormat` says how they are written.
///
/// Lessons do not call it: the runner puts the calls into their code. Tasks of a lesson may run side by
/// side, so that one thread at a time writes a record.
public enum LessonRecorder {
  nonisolated(unsafe) private static var boundary: [UInt8] = []
  /// The file that records go to: the standard output, unless that is discarded.
  nonisolated(unsafe) private static var file: Int32 = 1
  nonisolated(unsafe) private static var checks: [Int: RepeatedCheck] = [:]

  /// Sets the runner's boundary. Without one nothing is recorded, so that a lesson's program runs
  /// by itself too.
  public static func start(boundary: String) {
    self.boundary = Array(boundary.utf8)
  }

  // MARK: Records

  /// The program has reached a block.
  public static func block(_ index: Int) {
    record(.block, [String(index)])
  }

  /// The program has reached a statement that may throw.
  public static func throwing(_ block: Int, _ offset: Int) {
    record(.throwing, [String(block), String(offset)])
  }

  /// The program has come to its end.
  public static func end() {
    record(.end, [])
  }

  /// Records the value before a check, and returns it.
  @discardableResult
  public static func check<Value>(_ block: Int, _ check: Int, _ value: Value) -> Value {
    record(block, check, RecordedValue(value), each: false)
    return value
  }

  /// The same for a check of which every value counts by itself, and not only the extreme ones.
  @discardableResult
  public static func checkEach<Value>(_ block: Int, _ check: Int, _ value: Value) -> Value {
    record(block, check, RecordedValue(value), each: true)
    return value
  }

  private static func record(_ block: Int, _ check: Int, _ value: RecordedValue, each: Bool) {
    let mustRecord = RecordLock.held {
      checks[block << 20 | check, default: RepeatedCheck()].mustRecord(value, each: each)
    }
    if mustRecord { record(.check, [String(block), String(check)] + value.fields) }
  }

  /// Records the value of a claim's expression.
  public static func claim<Value>(_ index: Int, _ value: Value) {
    record(.claim, [String(index)] + RecordedValue(value).fields)
  }

  /// Records the value of a block's last expression, if there is one to show.
  @discardableResult
  public static func value<Value>(_ block: Int, _ value: Value) -> Value {
    if Value.self != Void.self { record(.value, [String(block), RecordedValue(value).text]) }
    return value
  }

  static func figure(
    name: String?, title: String, alternative: String, caption: String, svg: String,
    columns: [String], rows: [[String]]
  ) {
    let table = columns.isEmpty ? [] : RecordFormat.cells(columns: columns, rows: rows)
    record(.figure, [name ?? "", title, alternative, caption, svg] + table)
  }

  static func table(title: String, columns: [String], rows: [[String]]) {
    record(.table, [title] + RecordFormat.cells(columns: columns, rows: rows))
  }

  /// The signals by which the kernel ends a program for what it did: SIGILL, SIGTRAP, SIGABRT, SIGBUS,
  /// SIGFPE and SIGSEGV, by their numbers on Linux. Public, since `lesson-host` asks for them too.
  public static let crashSignals: [Int32] = [4, 5, 6, 7, 8, 11]

  /// The record of a crash by a signal of two digits, which the host writes where nothing else of the
  /// program may run any more.
  public static func crashRecord(signal: Int) -> [UInt8] {
    let digits = signal < 10 ? "0\(signal)" : "\(signal)"
    return RecordFormat.bytes(boundary: boundary, .crash, [digits])
  }

  // MARK: Writing

  static func record(_ kind: RecordKind, _ fields: [String]) {
    guard !boundary.isEmpty else { return }
    RecordLock.held {
      systemFlush(nil)
      write(RecordFormat.bytes(boundary: boundary, kind, fields))
    }
  }

  private static func write(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        let count = systemWrite(file, buffer.baseAddress! + offset, buffer.count - offset)
        // What can't be recorded must not be taken for what did not happen.
        if count < 0, !wasInterrupted { systemExit(1) }
        offset += max(0, count)
      }
    }
  }

  /// From here on what is printed goes nowhere, and records go where they went before.
  static func discardOutput() {
    systemFlush(nil)
    file = systemDuplicate(1)
    if let nowhere = systemOpen("/dev/null", "r+") { systemDuplicate(systemNumber(nowhere), 1) }
  }
}
