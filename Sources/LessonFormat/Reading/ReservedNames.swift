import SwiftSyntax

/// The names by which a lesson's program records what its code computes.
///
/// A lesson that could say them could record a value that nothing computed, or put something of its own
/// in their place. So no code of a lesson may.
enum ReservedNames {
  /// The module that is imported for every lesson.
  static let module = "LessonKit"
  /// The type in it that records.
  static let recorder = "LessonRecorder"

  /// The names in some code, each with its offset in UTF-8. What only mentions them, such as a comment,
  /// names nothing.
  static func find(in code: String) -> [(name: String, offset: Int)] {
    guard code.contains(module) || code.contains(recorder) else { return [] }
    let found = SwiftCode.read(code) { tree in
      tree.tokens(viewMode: .sourceAccurate).compactMap { token -> (name: String, offset: Int)? in
        let offset = token.positionAfterSkippingLeadingTrivia.utf8Offset
        // The linker's name of a function may stand in a string.
        if token.text.contains(recorder) {
          let isText = if case .stringSegment = token.tokenKind { true } else { false }
          return isText && !token.text.contains("$s") ? nil : (recorder, offset)
        }
        guard case .identifier = token.tokenKind else { return nil }
        return token.text.filter { $0 != "`" } == module ? (module, offset) : nil
      }
    }
    return found ?? [(module, 0)]
  }
}

extension LessonReader {
  /// What is wrong with a block that says one of the names.
  func reservedNames(in code: String, _ map: CodeMap) -> [FormatFinding] {
    ReservedNames.find(in: code).map { name, offset in
      reservedName(name, .compile, at: map.position(at: offset))
    }
  }

  /// What is wrong with a claim that says one of the names.
  func reservedName(
    _ name: String, _ kind: CheckKind, at position: SourcePosition
  ) -> FormatFinding {
    FormatFinding(
      .badCheck, kind: kind, at: position, width: name.unicodeScalars.count,
      source: String(file.line(position.line)),
      message: "`\(name)` belongs to what records a lesson's values, and no lesson can name it",
      remedy: "take it out, or give your own declaration another name")
  }
}
