/// A global variable that is read above the line that gives it its value.
public struct EarlyRead: Hashable, Sendable {
  /// Where the code stands that reads it.
  public enum Reader: Hashable, Sendable {
    /// In a block, at an offset of its code.
    case block(Int, offset: Int)
    /// In a claim.
    case claim(Int)
  }

  /// What reads it, by its name or through what it uses.
  public let reader: Reader
  /// The name of the variable.
  public let variable: String
  /// The line of the file that gives it its value.
  public let valueLine: Int
  /// The block's checks whose values need it.
  public let checks: [Int]
  /// Whether the code tells of it; only running it does otherwise.
  public let isFoundInCode: Bool
  /// The expression of the block that a program leaves out, so that nothing is read; nil where that would
  /// leave something else undone.
  public let skipped: CodeSpan?
}

extension EarlyRead {
  /// Whether it stands in a block.
  public func isIn(_ block: CodeBlock) -> Bool {
    if case .block(block.index, _) = reader { true } else { false }
  }

  /// All that a lesson reads too early as far as its code tells, and the variables that it may read so
  /// besides.
  ///
  /// - Parameter flow: The flow of some code.
  static func find(
    in blocks: [CodeBlock], _ claims: [Claim], _ exercises: [Exercise], file: SourceFile,
    flow: (String) -> BlockFlow
  ) -> (reads: [EarlyRead], late: [LateVariable]) {
    let claims = Dictionary(grouping: claims, by: \.afterBlock)
    var parts = (claims[nil] ?? []).map {
      FlowAnalysis.Part(flow: flow($0.expression), place: .claim($0.index), isInScope: true)
    }
    func add(_ block: Int, isInScope: Bool) {
      parts.append(
        FlowAnalysis.Part(
          flow: flow(blocks[block].code), place: .block(block), isInScope: isInScope))
    }
    for block in blocks {
      switch block.execution {
      case .run: add(block.index, isInScope: false)
      case .traps: add(block.index, isInScope: true)
      case .starter:
        for exercise in exercises where exercise.starter == block.index {
          for answer in [exercise.starter] + exercise.solutions {
            let code = blocks[answer].code + blocks[exercise.check].code
            parts.append(
              FlowAnalysis.Part(
                flow: flow(code), place: .attempt(answer, check: exercise.check), isInScope: true))
          }
        }
      case .skip, .fails, .solution, .check: break
      }
      for claim in claims[block.index] ?? [] {
        parts.append(
          FlowAnalysis.Part(
            flow: flow(claim.expression), place: .claim(claim.index), isInScope: true)
        )
      }
    }
    var maps: [Int: CodeMap] = [:]
    func line(ofPart part: Int, at offset: Int) -> Int? {
      guard case .block(let home) = parts[part].place else { return nil }
      let map =
        maps[home]
        ?? CodeMap(file: file, firstLine: blocks[home].firstLine, code: blocks[home].code)
      maps[home] = map
      return blocks[home].firstLine + map.line(at: offset)
    }
    let analysis = FlowAnalysis(parts)
    let late = analysis.lateVariables().compactMap { name, part, offset in
      line(ofPart: part, at: offset).map { LateVariable(name: name, line: $0) }
    }
    var reads: [EarlyRead] = []
    var known: Set<EarlyRead> = []
    for finding in analysis.findings() {
      guard let line = line(ofPart: finding.value.part, at: finding.value.offset) else { continue }
      let read = EarlyRead(finding, at: parts[finding.part].place, blocks, valueLine: line)
      if known.insert(read).inserted { reads.append(read) }
    }
    return (reads, late)
  }

  /// A read of which the run alone tells, in a block or for one of its checks.
  public init(byRunning reader: Reader, checks: [Int], of variable: LateVariable) {
    self.reader = reader
    self.checks = checks
    self.variable = variable.name
    valueLine = variable.line
    isFoundInCode = false
    skipped = nil
  }

  private init(
    _ finding: FlowAnalysis.Finding, at place: FlowAnalysis.Part.Place, _ blocks: [CodeBlock],
    valueLine: Int
  ) {
    variable = finding.variable
    self.valueLine = valueLine
    isFoundInCode = true
    switch place {
    case .claim(let index):
      reader = .claim(index)
      checks = []
      skipped = nil
    case .block(let index):
      reader = .block(index, offset: finding.offset)
      checks = blocks[index].checks.filter { $0.needs(finding, from: 0) }.map(\.index)
      skipped = finding.place.skippable
    case .attempt(let answer, let check):
      // What an attempt leaves out would be left out of others, too.
      skipped = nil
      let length = blocks[answer].code.utf8.count
      let isInAnswer = finding.offset < length
      let index = isInAnswer ? answer : check
      let start = isInAnswer ? 0 : length
      reader = .block(index, offset: finding.offset - start)
      checks = blocks[index].checks.filter { $0.needs(finding, from: start) }.map(\.index)
    }
  }
}

extension Check {
  /// Whether its value comes from a statement in which something is read, in code that holds the block
  /// from an offset on.
  fileprivate func needs(_ finding: FlowAnalysis.Finding, from start: Int) -> Bool {
    switch subject {
    case .expression(let span):
      return (span.start + start..<span.end + start).contains(finding.offset)
    case .variable(_, let end):
      return [finding.place.statement.end, finding.place.outermost.end].contains(end + start)
    }
  }
}
