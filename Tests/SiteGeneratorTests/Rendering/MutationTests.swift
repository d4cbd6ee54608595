import LessonFormat
import SiteGenerator
import Testing

@Suite struct MutationTests {
  /// With all additions on: nothing crashes, and every place lies within the file, in order.
  @Test func mutatedExamplesAreReadAndRenderedWithEveryPlaceInOrder() {
    var random = SplitMix64(state: 1_986)
    let examples = SpecificationExample.commonMark.map(\.markdown)
    for _ in 0..<6_000 {
      let text = mutated(examples, using: &random)
      let file = SourceFile(path: "a.md", text: text)
      let document = MarkdownParser.parse(file)
      if let problem = firstProblem(in: document, file) {
        Issue.record("\(problem) in \(text.debugDescription)")
        break
      }
      _ = LessonRenderer.html(of: document, style: .specification)
    }
  }

  private func firstProblem(in node: Node, _ file: SourceFile) -> String? {
    let (start, end) = (node.range.start, node.range.end)
    let length = file.line(end.line).unicodeScalars.count
    if start > end || start.line < 1 || start.column < 1 || end.column > length + 1
      || end.line > max(1, file.lines.count)
    {
      return "\(node.kind) at \(start) to \(end)"
    }
    if case .text(let text) = node.kind, start.line == end.line {
      let scalars = Array(file.line(start.line).unicodeScalars)
      let slice = scalars[(start.column - 1)..<(end.column - 1)]
      let isPlain = !slice.contains { "\\&\u{0}".unicodeScalars.contains($0) }
      if isPlain, !slice.elementsEqual(text.unicodeScalars), !file.text.hasPrefix("\u{FEFF}") {
        return "\(text.debugDescription) is not \(slice)"
      }
    }
    var last = start
    for child in node.children {
      if case .footnoteDefinition = child.kind {
      } else if child.range.start < last || child.range.end > max(end, last) {
        return "\(child.kind) at \(child.range) not in \(node.kind) at \(node.range)"
      } else {
        last = child.range.end
      }
      if let problem = firstProblem(in: child, file) { return problem }
    }
    return nil
  }
}
