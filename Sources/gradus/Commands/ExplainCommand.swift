import LessonFormat
import LessonRunner

extension Command {
  /// `gradus explain`: what a finding means, an example, the remedy.
  static let explain = Command(
    name: "explain", summary: "say what a finding means, with an example and the remedy",
    usage: "gradus explain [RULE]", discussion: "Without a rule, lists all rules.", operands: 0...1
  ) { arguments, terminal throws(CommandFailure) in
    guard let name = arguments.operands.first else {
      for rule in Rule.allCases {
        terminal.write("\(rule.rawValue)\n    \(rule.explanation.summary)\n")
      }
      return .success
    }
    guard let rule = Rule(rawValue: name) else {
      throw .unknownRule(
        name, nearest: Spelling.nearest(to: name, among: Rule.allCases.map(\.rawValue)))
    }
    let explanation = rule.explanation
    let example = explanation.example.split(separator: "\n", omittingEmptySubsequences: false)
      .map { "    \($0)\n" }.joined()
    terminal.write(
      "\(rule.rawValue)\n\n\(Help.wrapped(explanation.meaning))\n\nFor example:\n\n\(example)\n"
        + "\(Help.wrapped(explanation.remedy))\n")
    return .success
  }
}
