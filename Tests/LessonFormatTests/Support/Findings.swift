import LessonFormat

/// A finding in one line.
func described(_ finding: FormatFinding) -> String {
  "\(finding.position.line):\(finding.position.column) \(finding.rule.rawValue): "
    + "\(finding.message); \(finding.remedy)"
}
