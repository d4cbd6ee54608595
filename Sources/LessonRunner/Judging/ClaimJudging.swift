import LessonFormat

/// Claims in the text, and figures where they are made and placed.
extension LessonJudge {
  mutating func judge(_ claim: Claim) -> CheckedValue {
    let expectation = claim.expectation
    guard let actual = run.claims[claim.index] else {
      addUnreached(
        .claim, expectation, source: claim.expression, at: claim.position, claim.width)
      return CheckedValue(expected: expectation.text, actual: nil, passed: false)
    }
    let passed = Comparison.holds(expectation, actual: actual)
    if passed {
      add(
        .claim, at: claim.position, width: claim.width, .pass, source: claim.expression,
        expected: expectation.text, actual: actual)
    } else {
      add(
        .claim, at: claim.position, width: claim.width, .fail, rule: .claimMismatch,
        source: claim.expression, expected: expectation.text, actual: actual,
        message: Explanation.mismatch(claim.expression, expectation, actual: actual),
        remedy: Explanation.remedy(for: lesson.file.path),
        notes: Explanation.likelyReasons(expectation, actual: actual))
    }
    return CheckedValue(expected: expectation.text, actual: actual, passed: passed)
  }

  mutating func judgeFigures() {
    var named: [String: Int] = [:]
    var refused: Set<ShownFigure> = []
    for (index, block) in run.blocks.enumerated() {
      let start = SourcePosition(line: lesson.blocks[index].firstLine, column: 1)
      for case .figure(let figure) in block.shown {
        if refuse(figure, of: lesson.blocks[index]) {
          refused.insert(figure)
          continue
        }
        let isRepeated = figure.name.map { named.updateValue(index, forKey: $0) != nil } ?? false
        if isRepeated {
          add(
            .figure, at: start, .fail, rule: .duplicateID,
            source: firstLine(of: lesson.blocks[index]),
            expected: "a name of its own", actual: figure.name ?? "",
            message: "a second figure is named `\(figure.name ?? "")`",
            remedy: "give each figure a name of its own")
        } else {
          add(
            .figure, at: start, .pass, source: figure.title, expected: "drawn",
            actual: "\(figure.svg.utf8.count) bytes of SVG")
        }
      }
    }
    for index in run.blocks.indices where !refused.isEmpty {
      run.blocks[index].shown.removeAll { item in
        if case .figure(let figure) = item { refused.contains(figure) } else { false }
      }
    }
    lesson.document.visit { node in
      guard case .image(let destination, _) = node.kind, destination.hasPrefix("figure:") else {
        return
      }
      judgePlacement(String(destination.dropFirst("figure:".count)), at: node.range, named)
    }
  }

  /// Whether a figure can't stand in a page, which is then said. Whatever draws a figure may be the
  /// lesson's own code.
  mutating func refuse(_ figure: ShownFigure, of block: CodeBlock) -> Bool {
    let start = SourcePosition(line: block.firstLine, column: 1)
    if figure.title.trimmed.isEmpty || figure.alternative.trimmed.isEmpty {
      let missing = figure.title.trimmed.isEmpty ? "title" : "alternative text"
      add(
        .figure, at: start, .fail, rule: .missingAlt, source: firstLine(of: block),
        expected: "a title and an alternative text", actual: "no \(missing)",
        message: "a figure of this block has no \(missing)",
        remedy: "say where it is made what a reader who cannot see it should know")
      return true
    }
    guard let fault = DrawingReader.fault(in: figure.svg) else { return false }
    add(
      .figure, at: start, .fail, rule: .badCheck, source: firstLine(of: block),
      expected: "one <svg> element that only draws", actual: fault.message,
      message: "the figure “\(figure.title)” can't stand in a page: \(fault.message)",
      remedy: "a figure is one well-formed <svg> element, without scripts, style sheets, images "
        + "and anything from elsewhere")
    return true
  }

  mutating func judgePlacement(
    _ name: String, at range: SourceRange, _ named: [String: Int]
  ) {
    let source = String(lesson.file.line(range.start.line)).trimmed
    if named[name] != nil {
      add(.figure, at: range.start, .pass, source: source, expected: name, actual: "drawn")
      return
    }
    if let rule = blockingRule {
      add(
        .figure, at: range.start, .fail, rule: rule, source: source, expected: name,
        actual: "not reached", message: unreachedMessage(rule), isConsequence: true)
      return
    }
    let nearest = Spelling.nearest(to: name, among: named.keys.sorted())
    add(
      .figure, at: range.start, .fail, rule: .deadLink, source: source, expected: name,
      actual: "no such figure", message: "no figure of this lesson is named `\(name)`",
      remedy: nearest.map { "did you mean `figure:\($0)`?" }
        ?? "give the figure that name where it is made")
  }
}
