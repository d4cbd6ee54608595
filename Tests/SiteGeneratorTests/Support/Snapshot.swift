import Foundation
import Testing

/// Compares text with what is kept in `__Snapshots__`; with `RECORD=1` in the environment it keeps
/// the text instead.
enum Snapshot {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("__Snapshots__")

  static func compare(
    _ text: String, with name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
      return
    }
    guard let kept = try? String(contentsOf: file, encoding: .utf8) else {
      Issue.record("no snapshot \(name): run with RECORD=1", sourceLocation: sourceLocation)
      return
    }
    if kept != text {
      Issue.record("\(name): \(difference(kept, text))", sourceLocation: sourceLocation)
    }
  }

  /// The first lines that differ.
  private static func difference(_ kept: String, _ text: String) -> String {
    let old = kept.split(separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line =
      zip(old, new).enumerated().first { $1.0 != $1.1 }?.offset ?? min(old.count, new.count)
    return "line \(line + 1)\n- \(line < old.count ? old[line] : "")"
      + "\n+ \(line < new.count ? new[line] : "")"
  }
}
