/// The order in which a step's values are computed, elementwise operations on tensors of one size
/// in groups that go through memory once.
struct StepSchedule<S: Scalar> {
  /// An operand of an elementwise operation.
  struct Operand {
    var value: Int
    var layout: OperandLayout
  }

  /// An elementwise operation of a group, and how it reads what it is applied to.
  enum Function {
    case unary(UnaryFunction, Operand)
    case binary(BinaryFunction, Operand, Operand)

    var operands: [Operand] {
      switch self {
      case .unary(_, let x): [x]
      case .binary(_, let a, let b): [a, b]
      }
    }
  }

  struct GroupMember {
    var value: Int
    var function: Function
    var operands: [Operand] { function.operands }
  }

  struct Group {
    var count: Int
    var columns: Int?
    var members: [GroupMember] = []
  }

  enum Unit {
    case group(Group)
    /// An operation of its own, given by its value.
    case single(Int)
  }

  private let graph: StepGraph<S>
  private(set) var units: [Unit] = []
  /// For each value the unit that computes it: −1 if it is there from the start, `Int.max` if it is
  /// not scheduled.
  private(set) var unitOf: [Int]
  /// For each value the one whose memory it is a part of, and where it begins there.
  private(set) var roots: [(value: Int, offset: Int)]
  /// For a value that is only another way to look at its input, as an elementwise operand.
  private var looks: [Int: Operand] = [:]
  /// For each value whether something outside of its group reads it, so that it needs memory.
  private(set) var isStored: [Bool]

  /// For each sum of a value that nothing else reads and of a product that nothing else reads: the
  /// two. The product is added where the value is.
  private(set) var accumulations: [Int: (sum: Int, product: Int)] = [:]

  /// For each value whether it is such a product, which has no place of its own.
  private var isAccumulated: [Bool]

  /// How many operations a group holds at most, so that the blocks it needs stay in the cache.
  private let memberLimit = 48
  /// How many units back a group is looked for, so that long programs are scheduled in linear time.
  private let searchLimit = 40

  /// Schedules the values of one stage.
  init(_ graph: StepGraph<S>, stage: StepGraph<S>.Stage, outputs: [Int]) {
    self.graph = graph
    let count = graph.values.count
    unitOf = Array(repeating: Int.max, count: count)
    roots = (0..<count).map { ($0, 0) }
    isStored = Array(repeating: false, count: count)
    isAccumulated = isStored
    findAccumulations(stage, outputs)
    for (index, value) in graph.values.enumerated() {
      let isThere = value.isGiven || value.stage < stage
      followRoot(index)
      if isThere {
        unitOf[index] = -1
        isStored[index] = true
      } else if value.stage == stage {
        schedule(index)
      }
    }
    for output in outputs where graph.values[output].stage == stage { materialize(output) }
  }

  private mutating func findAccumulations(_ stage: StepGraph<S>.Stage, _ outputs: [Int]) {
    var uses = [Int](repeating: 0, count: graph.values.count)
    for output in outputs { uses[output] += 1 }
    for value in graph.values { for input in value.inputs { uses[input] += 1 } }
    for (index, value) in graph.values.enumerated() where value.stage == stage {
      guard case .binary(.elementwise(.add), let sum, let product) = value.computation,
        uses[sum] == 1, uses[product] == 1, isProduct(product),
        isProduct(sum) || accumulations[sum] != nil,
        graph.values[sum].stage == stage, graph.values[product].stage == stage,
        graph.values[sum].shape == value.shape, graph.values[product].shape == value.shape
      else { continue }
      accumulations[index] = (sum, product)
      isAccumulated[product] = true
    }
  }

  private func isProduct(_ index: Int) -> Bool {
    if case .binary(.matrixProduct, _, _) = graph.values[index].computation { true } else { false }
  }

  /// A reshaped or cut value lies in its input's memory.
  private mutating func followRoot(_ index: Int) {
    guard case .unary(let operation, let x) = graph.values[index].computation else { return }
    let root = roots[x]
    switch operation {
    case .reshape: roots[index] = root
    case .block(let start, _): roots[index] = (root.value, root.offset + start)
    case .slice(let axis, let lower, _):
      let shape = graph.values[x].shape
      guard elementCount(Array(shape[..<axis])) == 1 else { return }
      roots[index] = (root.value, root.offset + lower * elementCount(Array(shape[(axis + 1)...])))
    default: break
    }
  }

  private func isView(_ index: Int) -> Bool { roots[index].value != index }

  private mutating func schedule(_ index: Int) {
    let value = graph.values[index]
    if isView(index) { return }
    if isAccumulated[index] { return }
    if let (sum, product) = accumulations[index] {
      materialize(sum)
      for input in graph.values[product].inputs { materialize(input) }
      appendSingle(index)
      return
    }
    if let look = look(at: index) {
      looks[index] = look
      return
    }
    if value.count > 0, let function = function(of: value) {
      join(GroupMember(value: index, function: function))
      return
    }
    for input in value.inputs { materialize(input) }
    appendSingle(index)
  }

