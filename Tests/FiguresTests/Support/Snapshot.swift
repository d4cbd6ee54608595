import Foundation
import Testing

/// Compares a text with the file kept beside the tests. With `RECORD=1` in the environment the
/// file is written instead; a failure shows the first difference, not both texts.
func expectSnapshot(
  _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("__Snapshots__")
  let file = folder.appendingPathComponent(name)
  // An element a line, so that differences are short.
  let readable = text.replacingOccurrences(of: "><", with: ">\n<") + "\n"
  if ProcessInfo.processInfo.environment["RECORD"] == "1" {
    do {
      try readable.write(to: file, atomically: true, encoding: .utf8)
    } catch {
      Issue.record("\(file.path) cannot be written: \(error)", sourceLocation: sourceLocation)
    }
    return
  }
  guard let kept = try? String(contentsOf: file, encoding: .utf8) else {
    Issue.record(
      "There is no snapshot \(name); RECORD=1 swift test writes it.", sourceLocation: sourceLocation
    )
    return
  }
  if kept == readable { return }
  let before = kept.split(separator: "\n", omittingEmptySubsequences: false)
  let after = readable.split(separator: "\n", omittingEmptySubsequences: false)
  var report = "\(name) differs (RECORD=1 accepts it):"
  var shown = 0
  for line in 0..<max(before.count, after.count) where shown < 5 {
    let old = line < before.count ? before[line] : "(end)"
    let new = line < after.count ? after[line] : "(end)"
    if old != new {
      report += "\n  line \(line + 1)\n  − \(old)\n  + \(new)"
      shown += 1
    }
  }
  Issue.record("\(report)", sourceLocation: sourceLocation)
}
