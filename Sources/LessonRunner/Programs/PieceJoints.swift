import LessonFormat

/// Which blocks must share a piece: those between what a block declares and the first code
/// before it that would mean something else if the declaration stood in the same file.
struct PieceJoints {
  /// For each block whether it must share a piece with the block before it.
  private(set) var joined: [Bool]
  /// The first block that declares a name, or uses one that it does not bind itself.
  private var firstUse: [String: Int] = [:]
  private var firstMember: [String: Int] = [:]
  private var firstOperator: [String: Int] = [:]
  /// The block that declares a type, or something else that is no function.
  private var declaration: [String: Int] = [:]

  init(count: Int) {
    joined = Array(repeating: false, count: count)
  }

  /// Adds the next block.
  mutating func add(_ block: BlockNames, at index: Int) {
    for name in block.declared {
      join(firstUse[name], to: index)
      declaration[name] = index
    }
    for function in block.functions {
      let first = function.isOperator ? firstOperator[function.name] : firstUse[function.name]
      // Nothing can be passed to it before the types of its parameters are declared.
      let types = function.parameters.compactMap { declaration[$0] }.max()
      join(first.map { max($0, types ?? 0) }, to: index)
    }
    for name in block.extendedMembers { join(firstMember[name] ?? firstUse[name], to: index) }
    for name in block.extended {
      // Any code may use a type that the lesson does not declare.
      join(declaration[name] == nil ? 0 : firstUse[name], to: index)
    }
    note(block, at: index)
  }

  private mutating func join(_ first: Int?, to block: Int) {
    guard let first, first < block else { return }
    for index in first + 1...block { joined[index] = true }
  }

  private mutating func note(_ block: BlockNames, at index: Int) {
    let free = block.used.subtracting(block.bound).subtracting(block.members)
    for name in block.declared.union(free) { note(name, in: &firstUse, at: index) }
    for name in block.usedMembers.union(block.members) { note(name, in: &firstMember, at: index) }
    for name in block.usedOperators { note(name, in: &firstOperator, at: index) }
    for function in block.functions {
      if function.isOperator {
        note(function.name, in: &firstOperator, at: index)
      } else {
        note(function.name, in: &firstUse, at: index)
      }
    }
  }

  private func note(_ name: String, in first: inout [String: Int], at index: Int) {
    if first[name] == nil { first[name] = index }
  }
}
