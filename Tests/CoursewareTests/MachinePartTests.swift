import Testing

@testable import Courseware

@Suite struct MachinePartTests {
  @Test func eachPartSaysWhatItIsForAndHowToGetIt() {
    let parts = MachinePart.all()
    #expect(Set(parts.map(\.name)).count == parts.count)
    #expect(parts.allSatisfy { !$0.purpose.isEmpty && !$0.remedy.isEmpty })
  }

  @Test func theCompilerThatBuiltThisTestIsFound() {
    #expect(MachinePart.all().first { $0.name == "Swift" }?.found != nil)
  }
}
