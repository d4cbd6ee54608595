import Testing

@testable import gradus

@Suite struct HelpTests {
  @Test func theOverviewNamesEveryCommand() {
    let overview = Help.text(for: nil)
    for command in Command.all { #expect(overview.contains("  \(command.name) ")) }
  }

  @Test func aCommandsHelpNamesItsUsageAndItsOptions() {
    for command in Command.all {
      let help = Help.text(for: command)
      #expect(help.contains("usage: \(command.usage)"))
      for option in command.options + Option.common { #expect(help.contains(option.rawValue)) }
    }
  }

  @Test func longTextIsWrappedBetweenWords() {
    let lines = Help.wrapped(Array(repeating: "word", count: 100).joined(separator: " "))
      .split(separator: "\n")
    #expect(lines.count == 6)
    #expect(lines.allSatisfy { $0.count <= 90 && $0.hasPrefix("word") && $0.hasSuffix("word") })
  }
}
