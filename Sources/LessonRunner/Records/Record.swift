import LessonFormat
import LessonKit

/// Something that a lesson's program said while it ran.
package enum Record: Hashable, Sendable {
  /// A block is reached.
  case block(Int)
  /// A statement of a block is reached that may throw, at an offset of the block's code.
  case throwing(block: Int, offset: Int)
  /// The value before a check of a block.
  case check(block: Int, check: Int, value: ComputedValue)
  /// The value of a claim's expression.
  case claim(Int, value: ComputedValue)
  /// The value of a block's last expression.
  case value(block: Int, value: String)
  /// A figure that the code shows.
  case figure(
    name: String, title: String, alternative: String, caption: String, svg: String,
    table: ShownTable? = nil)
  /// A table that the code shows.
  case table(title: String, columns: [String], rows: [[String]])
  /// How the copy of the program that ran a `traps` block ended, and what it said: all of it at
  /// first, the message alone in what is kept.
  case trap(block: Int, status: Int32, said: String)
  /// The copy of the program that runs one attempt at an exercise begins; what comes up to its
  /// end is the attempt's.
  case attemptBegan(Int)
  /// The attempt's code came to its end.
  case attemptFinished
  /// How that copy ended, and what it said.
  case attemptEnded(Int, status: Int32, said: String)
  /// Text that the program printed.
  case text(String)
  /// A signal of the kernel's ends the program, or a copy of it, for what it did.
  case crash(signal: Int32)
  /// The program came to its end.
  case end
}

extension Record {
  /// Whether it is text that the program printed. That may come after the program's end too: what
  /// runs at its exit, and threads that it left, print as well.
  var isText: Bool {
    if case .text = self { true } else { false }
  }

  /// The record that the recorder wrote with this kind and these fields.
  init?(_ kind: RecordKind, _ fields: [String]) {
    switch (kind, fields.count) {
    case (.block, 1):
      guard let block = Int(fields[0]) else { return nil }
      self = .block(block)
    case (.throwing, 2):
      guard let block = Int(fields[0]), let offset = Int(fields[1]) else { return nil }
      self = .throwing(block: block, offset: offset)
    case (.check, 3...):
      guard let block = Int(fields[0]), let check = Int(fields[1]),
        let value = ComputedValue(fields: fields[2...])
      else { return nil }
      self = .check(block: block, check: check, value: value)
    case (.claim, 2...):
      guard let claim = Int(fields[0]), let value = ComputedValue(fields: fields[1...]) else {
        return nil
      }
      self = .claim(claim, value: value)
    case (.value, 2):
      guard let block = Int(fields[0]) else { return nil }
      self = .value(block: block, value: fields[1])
    case (.figure, 5), (.figure, 6...):
      var table: ShownTable?
      if fields.count > 5 {
        guard let cells = Self.cells(fields[5...]) else { return nil }
        table = ShownTable(title: fields[1], columns: cells.columns, rows: cells.rows)
      }
      self = .figure(
        name: fields[0], title: fields[1], alternative: fields[2], caption: fields[3],
        svg: fields[4], table: table)
    case (.table, 2...):
      guard let cells = Self.cells(fields[1...]) else { return nil }
      self = .table(title: fields[0], columns: cells.columns, rows: cells.rows)
    case (.trap, 3):
      guard let block = Int(fields[0]), let status = Int32(fields[1]) else { return nil }
      self = .trap(block: block, status: status, said: fields[2])
    case (.attemptBegan, 1):
      guard let attempt = Int(fields[0]) else { return nil }
      self = .attemptBegan(attempt)
    case (.attemptFinished, 0): self = .attemptFinished
    case (.attemptEnded, 3):
      guard let attempt = Int(fields[0]), let status = Int32(fields[1]) else { return nil }
      self = .attemptEnded(attempt, status: status, said: fields[2])
    case (.crash, 1):
      guard let signal = Int32(fields[0]) else { return nil }
      self = .crash(signal: signal)
    case (.end, 0): self = .end
    default: return nil
    }
  }

  /// The kind and fields from which the record can be made again; nil for printed text, which is
  /// none of the recorder's.
  var fields: (kind: RecordKind, fields: [String])? {
    switch self {
    case .block(let index): (.block, [String(index)])
    case .throwing(let block, let offset): (.throwing, [String(block), String(offset)])
    case .check(let block, let check, let value):
      (.check, [String(block), String(check)] + value.fields)
    case .claim(let index, let value): (.claim, [String(index)] + value.fields)
    case .value(let block, let value): (.value, [String(block), value])
    case .figure(let name, let title, let alternative, let caption, let svg, let table):
      (
        .figure,
        [name, title, alternative, caption, svg]
          + (table.map { RecordFormat.cells(columns: $0.columns, rows: $0.rows) } ?? [])
      )
    case .table(let title, let columns, let rows):
      (.table, [title] + RecordFormat.cells(columns: columns, rows: rows))
    case .trap(let block, let status, let said):
      (.trap, [String(block), String(status), said])
    case .attemptBegan(let attempt): (.attemptBegan, [String(attempt)])
    case .attemptFinished: (.attemptFinished, [])
    case .attemptEnded(let attempt, let status, let said):
      (.attemptEnded, [String(attempt), String(status), said])
    case .text: nil
    case .crash(let signal): (.crash, [String(signal)])
    case .end: (.end, [])
    }
  }

  /// Reads what `RecordFormat.cells` wrote.
  private static func cells(
    _ fields: ArraySlice<String>
  ) -> (columns: [String], rows: [[String]])? {
    let start = fields.startIndex + 1
    guard let first = fields.first, let count = Int(first), count > 0,
      count <= fields.endIndex - start, (fields.endIndex - start) % count == 0
    else { return nil }
    let rows = stride(from: start + count, to: fields.endIndex, by: count).map {
      Array(fields[$0..<$0 + count])
    }
    return (Array(fields[start..<start + count]), rows)
  }
}
