import CLessonRunner
import Synchronization

/// An edit by which the compiler would fix what one of its messages is about. Lines and columns
/// are those of the message: columns in UTF-8, all from 1.
struct FixIt: Hashable, Sendable {
  var line: Int
  /// What is to be replaced in that line.
  var columns: Range<Int>
  var text: String

  /// The message that an edit belongs to.
  struct Owner: Hashable, Sendable {
    var line: Int
    var column: Int
    var text: String
  }

  /// The library that reads diagnostics is loaded once, and used by one thread at a time.
  private static let libclang = Mutex(())

  /// The edits in a file of serialized diagnostics, those over several lines aside; none when the
  /// toolchain's libclang can't be loaded, since messages are worth telling without them.
  static func read(_ path: String, _ toolchain: Toolchain) -> [Owner: [FixIt]] {
    libclang.withLock { _ in readAlone(path, toolchain) }
  }

  private static func readAlone(_ path: String, _ toolchain: Toolchain) -> [Owner: [FixIt]] {
    var edits: [Owner: [FixIt]] = [:]
    _ = withUnsafeMutablePointer(to: &edits) { edits in
      read_fix_its(toolchain.libclang, path, edits) { context, found in
        guard let found = found?.pointee, let context, found.start_line == found.end_line,
          found.start_column <= found.end_column
        else { return }
        let owner = Owner(
          line: Int(found.line), column: Int(found.column), text: String(cString: found.message))
        context.assumingMemoryBound(to: [Owner: [FixIt]].self).pointee[owner, default: []].append(
          FixIt(
            line: Int(found.start_line), columns: Int(found.start_column)..<Int(found.end_column),
            text: String(cString: found.text)))
      }
    }
    return edits
  }

  /// A line with edits in it. `offset` is where a column is in the line; nil when an edit reaches
  /// out of it.
  static func applied(
    _ edits: [FixIt], to line: String, offset: (Int) -> Int
  ) -> String? {
    var bytes = Array(line.utf8)
    let ordered = edits.enumerated().sorted {
      ($0.element.columns.lowerBound, $0.offset) > ($1.element.columns.lowerBound, $1.offset)
    }
    for (_, edit) in ordered {
      let start = offset(edit.columns.lowerBound)
      let end = offset(edit.columns.upperBound)
      guard 0 <= start, start <= end, end <= bytes.count else { return nil }
      bytes.replaceSubrange(start..<end, with: placeholders(edit.text).utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text without the marks of a blank to be filled in an editor: `<#value#>`.
  private static func placeholders(_ text: String) -> String {
    text.replacing("<#", with: "").replacing("#>", with: "")
  }
}
