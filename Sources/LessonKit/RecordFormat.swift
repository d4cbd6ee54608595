// The record protocol: what a lesson's program writes (`LessonRecorder`) and the runner reads. Both sides
// take it from here; lessons do not see it.

/// What a record tells, by the letter that stands for it. Its fields are in the order given.
package enum RecordKind: Unicode.Scalar, CaseIterable, Sendable {
  /// A block is reached: the block.
  case block = "B"
  /// A statement is reached that may throw: block, and where in its code that would be.
  case throwing = "P"
  /// A check's value: block, check, and the fields of the value.
  case check = "V"
  /// The value of a claim's expression: claim, and the fields of the value.
  case claim = "C"
  /// The value of a block's last expression: block, value.
  case value = "S"
  /// A figure: name, title, alternative text, caption, SVG, and the cells of its table if it has
  /// one.
  case figure = "F"
  /// A table: title, and its cells.
  case table = "T"
  /// A `traps` block ended: block, status, what it said.
  case trap = "X"
  /// An attempt at an exercise begins: attempt.
  case attemptBegan = "E"
  /// The attempt's code came to its end: no fields.
  case attemptFinished = "L"
  /// The attempt's process ended: attempt, status, what it said.
  case attemptEnded = "Y"
  /// The kernel ends the program for what it did: the signal.
  case crash = "K"
  /// The program came to its end: no fields.
  case end = "D"
}

/// What kind of value a check or a claim has, by the letter that stands for it. A value's fields are its
/// kind and the text that describes it, and of one that has parts how many these are, and each.
package enum ValueKind: String, Sendable {
  /// An integer, or a list of integers: each digit counts.
  case exact = "n"
  /// A `Double`, or a list of them.
  case double = "d"
  /// A `Float`, or a list of them.
  case single = "f"
  /// Characters; the text is these.
  case text = "s"
  /// What is not nil; its one part is what is wrapped.
  case optional = "?"
  /// Parts in their order, such as those of an array or a tuple.
  case list = "l"
  /// Parts in no order.
  case set = "u"
  /// Keys and values in turn, in no order.
  case dictionary = "m"
  /// A value of a type of its own, by its description.
  case described = "o"
  /// Such a value with a set or a dictionary in it.
  case unordered = "O"

  /// Whether parts come after the text.
  package var hasParts: Bool {
    switch self {
    case .optional, .list, .set, .dictionary: true
    case .exact, .double, .single, .text, .described, .unordered: false
    }
  }

  /// Whether it is a number of a known precision, or a list of such.
  var isNumber: Bool { self == .exact || self == .double || self == .single }
}

/// How a record is written: a boundary, which the runner draws at random, the letter of its kind,
/// the length of its body in eight hexadecimal digits, and the body: fields, each as its length in
/// decimal, a colon and its UTF-8.
package enum RecordFormat {
  /// How many hexadecimal digits the length of a body has.
  package static let lengthDigits = 8

  /// A record's bytes.
  static func bytes(
    boundary: [UInt8], _ kind: RecordKind, _ fields: [String]
  ) -> [UInt8] {
    var body: [UInt8] = []
    for field in fields {
      body += Array("\(field.utf8.count):".utf8)
      body += Array(field.utf8)
    }
    let length = String(body.count, radix: 16)
    let zeros = String(repeating: "0", count: lengthDigits - length.utf8.count)
    return boundary + [UInt8(kind.rawValue.value)] + Array((zeros + length).utf8) + body
  }

  /// A table's cells as fields: the number of columns, their heads, and the rows one after another.
  package static func cells(columns: [String], rows: [[String]]) -> [String] {
    [String(columns.count)] + columns + rows.flatMap { $0 }
  }
}

extension LessonRecorder {
  /// What `lesson-host` says for the runner to understand. Public, since the host of a course about
  /// another package is a part of another package.
  public enum HostMessage {
    /// Begins the one line of a host that could not run the lesson.
    public static let failurePrefix = "lesson-host:"
    /// Begins the one line of a host that could not load the lesson's program; the loader's words follow.
    public static let loadFailurePrefix = failurePrefix + " can't load"
  }
}
