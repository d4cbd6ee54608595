import LessonFormat
import LessonKit

extension ComputedValue {
  /// The value that a record's fields tell, all of them; nil for others.
  init?(fields: some Collection<String>) {
    var rest = Array(fields)[...]
    guard let value = Self.read(&rest, depth: 0), rest.isEmpty else { return nil }
    self = value
  }

  /// No value that a program can make within its limits is nested as deep; what a lesson forged might.
  private static let deepest = 500

  private static func read(_ fields: inout ArraySlice<String>, depth: Int) -> ComputedValue? {
    guard depth < deepest, let kind = fields.popFirst().flatMap(ValueKind.init),
      let text = fields.popFirst()
    else { return nil }
    var parts: [ComputedValue] = []
    if kind.hasParts {
      guard let count = fields.popFirst().flatMap({ Int($0) }), count >= 0, count <= fields.count
      else { return nil }
      for _ in 0..<count {
        guard let part = read(&fields, depth: depth + 1) else { return nil }
        parts.append(part)
      }
    }
    guard let structure = structure(kind, parts) else { return nil }
    return ComputedValue(text, structure)
  }

  private static func structure(_ kind: ValueKind, _ parts: [ComputedValue]) -> Structure? {
    switch kind {
    case .exact: return .numbers(.exact)
    case .double: return .numbers(.double)
    case .single: return .numbers(.single)
    case .text: return .text
    case .described, .unordered: return .other
    case .optional: return parts.count == 1 ? .optional(parts[0]) : nil
    case .list: return .list(parts)
    case .set: return .set(parts)
    case .dictionary:
      guard parts.count.isMultiple(of: 2) else { return nil }
      return .dictionary(
        stride(from: 0, to: parts.count, by: 2).map { Entry(key: parts[$0], value: parts[$0 + 1]) })
    }
  }

  /// The fields from which the value can be read again.
  var fields: [String] {
    let (kind, parts): (ValueKind, [ComputedValue]) =
      switch structure {
      case .numbers(.exact): (.exact, [])
      case .numbers(.double): (.double, [])
      case .numbers(.single): (.single, [])
      case .text: (.text, [])
      case .other: (.described, [])
      case .optional(let wrapped): (.optional, [wrapped])
      case .list(let parts): (.list, parts)
      case .set(let parts): (.set, parts)
      case .dictionary(let entries): (.dictionary, entries.flatMap { [$0.key, $0.value] })
      }
    let head = [kind.rawValue, description]
    return kind.hasParts ? head + [String(parts.count)] + parts.flatMap(\.fields) : head
  }
}
