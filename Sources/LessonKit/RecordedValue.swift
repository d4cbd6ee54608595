/// A value as it is recorded: what kind of value it is beside the text that describes it, so that the
/// string `"1.10"` is not taken for the number 1.1, nor the order of a set for a part of it.
///
/// The kind is decided by the value's type, and numbers and strings are described by the standard
/// library's own conformances: what a lesson declares of its own can't change them.
struct RecordedValue {
  let kind: ValueKind
  let text: String
  /// Elements, or keys and values in turn.
  var parts: [RecordedValue] = []

  /// - Parameter isPart: Whether it stands within another value, where a type's description for
  ///   debugging counts.
  init<Value>(_ value: Value, isPart: Bool = false) {
    if let known = value as? any SelfRecording {
      self = known.recorded
    } else if let integer = value as? any BinaryInteger {
      self.init(kind: .exact, text: integer.description)
    } else if let string = value as? any StringProtocol {
      self.init(kind: .text, text: String(string))
    } else {
      self.init(reflecting: value, isPart: isPart)
    }
  }

  fileprivate init(kind: ValueKind, text: String, parts: [RecordedValue] = []) {
    self.kind = kind
    self.text = text
    self.parts = parts
  }

  /// What stands for it within another value.
  fileprivate var partText: String { kind == .text ? text.debugDescription : text }

  /// As a record has it: the kind and the text; of what consists of others their number, and each.
  var fields: [String] {
    var fields: [String] = []
    appendFields(to: &fields)
    return fields
  }

  private func appendFields(to fields: inout [String]) {
    fields += [kind.rawValue, text]
    guard kind.hasParts else { return }
    fields.append(String(parts.count))
    for part in parts { part.appendFields(to: &fields) }
  }
}

// MARK: Values of many parts

extension RecordedValue {
  /// Values in an order that belongs to them. A list of nothing but numbers of one kind is told by its
  /// text alone.
  fileprivate init(list parts: [RecordedValue], open: String = "[", close: String = "]") {
    let text = open + parts.map(\.partText).joined(separator: ", ") + close
    if let first = parts.first, first.kind.isNumber, parts.allSatisfy({ $0.kind == first.kind }) {
      self.init(kind: first.kind, text: text)
    } else {
      self.init(kind: .list, text: text, parts: parts)
    }
  }

  /// Values that have no order: in the order of their texts, or of their numbers.
  fileprivate init(set parts: [RecordedValue]) {
    let parts = parts.sorted(by: RecordedValue.isBefore)
    let text = "[" + parts.map(\.partText).joined(separator: ", ") + "]"
    self.init(kind: .set, text: text, parts: parts)
  }

  fileprivate init(dictionary pairs: [(key: RecordedValue, value: RecordedValue)]) {
    let pairs = pairs.sorted { RecordedValue.isBefore($0.key, $1.key) }
    let entries = pairs.map { "\($0.key.partText): \($0.value.partText)" }
    self.init(
      kind: .dictionary, text: entries.isEmpty ? "[:]" : "[\(entries.joined(separator: ", "))]",
      parts: pairs.flatMap { [$0.key, $0.value] })
  }

  private static func isBefore(_ first: RecordedValue, _ second: RecordedValue) -> Bool {
    if first.kind.isNumber, second.kind.isNumber, let one = Double(first.text),
      let other = Double(second.text), one != other
    {
      return one < other
    }
    return first.text < second.text
  }

  // MARK: Values of other types

