import Courseware

extension Command {
  /// `gradus doctor`: what this machine has and lacks, with the command that installs it.
  static let doctor = Command(
    name: "doctor", summary: "say what this machine has and lacks", usage: "gradus doctor",
    discussion: "For what is missing it names the command that installs it.", operands: 0...0
  ) { _, terminal throws(CommandFailure) in
    let parts = MachinePart.all()
    let width = parts.map(\.name.count).max() ?? 0
    for part in parts {
      let name = part.name + String(repeating: " ", count: width - part.name.count)
      if let found = part.found {
        terminal.write("ok       \(name)  \(found)\n")
      } else {
        terminal.write("missing  \(name)  needed to \(part.purpose)\n")
        terminal.write("         \(String(repeating: " ", count: width))  \(part.remedy)\n")
      }
    }
    let missing = parts.count { $0.found == nil }
    terminal.say(
      missing == 0
        ? "nothing is missing"
        : "\(Count.of(missing, "part")) missing; scripts/setup installs what Debian has")
    return missing == 0 ? .success : .somethingMissing
  }
}
