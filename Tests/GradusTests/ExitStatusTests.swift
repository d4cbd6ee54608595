import Testing

@testable import gradus

@Suite struct ExitStatusTests {
  @Test func eachEndHasTheNumberThatScriptsRelyOn() {
    let all: [gradus.ExitStatus] = [.success, .failed, .wrongUsage, .somethingMissing]
    #expect(all.map(\.code) == [0, 1, 2, 3])
    #expect(gradus.ExitStatus.interrupted(by: 15).code == 143)
  }
}
