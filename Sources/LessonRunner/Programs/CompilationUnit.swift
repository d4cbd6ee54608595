import LessonFormat

/// Some blocks of a lesson, one after another, that are compiled as a module of their own.
///
/// A lesson whose code changes is compiled in units, so that what did not change, and depends
/// on nothing that did, need not be compiled again; a long lesson always is, since one file takes the
/// compiler a time that grows with its square. The units together must mean what the
/// lesson means as one file. Blocks that would mean something else apart share a unit; where
/// that can't be told, the lesson is not divided.
package struct CompilationUnit: Hashable, Sendable {
  let index: Int
  /// The blocks, by their indices in the lesson.
  let blocks: Range<Int>
  /// The claims that are evaluated after them; those before any block are the first unit's.
  let claims: Range<Int>
  /// The units that this one may depend on, directly or through others, in order.
  let dependencies: [Int]
}

extension CompilationUnit {
  /// A unit of the first number of lines ends where a section does, of the second wherever it is.
  package static let lengths = 24...48
  /// The same for a long lesson.
  package static let lengthsOfLong = 128...256

  /// Divides a lesson at the ends of its sections. nil when it must stay whole, or is too short
  /// to gain from it.
  ///
  /// - Parameter known: The names in some code.
  package static func divide(
    _ lesson: Lesson, lengths: ClosedRange<Int> = lengths, names known: (String) -> BlockNames
  ) -> [CompilationUnit]? {
    let claims = Dictionary(grouping: lesson.claims) { $0.afterBlock ?? 0 }
    let attempts = Dictionary(grouping: lesson.attempts, by: \.exercise.starter)
    let names = lesson.blocks.map { block in
      BlockNames(
        of: block, in: lesson, attempts: attempts[block.index] ?? [],
        claims: claims[block.index] ?? [], known)
    }
    guard !names.contains(where: \.isInseparable) else { return nil }
    let ranges = ranges(of: lesson, joined: boundaries(names), lengths)
    guard ranges.count > 1 else { return nil }
    let units = units(ranges, names, of: lesson)
    return ProgramNumbering.suffices(for: units, of: lesson) ? units : nil
  }

  // MARK: Where units end

  private static func ranges(
    of lesson: Lesson, joined: [Bool], _ lengths: ClosedRange<Int>
  ) -> [Range<Int>] {
    var headings: [Int] = []
    lesson.document.visit { node in
      if case .heading = node.kind { headings.append(node.range.start.line) }
    }
    headings.sort()
    var heading = 0
    var ranges: [Range<Int>] = []
    var start = 0
    var lines = 0
    for block in lesson.blocks {
      let lastHeading = heading
      while heading < headings.count, headings[heading] < block.firstLine { heading += 1 }
      let isNewSection = heading > lastHeading
      let isFull = lines >= lengths.upperBound || lines >= lengths.lowerBound && isNewSection
      if isFull, !joined[block.index] {
        ranges.append(start..<block.index)
        start = block.index
        lines = 0
      }
      lines += block.code.utf8.count { $0 == 10 }
    }
    ranges.append(start..<lesson.blocks.count)
    return ranges
  }

  /// For each block whether it must share a unit with the block before it.
  private static func boundaries(_ names: [BlockNames]) -> [Bool] {
    var boundaries = UnitBoundaries(count: names.count)
    for (index, block) in names.enumerated() { boundaries.add(block, at: index) }
    return boundaries.joined
  }

  // MARK: What units depend on

  private static func units(
    _ ranges: [Range<Int>], _ names: [BlockNames], of lesson: Lesson
  ) -> [CompilationUnit] {
    var units: [CompilationUnit] = []
    var claims = 0
    let names = ranges.map { range in names[range].reduce(into: BlockNames()) { $0.add($1) } }
    var end = 0
    for (index, range) in ranges.enumerated() {
      var dependencies: Set<Int> = []
      for earlier in 0..<index where names[index].mayDepend(on: names[earlier]) {
        dependencies.insert(earlier)
        dependencies.formUnion(units[earlier].dependencies)
      }
      while end < lesson.claims.count, (lesson.claims[end].afterBlock ?? 0) < range.upperBound {
        end += 1
      }
      units.append(
        CompilationUnit(
          index: index, blocks: range, claims: claims..<end, dependencies: dependencies.sorted()))
      claims = end
    }
    return units
  }
}

extension BlockNames {
  /// The names of a block, and of what runs right after it.
  fileprivate init(
    of block: CodeBlock, in lesson: Lesson, attempts: [Attempt], claims: [Claim],
    _ known: (String) -> BlockNames
  ) {
    self.init()
    switch block.execution {
    case .run: add(known(block.code))
    case .traps: add(known(block.code).inScope)
    case .starter:
      for attempt in attempts where lesson.canHold(attempt) {
        for part in attempt.blocks { add(known(lesson.blocks[part].code).inScope) }
      }
    case .skip, .fails, .solution, .check: break
    }
    for claim in claims { add(known(claim.expression).inScope) }
  }

  fileprivate mutating func add(_ other: BlockNames) {
    declared.formUnion(other.declared)
    members.formUnion(other.members)
    extendedMembers.formUnion(other.extendedMembers)
    bound.formUnion(other.bound)
    used.formUnion(other.used)
    usedMembers.formUnion(other.usedMembers)
    usedOperators.formUnion(other.usedOperators)
    extended.formUnion(other.extended)
    functions.formUnion(other.functions)
    imports += other.imports.filter { !imports.contains($0) }
    reachesAll = reachesAll || other.reachesAll
    isInseparable = isInseparable || other.isInseparable
  }

  /// The names of code in a scope of its own, which declares nothing for the rest.
  private var inScope: BlockNames {
    var names = self
    names.bound.formUnion(declared.union(functions.map(\.name)))
    names.declared = []
    names.functions = []
    return names
  }
}

extension Lesson {
  /// Whether the compiler takes less time for its units than for the whole, whose statements it looks
  /// through for each name. A statement and a recording call count one each.
  var isLong: Bool {
    let statements = blocks.reduce(0) { sum, block in
      sum + block.code.utf8.count { $0 == 10 } + block.checks.count + 2
    }
    return statements >= 1200
  }
}
