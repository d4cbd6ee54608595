import LessonFormat

/// Figures, where they are made and where the text places them.
extension LessonJudge {
  mutating func judgeFigures() {
    var named: [String: Int] = [:]
    for (index, block) in run.blocks.enumerated() {
      currentBlock = index
      run.blocks[index].shown = block.shown.compactMap { item in
        guard case .figure(let figure) = item else { return item }
        return judge(figure, of: lesson.blocks[index], &named).map { .figure($0) }
      }
    }
    currentBlock = nil
    lesson.document.visit { node in
      if let name = node.figureName { judgePlacement(name, at: node.range, named) }
    }
  }

  /// A figure with what is known of its drawing; nil, and reported, for one that can't stand in a page.
  /// Whatever draws a figure may be the lesson's own code.
  private mutating func judge(
    _ figure: ShownFigure, of block: CodeBlock, _ named: inout [String: Int]
  ) -> ShownFigure? {
    let start = block.start
    if figure.title.trimmed.isEmpty || figure.alternative.trimmed.isEmpty {
      let missing = figure.title.trimmed.isEmpty ? "title" : "alternative text"
      add(
        .figure, at: start, .fail, rule: .missingAlt, source: firstLine(of: block),
        expected: "a title and an alternative text", actual: "no \(missing)",
        message: "a figure of this block has no \(missing)",
        remedy: "say where it is made what a reader who cannot see it should know")
      return nil
    }
    var figure = figure
    do throws(DrawingFault) {
      (figure.width, figure.words) = try DrawingReader.contents(of: figure.svg)
    } catch {
      add(
        .figure, at: start, .fail, rule: .badCheck, source: firstLine(of: block),
        expected: "one <svg> element that only draws", actual: error.message,
        message: "the figure “\(figure.title)” can't stand in a page: \(error.message)",
        remedy: "a figure is one well-formed <svg> element, without scripts, style sheets, images, "
          + "anything from elsewhere and styles that do more than say how things look")
      return nil
    }
    if let name = figure.name, named.updateValue(block.index, forKey: name) != nil {
      add(
        .figure, at: start, .fail, rule: .duplicateID, source: firstLine(of: block),
        expected: "a name of its own", actual: name, message: "a second figure is named `\(name)`",
        remedy: "give each figure a name of its own")
    } else {
      add(
        .figure, at: start, .pass, source: figure.title, expected: "drawn",
        actual: "\(figure.svg.utf8.count) bytes of SVG")
    }
    return figure
  }

  private mutating func judgePlacement(
    _ name: String, at range: SourceRange, _ named: [String: Int]
  ) {
    let source = lesson.shownLine(range.start.line)
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