  /// What is described by the type itself or by its stored properties. These are described here, as the
  /// standard library would, but without the names of modules, of which the lesson's own is none of the
  /// author's, and where a set or a dictionary is among them in an order of their own.
  private init<Value>(reflecting value: Value, isPart: Bool) {
    let mirror = Mirror(reflecting: value)
    let describesItself =
      value is any CustomStringConvertible || value is any CustomDebugStringConvertible
      || value is any TextOutputStreamable || value is any CustomReflectable
    if describesItself {
      let text = isPart ? String(reflecting: value) : String(describing: value)
      self.init(kind: .described, text: text)
      return
    }
    let children = mirror.children.map {
      (label: $0.label ?? "", value: RecordedValue($0.value, isPart: true))
    }
    let kind: ValueKind =
      children.contains(where: \.value.hasNoOrder) ? .unordered : .described
    switch mirror.displayStyle {
    case .tuple where !children.isEmpty:
      self.init(tuple: children)
    case .struct:
      let fields = children.map { "\($0.label): \($0.value.partText)" }
      self.init(
        kind: kind,
        text: "\(String(describing: mirror.subjectType))(\(fields.joined(separator: ", ")))")
    case .enum where !children.isEmpty:
      let payload = children[0].value.partText
      let isTuple =
        mirror.children.first.map { Mirror(reflecting: $0.value).displayStyle } == .tuple
      self.init(kind: kind, text: children[0].label + (isTuple ? payload : "(\(payload))"))
    case .class:
      self.init(kind: .described, text: String(describing: mirror.subjectType))
    default:
      self.init(kind: .described, text: String(describing: value))
    }
  }

  private init(tuple children: [(label: String, value: RecordedValue)]) {
    let parts = children.map(\.value)
    let texts = children.map { label, part in
      // A place without a label is called by its number.
      label.first == "." || label.isEmpty ? part.partText : "\(label): \(part.partText)"
    }
    self.init(kind: .list, text: "(\(texts.joined(separator: ", ")))", parts: parts)
  }

  /// Whether its standard description would tell an order that is none of the value's.
  fileprivate var hasNoOrder: Bool {
    switch kind {
    case .set, .dictionary, .unordered: true
    case .list, .optional: parts.contains(where: \.hasNoOrder)
    case .exact, .double, .single, .text, .described: false
    }
  }
}

// MARK: Types of the standard library

/// A type that is recorded in its own way.
private protocol SelfRecording {
  var recorded: RecordedValue { get }
}

extension Double: SelfRecording {
  fileprivate var recorded: RecordedValue { RecordedValue(kind: .double, text: description) }
}

extension Float: SelfRecording {
  fileprivate var recorded: RecordedValue { RecordedValue(kind: .single, text: description) }
}

extension Character: SelfRecording {
  fileprivate var recorded: RecordedValue { RecordedValue(kind: .text, text: String(self)) }
}

extension Unicode.Scalar: SelfRecording {
  fileprivate var recorded: RecordedValue {
    RecordedValue(kind: .text, text: String(Character(self)))
  }
}

extension StaticString: SelfRecording {
  fileprivate var recorded: RecordedValue { RecordedValue(kind: .text, text: description) }
}

extension Optional: SelfRecording {
  fileprivate var recorded: RecordedValue {
    guard case .some(let value) = self else { return RecordedValue(kind: .described, text: "nil") }
    let wrapped = RecordedValue(value, isPart: true)
    return RecordedValue(kind: .optional, text: "Optional(\(wrapped.partText))", parts: [wrapped])
  }
}

extension Array: SelfRecording {
  fileprivate var recorded: RecordedValue { RecordedValue(elements: self) }
}

extension ArraySlice: SelfRecording {
  fileprivate var recorded: RecordedValue { RecordedValue(elements: self) }
}

extension ContiguousArray: SelfRecording {
  fileprivate var recorded: RecordedValue { RecordedValue(elements: self) }
}

extension Set: SelfRecording {
  fileprivate var recorded: RecordedValue { RecordedValue(unordered: self) }
}

extension Dictionary: SelfRecording {
  fileprivate var recorded: RecordedValue {
    RecordedValue(
      dictionary: map {
        (RecordedValue($0.key, isPart: true), RecordedValue($0.value, isPart: true))
      })
  }
}

extension Dictionary.Keys: SelfRecording {
  fileprivate var recorded: RecordedValue { RecordedValue(unordered: self) }
}

extension Dictionary.Values: SelfRecording {
  fileprivate var recorded: RecordedValue { RecordedValue(unordered: self) }
}

extension RecordedValue {
  fileprivate init(elements: some Sequence) {
    self.init(list: elements.map { RecordedValue($0, isPart: true) })
  }

  fileprivate init(unordered elements: some Sequence) {
    self.init(set: elements.map { RecordedValue($0, isPart: true) })
  }
}
