import LessonKit

extension RunOutcome {
  /// The outcome as the cache keeps it.
  package var encoded: [UInt8] {
    var writer = FieldWriter()
    writer.write(messages) { $0.write($1) }
    writer.write(records) { $0.write($1) }
    writer.write(ending)
    writer.write(failing) { writer, block, messages in
      writer.write(block)
      writer.write(messages) { $0.write($1) }
    }
    writer.write(attempts) { writer, attempt, outcome in
      writer.write(attempt)
      writer.write(outcome.messages) { $0.write($1) }
      writer.write(outcome.ending)
    }
    writer.write(faultAddress)
    writer.write(earlyUses) { writer, use in
      writer.write(use.variable)
      writer.write(use.block)
      writer.write(use.check)
      writer.write(use.claim)
    }
    return writer.bytes
  }

  /// The outcome that was encoded, or nil when the bytes are not whole.
  package init?(encoded: [UInt8]) {
    var reader = FieldReader(encoded)
    do throws(FieldReader.Malformed) {
      messages = try reader.messages()
      records = try reader.list { reader throws(FieldReader.Malformed) in try reader.record() }
      ending = try reader.ending()
      failing = try reader.dictionary { reader throws(FieldReader.Malformed) in
        (try reader.number(), try reader.messages())
      }
      attempts = try reader.dictionary { reader throws(FieldReader.Malformed) in
        (
          try reader.number(),
          RunOutcome.AttemptOutcome(messages: try reader.messages(), ending: try reader.ending())
        )
      }
      faultAddress = try reader.optionalNumber()
      earlyUses = try reader.list { reader throws(FieldReader.Malformed) in
        RunOutcome.EarlyUse(
          variable: try reader.text(), block: try reader.optionalNumber(),
          check: try reader.optionalNumber(), claim: try reader.optionalNumber())
      }
    } catch {
      return nil
    }
    if !reader.isAtEnd { return nil }
  }
}

extension FieldWriter {
  mutating func write(_ message: RunOutcome.Message) {
    write(message.severity.rawValue)
    write(message.place)
    write(message.text)
    write(message.suggestion ?? "")
  }

  fileprivate mutating func write(_ place: RunOutcome.Place?) {
    write(place != nil)
    guard let place else { return }
    write(place.block)
    write(place.claim)
    write(place.line)
    write(place.offset)
  }

  fileprivate mutating func write(_ ending: RunOutcome.Ending) {
    switch ending {
    case .finished: write("finished")
    case .didNotCompile: write("did not compile")
    case .trapped(let said, let place):
      write("trapped")
      write(said)
      write(place)
    case .timedOut(let place):
      write("timed out")
      write(place)
    case .outOfMemory(let place):
      write("out of memory")
      write(place)
    case .wroteTooMuch: write("wrote too much")
    case .compilerFailed(let said):
      write("compiler failed")
      write(said)
    case .didNotLink(let said):
      write("did not link")
      write(said)
    case .leftEarly(let status):
      write("left early")
      write(Int(status))
    }
  }

  fileprivate mutating func write(_ record: Record) {
    if let (kind, fields) = record.fields {
      write([String(kind.rawValue)] + fields)
    } else if case .text(let text) = record {
      write([Self.text, text])
    }
  }

  /// Stands for printed text, which the recorder does not write as a record.
  fileprivate static let text = "P"
}

extension FieldReader {
  mutating func messages() throws(Malformed) -> [RunOutcome.Message] {
    try list { reader throws(Malformed) in try reader.message() }
  }

  private mutating func message() throws(Malformed) -> RunOutcome.Message {
    guard let severity = CompilerMessage.Severity(rawValue: try text()) else { throw Malformed() }
    var message = RunOutcome.Message(severity: severity, place: try place(), text: try text())
    let suggestion = try text()
    if !suggestion.isEmpty { message.suggestion = suggestion }
    return message
  }

  fileprivate mutating func place() throws(Malformed) -> RunOutcome.Place? {
    guard try flag() else { return nil }
    return RunOutcome.Place(
      block: try optionalNumber(), claim: try optionalNumber(), line: try number(),
      offset: try number())
  }

  fileprivate mutating func ending() throws(Malformed) -> RunOutcome.Ending {
    switch try text() {
    case "finished": return .finished
    case "did not compile": return .didNotCompile
    case "trapped": return .trapped(said: try text(), place: try place())
    case "timed out": return .timedOut(place: try place())
    case "out of memory": return .outOfMemory(place: try place())
    case "wrote too much": return .wroteTooMuch
    case "compiler failed": return .compilerFailed(try text())
    case "did not link": return .didNotLink(said: try text())
    case "left early": return .leftEarly(status: Int32(truncatingIfNeeded: try number()))
    default: throw Malformed()
    }
  }

  fileprivate mutating func record() throws(Malformed) -> Record {
    let fields = try texts()
    guard let letter = fields.first else { throw Malformed() }
    let rest = Array(fields.dropFirst())
    if letter == FieldWriter.text, rest.count == 1 { return .text(rest[0]) }
    guard letter.unicodeScalars.count == 1,
      let kind = letter.unicodeScalars.first.flatMap(RecordKind.init),
      let record = Record(kind, rest)
    else { throw Malformed() }
    return record
  }
}
