import Figures

/// Writes what happens in a lesson's program to the runner, as it happens.
///
/// Records go into the program's standard output, each behind a mark that the runner chose at
/// random, so that text and records keep their order and what came before a trap is never
/// lost. A record is the mark, a letter for its kind, the length of its body in eight
/// hexadecimal digits, and the body: fields, each as its length in decimal, a colon and its
/// UTF-8.
///
/// Lessons do not call it: the runner puts the calls into their code. The lesson's own code
/// is one thread at a time here, as top-level code is.
public enum Recorder {
  nonisolated(unsafe) private static var mark: [UInt8] = []
  nonisolated(unsafe) private static var checks: [Int: RepeatedCheck] = [:]

  /// Sets the runner's mark. Without one nothing is recorded, so that a lesson's program runs
  /// by itself too.
  public static func start(mark: String) {
    self.mark = Array(mark.utf8)
  }

  // MARK: Records

  /// The program has reached a block.
  public static func block(_ index: Int) {
    record("B", [String(index)])
  }

  /// The program has come to its end.
  public static func end() {
    record("D", [])
  }

  /// Records the value before a check, and returns it.
  @discardableResult
  public static func check<Value>(_ block: Int, _ check: Int, _ value: Value) -> Value {
    let text = String(describing: value)
    let key = block << 20 | check
    var repeated = checks[key] ?? RepeatedCheck()
    if repeated.isNews(text) { record("V", [String(block), String(check), text]) }
    checks[key] = repeated
    return value
  }

  /// Records the value of a claim's expression.
  public static func claim<Value>(_ index: Int, _ value: Value) {
    record("C", [String(index), String(describing: value)])
  }

  /// Records the value of a block's last expression, if there is one to show.
  @discardableResult
  public static func value<Value>(_ block: Int, _ value: Value) -> Value {
    if Value.self != Void.self { record("S", [String(block), String(describing: value)]) }
    return value
  }

  /// Runs what follows in a copy of the program when it returns true; the original waits for
  /// the copy's end, records how it ended, and goes on with false.
  public static func entersTrap(_ block: Int) -> Bool {
    systemFlush(nil)
    var ends: [Int32] = [0, 0]
    guard systemPipe(&ends) == 0 else { fatalError("no pipe for a traps block") }
    let process = systemFork()
    guard process >= 0 else { fatalError("no process for a traps block") }
    if process == 0 {
      systemDuplicate(ends[1], 2)
      systemClose(ends[0])
      systemClose(ends[1])
      // A copy does not inherit the alarm.
      systemAlarm(remainingSeconds)
      return true
    }
    systemClose(ends[1])
    let said = readAll(ends[0])
    systemClose(ends[0])
    var status: Int32 = 0
    while systemWait(process, &status, 0) < 0 {}
    record("X", [String(block), String(status), said])
    return false
  }

  /// Ends the copy of the program that `entersTrap` started: its block did not trap.
  public static func leaveTrap() -> Never {
    systemFlush(nil)
    systemExit(0)
  }

  /// What the alarm of a copy is set to.
  nonisolated(unsafe) public static var remainingSeconds: UInt32 = 0

  static func figure(
    name: String?, title: String, alternative: String, caption: String, svg: String
  ) {
    record("F", [name ?? "", title, alternative, caption, svg])
  }

  static func table(title: String, columns: [String], rows: [[String]]) {
    record("T", [title, String(columns.count)] + columns + rows.flatMap { $0 })
  }

  // MARK: Writing

  private static func record(_ kind: Unicode.Scalar, _ fields: [String]) {
    guard !mark.isEmpty else { return }
    systemFlush(nil)
    var body: [UInt8] = []
    for field in fields {
      body += Array("\(field.utf8.count):".utf8)
      body += Array(field.utf8)
    }
    var bytes = mark
    bytes.append(UInt8(kind.value))
    let length = String(body.count, radix: 16)
    bytes += Array(String(repeating: "0", count: 8 - length.utf8.count).utf8) + Array(length.utf8)
    bytes += body
    write(bytes)
  }

  private static func write(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        let count = systemWrite(1, buffer.baseAddress! + offset, buffer.count - offset)
        if count < 0 { return }
        offset += count
      }
    }
  }

  private static func readAll(_ file: Int32) -> String {
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = systemRead(file, &buffer, buffer.count)
      if count <= 0 { break }
      if text.count < 65_536 { text += buffer[..<count] }
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// A check inside a loop is reached many times, and must hold every time.
///
/// Every value is recorded up to a thousand. After that only the numbers that exceed all
/// before, on either side: a relation holds for all numbers between two for which it holds.
struct RepeatedCheck {
  private var count = 0
  private var last: String?
  private var smallest = Double.infinity
  private var largest = -Double.infinity

  mutating func isNews(_ text: String) -> Bool {
    defer { last = text }
    if text == last { return false }
    count += 1
    let number = Double(text)
    var exceeds = true
    if let number, !number.isNaN {
      exceeds = number < smallest || number > largest
      smallest = min(smallest, number)
      largest = max(largest, number)
    }
    return count <= 1000 || exceeds
  }
}
