import Testing

@testable import Backprop

@Suite struct RegisterAllocationTests {
  @Test func aBlockThatIsGivenBackIsTakenAgain() {
    var registers = RegisterAllocation<Double>(start: 100, block: 16, columns: 4)
    registers.places[0] = registers.take()
    registers.places[1] = registers.take()
    #expect(registers.places[0]?.offset == 100 && registers.places[1]?.offset == 116)
    registers.give(0)
    registers.give(0)
    #expect(registers.take().offset == 100)
    #expect(registers.take().offset == 132)
    #expect(registers.count == 3)
  }

  @Test func aRepeatedRowIsPreparedOnce() {
    var registers = RegisterAllocation<Double>(start: 100, block: 16, columns: 4)
    let row = StepSchedule<Double>.Operand(value: 3, layout: .row(4))
    let first = registers.place(of: row, at: 32)
    #expect(registers.place(of: row, at: 32) == first)
    #expect(registers.prelude.count == 1 && registers.body.isEmpty)
    let column = StepSchedule<Double>.Operand(value: 3, layout: .column(4))
    #expect(registers.place(of: column, at: 32) != first)
    #expect(registers.body.count == 1)
  }

  @Test func wholeTensorsAndSingleNumbersNeedNoBlock() {
    var registers = RegisterAllocation<Double>(start: 100, block: 16, columns: 4)
    let whole = StepSchedule<Double>.Operand(value: 3, layout: .full)
    #expect(registers.place(of: whole, at: 32) == MicroPlace(offset: 32, pace: 1))
    let scalar = StepSchedule<Double>.Operand(value: 3, layout: .scalar)
    #expect(registers.place(of: scalar, at: 32) == MicroPlace(offset: 32, pace: 0, isScalar: true))
    #expect(registers.count == 0)
  }
}
