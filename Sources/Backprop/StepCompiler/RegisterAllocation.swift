/// Which blocks of scratch memory a group's operations use.
struct RegisterAllocation<S: Scalar> {
  let start: Int
  let block: Int
  let columns: Int
  var places: [Int: MicroPlace] = [:]
  var prelude: [Microoperation<S>] = []
  var body: [Microoperation<S>] = []
  /// How many blocks there are.
  private(set) var count = 0
  private var free: [Int] = []
  private var rows: [Int: MicroPlace] = [:]
  private var spread: [Int: MicroPlace] = [:]
  private var gathered: [[Int]: MicroPlace] = [:]

  init(start: Int, block: Int, columns: Int) {
    self.start = start
    self.block = block
    self.columns = columns
  }

  mutating func take() -> MicroPlace {
    if let offset = free.popLast() { return MicroPlace(offset: offset, pace: 0) }
    count += 1
    return MicroPlace(offset: start + (count - 1) * block, pace: 0)
  }

  mutating func give(_ value: Int) {
    if let place = places[value], place.pace == 0, !free.contains(place.offset) {
      free.append(place.offset)
    }
  }

  /// Where a block of an operand that the group does not compute is read.
  mutating func place(of operand: StepSchedule<S>.Operand, at offset: Int) -> MicroPlace {
    switch operand.layout {
    case .full: return MicroPlace(offset: offset, pace: 1)
    case .scalar: return MicroPlace(offset: offset, pace: 0, isScalar: true)
    case .row:
      if let place = rows[offset] { return place }
      let place = takeForGood()
      prelude.append(Microoperation(kind: .repeatRow(at: offset), target: place))
      rows[offset] = place
      return place
    case .column:
      if let place = spread[offset] { return place }
      let place = takeForGood()
      body.append(
        Microoperation(kind: .spreadColumn(at: offset), target: place))
      spread[offset] = place
      return place
    case .part(_, let stride, let first):
      let key = [offset, first, stride]
      if let place = gathered[key] { return place }
      let place = takeForGood()
      body.append(
        Microoperation(
          kind: .gatherRows(at: offset + first, stride: stride), target: place))
      gathered[key] = place
      return place
    }
  }

  /// A block that no other operation of the group gets, since it is read until the end.
  private mutating func takeForGood() -> MicroPlace {
    count += 1
    return MicroPlace(offset: start + (count - 1) * block, pace: 0)
  }
}
