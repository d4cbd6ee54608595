import Testing

@testable import gradus

@Suite struct CommandTests {
  @Test func namesAreDistinctAndFoundByThemselves() {
    #expect(Set(Command.all.map(\.name)).count == Command.all.count)
    for command in Command.all { #expect(Command.named(command.name)?.usage == command.usage) }
    #expect(Command.named("biuld") == nil)
  }

  @Test func usageBeginsWithTheCommandAndNamesItsOwnOptions() {
    for command in Command.all {
      #expect(command.usage.hasPrefix("gradus \(command.name)"))
    }
  }
}