  /// The elementwise operation that computes a value in a group; nil if it is not elementwise, or
  /// reads an operand in a way that groups can't.
  private mutating func function(of value: StepGraph<S>.Value) -> Function? {
    switch value.computation {
    case .unary(.elementwise(let function), let x):
      return operand(x, of: value.shape).map { .unary(function, $0) }
    case .binary(.elementwise(let function), let a, let b):
      guard let a = operand(a, of: value.shape), let b = operand(b, of: value.shape) else {
        return nil
      }
      return .binary(function, a, b)
    case .leaf, .unary, .binary, .variadic: return nil
    }
  }

  /// A repeated value, or a part of the columns, is read where it is.
  private func look(at index: Int) -> Operand? {
    guard case .unary(let operation, let x) = graph.values[index].computation else { return nil }
    let shape = graph.values[x].shape
    switch operation {
    case .broadcast(let larger):
      return OperandLayout(shape, broadcastTo: larger).map { Operand(value: x, layout: $0) }
    case .slice(let axis, let lower, let upper):
      let inner = elementCount(Array(shape[(axis + 1)...]))
      return Operand(
        value: x,
        layout: .part(
          columns: (upper - lower) * inner, stride: shape[axis] * inner, offset: lower * inner))
    default: return nil
    }
  }

  /// How an elementwise operation reads an input; nil if the input has to be computed by itself
  /// first.
  private mutating func operand(_ input: Int, of shape: [Int]) -> Operand? {
    let inputShape = graph.values[input].shape
    guard var layout = OperandLayout(inputShape, broadcastTo: shape) else { return nil }
    var value = input
    if let look = looks[input], unitOf[input] == Int.max {
      switch (layout, look.layout) {
      case (.full, let inner):
        (value, layout) = (look.value, inner)
      case (let outer, .full): (value, layout) = (look.value, outer)
      case (.scalar, .scalar): (value, layout) = (look.value, .scalar)
      default: materialize(input)
      }
    }
    if unitOf[roots[value].value] == Int.max { materialize(value) }
    return Operand(value: value, layout: layout)
  }

  /// Has a value computed to memory that so far is only looked at.
  private mutating func materialize(_ index: Int) {
    let root = roots[index].value
    if root != index {
      materialize(root)
      return
    }
    isStored[index] = true
    guard unitOf[index] == Int.max else { return }
    for input in graph.values[index].inputs { materialize(input) }
    appendSingle(index)
  }

  /// Has a value computed by an operation of its own.
  private mutating func appendSingle(_ index: Int) {
    units.append(.single(index))
    unitOf[index] = units.count - 1
    isStored[index] = true
  }

  /// Puts an elementwise operation into the last group that comes after its operands, or a new one.
  private mutating func join(_ member: GroupMember) {
    let count = graph.values[member.value].count
    var columns: Int?
    var fits = true
    for operand in member.operands {
      guard let own = operand.layout.columns else { continue }
      if let columns, columns != own { fits = false }
      columns = own
    }
    var chosen: Int?
    if fits {
      for place in units.indices.reversed() {
        guard case .group(let group) = units[place] else { continue }
        let matches =
          group.count == count && group.members.count < memberLimit
          && (columns == nil || group.columns == nil || columns == group.columns)
        if matches && member.operands.allSatisfy({ isReadable($0, in: place) }) {
          chosen = place
          break
        }
        if units.count - place > searchLimit { break }
      }
    }
    if !fits, case .binary(let function, let first, _) = member.function {
      // The two operands want different columns: the second comes from memory of its own.
      let input = graph.values[member.value].inputs[1]
      materialize(input)
      guard graph.values[input].count == count else {
        // It is repeated by broadcasting; the operation goes alone.
        materialize(graph.values[member.value].inputs[0])
        appendSingle(member.value)
        return
      }
      let second = Operand(value: input, layout: .full)
      append(
        GroupMember(value: member.value, function: .binary(function, first, second)), count,
        first.layout.columns)
      return
    }
    guard let place = chosen, case .group(var group) = units[place] else {
      append(member, count, columns)
      return
    }
    group.columns = group.columns ?? columns
    group.members.append(member)
    units[place] = .group(group)
    unitOf[member.value] = place
    noteReads(of: member, in: place)
  }

  private mutating func append(_ member: GroupMember, _ count: Int, _ columns: Int?) {
    units.append(.group(Group(count: count, columns: columns, members: [member])))
    unitOf[member.value] = units.count - 1
    noteReads(of: member, in: units.count - 1)
  }

  /// Whether an operand is there when a unit runs.
  private func isReadable(_ operand: Operand, in place: Int) -> Bool {
    let root = roots[operand.value].value
    if unitOf[root] < place { return true }
    // In the group itself it must be read number for number, in the order in which it is computed.
    return unitOf[root] == place && root == operand.value && operand.layout == .full
  }

  private mutating func noteReads(of member: GroupMember, in place: Int) {
    for operand in member.operands {
      let root = roots[operand.value].value
      if unitOf[root] != place { isStored[root] = true }
    }
  }
}
