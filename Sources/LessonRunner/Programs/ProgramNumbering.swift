import FileSystem
import LessonFormat

/// The numbers that stand for a lesson's blocks, claims and lines in its program.
///
/// In a program of the whole lesson they are the lesson's own. A unit is compiled once and used
/// again while the lesson around it changes, so that its numbers count from its own start.
package struct ProgramNumbering: Sendable {
  let lesson: Lesson
  /// The units that the program consists of; empty for a program of the whole lesson.
  var units: [CompilationUnit] = []
  /// Lines of the file with so many claims that each claim counts as a line of its own, beyond the file's
  /// last: one behind the other, they would be as far right as all before them take.
  private var crowdedLines: Set<Int> = []

  /// The numbers in a lesson's program, or in those of its units.
  package init(lesson: Lesson, units: [CompilationUnit] = []) {
    self.lesson = lesson
    self.units = units
    guard units.isEmpty, lesson.claims.count > Self.mostOnLine else { return }
    var counts: [Int: Int] = [:]
    for claim in lesson.claims { counts[claim.expressionPosition.line, default: 0] += 1 }
    crowdedLines = Set(counts.filter { $0.value > Self.mostOnLine }.keys)
  }

  private static let mostOnLine = 16

  // In a unit, what it numbers by itself: blocks in its first half, claims in the second.
  private static let firstOfUnits = 20_000
  private static let perUnit = 2000
  /// How many lines a block of a unit may have.
  private static let perBlock = 10_000

  /// Whether the numbers suffice for a lesson's units.
  static func suffices(for units: [CompilationUnit], of lesson: Lesson) -> Bool {
    units.count <= 200 && lesson.blocks.count < firstOfUnits
      && lesson.blocks.allSatisfy { $0.range.end.line - $0.firstLine < perBlock - 1 }
      && units.allSatisfy { unit in
        unit.blocks.count <= perUnit / 2 && unit.claims.count <= perUnit / 2
      }
  }

  /// The name of the lesson's file in the program.
  var file: String { units.isEmpty ? lesson.file.path : Files.name(of: lesson.file.path) }

  // MARK: Numbers

  private func unit(ofBlock index: Int) -> CompilationUnit? {
    units.first { $0.blocks.contains(index) }
  }

  func number(ofBlock index: Int) -> Int {
    guard let unit = unit(ofBlock: index) else { return index }
    return Self.firstOfUnits + unit.index * Self.perUnit + index - unit.blocks.lowerBound
  }

  func number(ofClaim index: Int) -> Int {
    guard let unit = units.first(where: { $0.claims.contains(index) }) else { return index }
    return Self.firstOfUnits + unit.index * Self.perUnit + Self.perUnit / 2 + index
      - unit.claims.lowerBound
  }

  /// The line that stands for a block's, counted from 0 at its fence. A block of an exercise's
  /// attempt may stand in any unit, and keeps the lesson's number.
  func line(_ line: Int, ofBlock index: Int, inAttempt: Bool = false) -> Int {
    if units.isEmpty { return lesson.blocks[index].firstLine - 1 + line }
    return (inAttempt ? index : number(ofBlock: index)) * Self.perBlock + line
  }

  func line(ofClaim index: Int) -> Int {
    if units.isEmpty {
      let line = lesson.claims[index].expressionPosition.line
      return crowdedLines.contains(line) ? lesson.file.lines.count + 1 + index : line
    }
    return number(ofClaim: index) * Self.perBlock
  }

  // MARK: What they stand for

  private enum Numbered {
    case block(Int)
    case claim(Int)
  }

  private func numbered(_ number: Int) -> Numbered? {
    guard number >= Self.firstOfUnits else { return .block(number) }
    let index = (number - Self.firstOfUnits) / Self.perUnit
    let rest = (number - Self.firstOfUnits) % Self.perUnit
    guard index < units.count else { return nil }
    return rest < Self.perUnit / 2
      ? .block(units[index].blocks.lowerBound + rest)
      : .claim(units[index].claims.lowerBound + rest - Self.perUnit / 2)
  }

  /// The record with the lesson's own numbers.
  package func read(_ record: Record) -> Record {
    if units.isEmpty { return record }
    func block(_ number: Int) -> Int {
      if case .block(let index)? = numbered(number) { index } else { number }
    }
    switch record {
    case .block(let number): return .block(block(number))
    case .throwing(let number, let offset): return .throwing(block: block(number), offset: offset)
    case .check(let number, let check, let value):
      return .check(block: block(number), check: check, value: value)
    case .value(let number, let value): return .value(block: block(number), value: value)
    case .trap(let number, let status, let said):
      return .trap(block: block(number), status: status, said: said)
    case .claim(let number, let value):
      guard case .claim(let index)? = numbered(number) else { return record }
      return .claim(index, value: value)
    default: return record
    }
  }

  /// The block and its line, counted from 0 at its fence, or the claim, that a line stands for.
  package func place(ofLine line: Int) -> (block: Int?, claim: Int?, line: Int)? {
    guard units.isEmpty else {
      switch numbered(line / Self.perBlock) {
      case .block(let index)? where lesson.blocks.indices.contains(index):
        return (index, nil, line % Self.perBlock)
      case .claim(let index)? where lesson.claims.indices.contains(index): return (nil, index, 0)
      default: return nil
      }
    }
    if !crowdedLines.isEmpty, line > lesson.file.lines.count {
      let index = line - lesson.file.lines.count - 1
      if lesson.claims.indices.contains(index) { return (nil, index, 0) }
    }
    if let claim = lesson.claims.first(where: { $0.expressionPosition.line == line }) {
      return (nil, claim.index, 0)
    }
    // The fence itself stands for what comes right before its first line.
    guard
      let block = lesson.blocks.last(where: { $0.firstLine - 1 <= line }),
      line <= block.range.end.line
    else { return nil }
    return (block.index, nil, line - (block.firstLine - 1))
  }
}
