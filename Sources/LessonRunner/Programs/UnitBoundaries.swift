import LessonFormat

/// Which blocks must share a unit: those between what a block declares and the first code
/// before it that would mean something else if the declaration stood in the same file.
struct UnitBoundaries {
  /// For each block whether it must share a unit with the block before it.
  private(set) var joined: [Bool]
  /// The blocks that declare a name, or use one that they do not bind themselves, in order.
  private var uses: [String: [Int]] = [:]
  private var memberUses: [String: [Int]] = [:]
  private var operatorUses: [String: [Int]] = [:]
  /// The block that declares a type, or something else that is not a function.
  private var declaration: [String: Int] = [:]

  init(count: Int) {
    joined = Array(repeating: false, count: count)
  }

  /// Adds the next block.
  mutating func add(_ block: BlockNames, at index: Int) {
    for name in block.declared {
      join(uses[name], to: index)
      declaration[name] = index
    }
    for function in block.functions {
      let uses = function.isOperator ? operatorUses[function.name] : uses[function.name]
      // Nothing can be passed to it before the types of its parameters are declared.
      let types = function.parameters.compactMap { declaration[$0] }.max() ?? 0
      join(uses?.filter { $0 >= types }, to: index)
    }
    for name in block.extendedMembers {
      join(memberUses[name], to: index)
      join(uses[name], to: index)
    }
    for name in block.extended {
      // Any code may use a type that the lesson does not declare.
      join(declaration[name] == nil ? [0] : uses[name], to: index)
    }
    note(block, at: index)
  }

  private mutating func join(_ uses: [Int]?, to block: Int) {
    guard let first = uses?.first, first < block else { return }
    for index in first + 1...block { joined[index] = true }
  }

  private mutating func note(_ block: BlockNames, at index: Int) {
    let free = block.used.subtracting(block.bound).subtracting(block.members)
    for name in block.declared.union(free) { uses[name, default: []].append(index) }
    for name in block.usedMembers.union(block.members) {
      memberUses[name, default: []].append(index)
    }
    for name in block.usedOperators { operatorUses[name, default: []].append(index) }
    for function in block.functions {
      if function.isOperator {
        operatorUses[function.name, default: []].append(index)
      } else {
        uses[function.name, default: []].append(index)
      }
    }
  }
}
